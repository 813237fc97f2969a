"""The timetable of a review: properties that hold from any day to any date, and its doubts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.statutory import ENGLAND, Milestone, NoTimeLeft, act_by, doubts, timetable

STARTS = st.dates(min_value=date(2006, 1, 1), max_value=date(2029, 1, 1))
DAYS_LEFT = st.integers(min_value=1, max_value=500)
ORDER = (
    "chronologies",
    "imrs",
    "first_draft",
    "accuracy",
    "final_draft",
    "board",
    "submission",
)


@given(STARTS, DAYS_LEFT)
def test_every_day_is_a_working_day_after_the_start_and_never_after_the_date(start, days):
    due_on = start + timedelta(days=days)
    try:
        planned = timetable(start, due_on)
    except NoTimeLeft:
        assert act_by(due_on) <= start
        return
    assert all(ENGLAND.is_working_day(each.on) for each in planned)
    assert all(start < each.on <= due_on for each in planned)
    assert planned[-1] == Milestone("submission", act_by(due_on))


@given(STARTS, DAYS_LEFT)
def test_the_steps_are_all_there_in_their_order_and_raise_no_doubt(start, days):
    due_on = start + timedelta(days=days)
    if act_by(due_on) <= start:
        return
    planned = timetable(start, due_on)
    assert [each.on for each in planned] == sorted(each.on for each in planned)
    assert tuple(each.kind for each in planned if each.kind != "panel") == ORDER
    meetings = [each.number for each in planned if each.kind == "panel"]
    assert meetings == list(range(1, len(meetings) + 1))
    assert 2 <= len(meetings) <= 5
    assert list(doubts(planned, due_on)) == []


@given(STARTS, DAYS_LEFT, st.integers(min_value=1, max_value=60))
def test_a_later_date_brings_no_step_forward(start, days, more):
    due_on = start + timedelta(days=days)
    if act_by(due_on) <= start:
        return
    before = {m.kind: m.on for m in timetable(start, due_on) if m.kind != "panel"}
    after = {m.kind: m.on for m in timetable(start, due_on + timedelta(days=more))}
    assert all(after[kind] >= on for kind, on in before.items())


def test_six_months_are_shared_out_as_worked_out_by_hand():
    # 30 April to 29 October 2010: 127 working days, three bank holidays aside.
    planned = {each.name: each.on for each in timetable(date(2010, 4, 30), date(2010, 10, 30))}
    assert planned["Submission"] == date(2010, 10, 29)
    assert planned["Board meeting that agrees the review"] == date(2010, 10, 21)
    assert planned["Individual management reviews due"] == date(2010, 7, 19)
    assert "Panel meeting 5" in planned


def test_no_time_left_is_said_and_not_guessed():
    with pytest.raises(NoTimeLeft, match="No working day is left before 30 October 2010"):
        timetable(date(2010, 10, 29), date(2010, 10, 30))


@pytest.mark.parametrize(
    ("milestones", "sentence"),
    [
        (
            [Milestone("submission", date(2010, 11, 1))],
            "Submission: 1 November 2010 is after the statutory date, 29 October 2010, and no "
            "extension to that day is recorded.",
        ),
        (
            [Milestone("board", date(2010, 10, 2))],
            "Board meeting that agrees the review: 2 October 2010 is no working day (Saturday).",
        ),
        (
            [Milestone("imrs", date(2010, 6, 1)), Milestone("chronologies", date(2010, 6, 8))],
            "Individual management reviews due: 1 June 2010 is before agencies' chronologies due, "
            "8 June 2010, which has to come first.",
        ),
        (
            [Milestone("panel", date(2010, 10, 28)), Milestone("board", date(2010, 10, 21))],
            "Board meeting that agrees the review: 21 October 2010 is before panel meeting 1, "
            "28 October 2010, which has to come first.",
        ),
    ],
)
def test_a_day_that_is_late_out_of_order_or_no_working_day_is_doubted(milestones, sentence):
    assert list(doubts(milestones, date(2010, 10, 29))) == [sentence]


def test_without_a_statutory_date_or_known_holidays_a_day_is_not_doubted():
    assert list(doubts([Milestone("submission", date(2099, 1, 3))], None)) == []
