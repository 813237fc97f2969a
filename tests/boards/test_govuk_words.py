"""Days and lengths of time in words."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from boards.govuk import words

TODAY = date(2010, 3, 27)


def test_day_is_written_out() -> None:
    assert words.on_paper(date(2010, 3, 7)) == "7 March 2010"


def test_no_day_is_no_words() -> None:
    assert words.on_paper(None) == ""
    assert words.moment_on_paper(None) == ""
    assert words.length_on_paper(None) == ""


def test_moment_just_before_midnight_in_summer_counts_on_the_day_it_has_in_london() -> None:
    late = datetime(2010, 7, 1, 23, 30, tzinfo=UTC)
    assert words.on_paper(late) == "2 July 2010"
    assert words.moment_on_paper(late) == "2 July 2010 at 12:30am"


@pytest.mark.parametrize(
    ("at", "written"),
    [
        (time(0), "midnight"),
        (time(0, 5), "12:05am"),
        (time(9), "9am"),
        (time(12), "midday"),
        (time(12, 30), "12:30pm"),
        (time(17), "5pm"),
        (time(17, 30), "5:30pm"),
    ],
)
def test_clock_is_written_as_people_say_it(at: time, written: str) -> None:
    assert words.clock(at) == written


@pytest.mark.parametrize(
    ("days", "label", "tone"),
    [
        (-12, "Overdue by 12 days", "overdue"),
        (-1, "Overdue by 1 day", "overdue"),
        (0, "Due today", "soon"),
        (1, "Due tomorrow", "soon"),
        (3, "Due in 3 days", "soon"),
        (7, "Due in 7 days", "soon"),
        (8, "Due in 8 days", "later"),
    ],
)
def test_due_date_says_how_it_stands(days: int, label: str, tone: str) -> None:
    due_on = TODAY + timedelta(days=days)
    assert words.overdue_label(due_on, TODAY) == label
    assert words.due_tone(due_on, TODAY) == tone


def test_label_under_a_date_stays_short_after_many_years() -> None:
    assert len(words.overdue_label(TODAY - timedelta(days=9999), TODAY)) <= 20


@pytest.mark.parametrize(
    ("length", "written"),
    [
        (timedelta(seconds=5), "1 minute"),
        (timedelta(minutes=15), "15 minutes"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(hours=2, minutes=30), "2 hours and 30 minutes"),
    ],
)
def test_length_of_time_is_written_out(length: timedelta, written: str) -> None:
    assert words.length_on_paper(length) == written


def test_list_of_words_has_one_and() -> None:
    assert words.listed(["day"]) == "day"
    assert words.listed(["day", "month", "year"]) == "day, month and year"
