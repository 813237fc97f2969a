"""Days and times in the abbreviations and orders that hurried records use, one form a line."""

import pytest

from chronology.dates import UnreadableWhen, read_time, read_when

MAY = "2009-05-01 2009-05-31"
DAY = "2009-05-22 2009-05-22"
WEEK = "2009-05-18 2009-05-24 range"
EARLY = "2009-05-01 2009-05-10 approximate"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("22ndMay2009", f"{DAY} day"),
        ("22-May-2009 00:00:00", f"{DAY} day"),
        ("2009-05-22T00:00:00", f"{DAY} day"),
        ("?? 22/05/09", f"{DAY} approximate"),
        ("appx 22/05/2009", f"{DAY} approximate"),
        ("22/05/2009 (date unclear)", f"{DAY} approximate"),
        ("22/05/2009 (tbc)", f"{DAY} approximate"),
        ("22/05/2009 time unclear", f"{DAY} day"),
        ("cMay 2009", f"{MAY} approximate"),
        ("W/comm 18/05/09", WEEK),
        ("w/comm. 18 May 09", WEEK),
        ("wk. comm. 18/05/09", WEEK),
        ("beg. May 2009", EARLY),
        ("May 2009 (early)", EARLY),
        ("mid.May 2009", "2009-05-11 2009-05-20 approximate"),
        ("May 2009 - late", "2009-05-21 2009-05-31 approximate"),
        ("Spr 2009", "2009-03-01 2009-05-31 approximate"),
        ("Sum. '09", "2009-06-01 2009-08-31 approximate"),
        ("Aut 2009", "2009-09-01 2009-11-30 approximate"),
        ("Win 2009/10", "2009-12-01 2010-02-28 approximate"),
        ("Spr. Term 2009", "2009-01-01 2009-03-31 approximate"),
        ("May 22-25, 2009", "2009-05-22 2009-05-25 range"),
        ("May 22nd to 25th 2009", "2009-05-22 2009-05-25 range"),
        ("May 22 - Jun 3 2009", "2009-05-22 2009-06-03 range"),
        ("May 22 2009", f"{DAY} day"),
        ("'22/05/2009", f"{DAY} day"),
        ("22|05|2009", f"{DAY} day"),
        ("± 22/05/2009", f"{DAY} approximate"),
        ("22?/5/09", f"{DAY} approximate"),
        ("Autumn (2009)", "2009-09-01 2009-11-30 approximate"),
        ("w/commencing 18/05/2009", WEEK),
        ("weekend of 22/05/2009", f"{DAY} approximate"),
        ("W/ending Sun 24 May 09", WEEK),
        ("wk/end 24/05/09", WEEK),
        ("22/05/2009\n25/05/2009", "2009-05-22 2009-05-25 range"),
    ],
)
def test_days_are_told_in_short(words, expected):
    when = read_when(words)
    assert f"{when.start} {when.end} {when.precision}" == expected
    assert when.at is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("22.05.09 am", "day None part_of_day"),
        ("22/05/2009? 10:40", "approximate 10:40:00 exact"),
        ("22/05/2009?, approx 10:40", "approximate 10:40:00 approximate"),
        ("22/05/2009 ?10:40", "day 10:40:00 approximate"),
        ("22/05/2009 - 10.40", "day 10:40:00 exact"),
        ("10.40 22/05/2009", "day 10:40:00 exact"),
        ("10.40 on Fri 22 May 09", "day 10:40:00 exact"),
        ("10.40, 22nd May 2009", "day 10:40:00 exact"),
    ],
)
def test_a_time_beside_a_day_takes_nothing_from_it(words, expected):
    when = read_when(words, above=read_when("10/05/2009"))
    assert f"{when.start} {when.end}" == DAY
    assert f"{when.precision} {when.at} {when.time_precision}" == expected


def test_a_small_dotted_time_before_a_day_does_not_become_the_day():
    assert read_when("10.05 22/06/2009").start.isoformat() == "2009-06-22"
    assert read_when("10.05 22nd June 2009").start.isoformat() == "2009-06-22"


@pytest.mark.parametrize(
    "words",
    [
        *("^", "↑", '" "', "…", "a/a", "as last entry", "same as last", "as prev.", "cont'd"),
        *("same time", "same, evening", "later that evening"),
    ],
)
def test_words_and_marks_that_point_up_mean_the_day_above(words):
    assert read_when(words, above=read_when("10/05/2009")).is_same_as_above


@pytest.mark.parametrize("words", ["2 days later", "a week later"])
def test_some_days_later_is_not_the_day_above(words):
    with pytest.raises(UnreadableWhen):
        read_when(words, above=read_when("10/05/2009"))


@pytest.mark.parametrize(
    ("words", "at", "precision"),
    [
        ("half past three pm", "15:30", "exact"),
        ("quarter to four pm", "15:45", "exact"),
        ("3 o'clock in the afternoon", "15:00", "exact"),
        ("nine in the morning", "09:00", "exact"),
        ("17 35", "17:35", "exact"),
        ("13:50 (est.)", "13:50", "approximate"),
        ("twelve noon", "12:00", "exact"),
        ("c3pm", "15:00", "approximate"),
        ("1400/1500", "14:00", "exact"),
        ("early hrs", None, "part_of_day"),
        ("school hours", None, "part_of_day"),
    ],
)
def test_times_are_told_in_words(words, at, precision):
    clock = read_time(words)
    assert (clock.at and f"{clock.at:%H:%M}", str(clock.precision)) == (at, precision)


@pytest.mark.parametrize("words", ["06/09/07 - 22.10", "6 Sept 2007 - 22.10", "06-09-2007 -9.05"])
def test_figures_with_a_dot_after_a_day_with_strokes_are_a_time(words):
    when = read_when(words)
    assert (str(when.start), str(when.end)) == ("2007-09-06", "2007-09-06")
    assert f"{when.at:%H:%M}" in ("22:10", "09:05")


def test_days_with_dots_are_still_two_days():
    when = read_when("06.09.07 - 22.10")
    assert str(when.end) == "2007-10-22"


@pytest.mark.parametrize("words", ["22/05/2009 00:00:00 13:45", "22-May-2009 00:00:00 / 13:45 hrs"])
def test_the_midnight_of_a_program_gives_way_to_the_time_beside_it(words):
    assert f"{read_when(words).at:%H:%M}" == "13:45"


def test_the_midnights_of_a_program_stand_between_no_two_days():
    when = read_when("22/05/2009 00:00:00 - 25/05/2009 00:00:00")
    assert (str(when.end), when.at) == ("2009-05-25", None)
