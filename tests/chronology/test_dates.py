"""Days and times as records write them, one form a line."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.dates import Precision, TimePrecision, UnreadableWhen, read_time, read_when
from tests.chronology.invented_words import DAY_SHAPES, TIME_SHAPES

ABOVE = read_when("10/05/2009")
MAY = "2009-05-01 2009-05-31"
DAY = "2009-05-22 2009-05-22"
LATER = "2009-05-22 2009-05-25"


def span(words: str, **options: object) -> str:
    when = read_when(words, newest=2027, **options)
    return f"{when.start} {when.end} {when.precision}"


@pytest.mark.parametrize(
    "words",
    [
        "22/05/2009",
        "22/5/9",
        "22.05.09",
        "22-05-2009",
        "22 05 2009",
        "22 / 05 / 2009",
        "22/05/2009.",
        "2009-05-22",
        "2009/05/22",
        "20090522",
        "22052009",
        "220509",
        "22nd May 2009",
        "22 May, 2009",
        "22 MAY 09",
        "22-May-09",
        "22/May/2009",
        "22May2009",
        "22nd of May '09",
        "22nd day of May 2009",
        "Fri 22 May 09",
        "Friday 22nd May 2009",
        "Fri. 22/05/09",
        "22/05/2009 (Fri)",
        "May 22 2009",
        "May 22nd, 2009",
        "2009 May 22",
        "22.v.09",
        "22.05/09",
        "22/05//2009",
        "22/O5/2009",
        "39955",
        "22/05/2009 (letter)",
        "Letter dated 22/05/2009",
        "date: 22/05/2009",
        "On 22/05/2009",
        "22\xa0May\xa02009",
        "22\u201305\u20132009",
    ],
)
def test_a_day_is_a_day_however_it_is_written(words):
    assert span(words.strip()) == f"{DAY} day"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        *(
            (w, f"{LATER} range")
            for w in (
                "22-25/05/2009",
                "22/05/2009 - 25/05/2009",
                "22/05/09-25/05/09",
                "22-25.05.09",
                "22 - 25 May 2009",
                "22/5 – 25/5/09",
                "22–25 May 2009",
                "22nd to 25th May 2009",
                "22 May 2009 to 25 May 2009",
                "22 May – 25 May 2009",
                "Fri 22 - Mon 25 May 2009",
                "Friday 22 May to Monday 25 May 2009",
                "between 22/05/2009 and 25/05/2009",
                "from 22/05/2009 until 25/05/2009",
                "22/05 & 25/05/2009",
                "22, 23 & 25 May 2009",
                "22-05-2009 - 25-05-2009",
                "22/05/2009 through 25/05/2009",
            )
        ),
        *(
            (w, f"{MAY} month")
            for w in (
                "May 2009",
                "May-09",
                "05/2009",
                "MAY 09",
                "May '09",
                "2009-05",
                "05.2009",
                "month of May 2009",
                "xx/05/2009",
                "??/05/2009",
                "-- May 2009",
            )
        ),
        *(
            (w, f"{DAY} approximate")
            for w in (
                "?22 may 2009",
                "22 may 2009 ?",
                "22/05/2009 (?)",
                "approx 22/05/09",
                "approx. 22/05/2009",
                "circa 22/05/2009",
                "c.22/05/2009",
                "c 22 May 2009",
                "~22/05/2009",
                "about 22/05/2009",
                "on or around 22/05/2009",
                "22/05/2009 (approx)",
                "possibly 22/05/2009",
                "by 22/05/2009",
                "before 22/05/2009",
                "since 22/05/2009",
                "from 22/5/09 onwards",
                "22/05/2009 - ongoing",
                "22/05/2009 to date",
            )
        ),
        *(
            (w, f"{MAY} approximate")
            for w in (
                "c. May 2009",
                "?May 2009",
                "around May 2009",
                "sometime in May 2009",
                "May 2009?",
            )
        ),
        ("2009", "2009-01-01 2009-12-31 year"),
        ("circa 2009", "2009-01-01 2009-12-31 approximate"),
        ("date unknown 2009?", "2009-01-01 2009-12-31 approximate"),
        ("w/c 18/05/2009", "2009-05-18 2009-05-24 range"),
        ("WC Mon 18th May 2009", "2009-05-18 2009-05-24 range"),
        ("week commencing 18 May 2009", "2009-05-18 2009-05-24 range"),
        ("w/e 24/05/09", "2009-05-18 2009-05-24 range"),
        ("early May 2009", "2009-05-01 2009-05-10 approximate"),
        ("beginning of May 2009", "2009-05-01 2009-05-10 approximate"),
        ("mid-May 2009", "2009-05-11 2009-05-20 approximate"),
        ("Late May 2009", "2009-05-21 2009-05-31 approximate"),
        ("end of Feb 2008", "2008-02-21 2008-02-29 approximate"),
        ("early to mid May 2009", "2009-05-01 2009-05-20 approximate"),
        ("first week of May 2009", "2009-05-01 2009-05-07 approximate"),
        ("second half of May 2009", "2009-05-16 2009-05-31 approximate"),
        ("early 2009", "2009-01-01 2009-04-30 approximate"),
        ("Spring 2009", "2009-03-01 2009-05-31 approximate"),
        ("summer 2009", "2009-06-01 2009-08-31 approximate"),
        ("Autumn '09", "2009-09-01 2009-11-30 approximate"),
        ("Winter 2008/09", "2008-12-01 2009-02-28 approximate"),
        ("winter 2007-08", "2007-12-01 2008-02-29 approximate"),
        ("Autumn term 2009", "2009-09-01 2009-12-31 approximate"),
        ("Easter 2009", "2009-04-10 2009-04-13 approximate"),
        ("Christmas Day 2009", "2009-12-25 2009-12-25 day"),
        ("Q1 2009", "2009-01-01 2009-03-31 approximate"),
        ("academic year 2008/09", "2008-09-01 2009-08-31 approximate"),
        ("financial year 2008/09", "2008-04-01 2009-03-31 approximate"),
        ("1990s", "1990-01-01 1999-12-31 approximate"),
        ("May to July 2009", "2009-05-01 2009-07-31 range"),
        ("Dec 2008 - Jan 2009", "2008-12-01 2009-01-31 range"),
        ("30 Dec - 2 Jan 2009", "2008-12-30 2009-01-02 range"),
        ("28 Feb - 1 Mar 2008", "2008-02-28 2008-03-01 range"),
        ("2007-2009", "2007-01-01 2009-12-31 range"),
        ("13/09/61", "1961-09-13 1961-09-13 day"),
    ],
)
def test_less_and_more_than_a_day_has_a_first_and_a_last_day(words, expected):
    assert span(words) == expected


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        *(
            (w, "impossible_date")
            for w in (
                "32/01/2008",
                "31 November 2007",
                "00/05/2012",
                "09/13/2012",
                "30/02/2011",
                "29 Feb 2009",
                "31/06/11",
                "31.04.2009",
                "Fri 30 Feb 09",
                "45 May 2009",
            )
        ),
        *(
            (w, "end_before_start")
            for w in (
                "14/12/2009 - 10/12/2009",
                "02/07/07-29/06/07",
                "25-22/05/2009",
                "25 to 22 May 2009",
                "May 2009 - March 2009",
            )
        ),
        *(
            (w, "unparseable_date")
            for w in (
                "not recorded",
                "TBC",
                "n/k",
                "see file",
                "unknown",
                "?",
                "undated",
                "date not known",
                "various",
                "N/A",
                "not known",
                "illegible",
                "as per letter",
                "last week",
                "several dates",
                "xx",
                "Monday week",
            )
        ),
    ],
)
def test_what_is_no_day_is_refused_with_a_reason(words, reason):
    with pytest.raises(UnreadableWhen) as refused:
        read_when(words, above=ABOVE)
    assert refused.value.reason == reason
    assert refused.value.sentence.endswith(".")


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        '"',
        "''",
        "″",
        "-",
        "ditto",
        "Do.",
        "as above",
        "As above.",
        "same day",
        "Same date",
        "see above",
        "same",
        "later that day",
        "(same day)",
        "〃",
        "As previous entry",
    ],
)
def test_the_same_day_as_above_is_said_in_many_ways(words):
    when = read_when(words, above=ABOVE)
    assert (when.start, when.is_same_as_above) == (ABOVE.start, True)
    with pytest.raises(UnreadableWhen) as refused:
        read_when(words)
    assert refused.value.reason == "missing_date"


@pytest.mark.parametrize(
    ("words", "options", "expected"),
    [
        ("14 June", {}, "2009-06-14"),
        ("14/6", {}, "2009-06-14"),
        ("22nd", {}, "2009-05-22"),
        ("Friday 22nd", {}, "2009-05-22"),
        ("2 Jan", {}, "2010-01-02"),
        ("2 Jan", {"order": -1}, "2009-01-02"),
        ("14th March", {"year": 2011}, "2011-03-14"),
    ],
)
def test_a_day_without_a_year_takes_it_from_above(words, options, expected):
    when = read_when(words, above=ABOVE, **options)
    assert (when.start.isoformat(), when.is_year_inferred) == (expected, True)


@pytest.mark.parametrize(
    ("words", "is_wrong"),
    [
        ("Fri 22/05/09", False),
        ("Thu 22/05/09", True),
        ("22/05/2009 (Monday)", True),
        ("w/c Tuesday 18/05/2009", True),
        ("Fri 22 - Mon 25 May 2009", False),
    ],
)
def test_a_weekday_that_does_not_fit_is_noticed(words, is_wrong):
    assert read_when(words).is_weekday_wrong is is_wrong


@pytest.mark.parametrize(
    ("words", "at", "until", "precision"),
    [
        ("1255", "12:55", None, "exact"),
        ("1255hrs", "12:55", None, "exact"),
        ("12:55", "12:55", None, "exact"),
        ("12.55", "12:55", None, "exact"),
        ("12.55pm", "12:55", None, "exact"),
        ("12.05 a.m.", "00:05", None, "exact"),
        ("9:05:00", "09:05", None, "exact"),
        ("5pm", "17:00", None, "exact"),
        ("5 p.m.", "17:00", None, "exact"),
        ("12am", "00:00", None, "exact"),
        ("17h30", "17:30", None, "exact"),
        ("930hrs", "09:30", None, "exact"),
        ("noon", "12:00", None, "exact"),
        ("12 noon", "12:00", None, "exact"),
        ("Midnight", "00:00", None, "exact"),
        ("24:00", "00:00", None, "exact"),
        ("half past 3 pm", "15:30", None, "exact"),
        ("14:00-15:30", "14:00", "15:30", "exact"),
        ("10am to 11am", "10:00", "11:00", "exact"),
        ("2-3pm", "14:00", "15:00", "exact"),
        ("11-1pm", "11:00", "13:00", "exact"),
        ("between 1400 and 1500", "14:00", "15:00", "exact"),
        ("approx 1400", "14:00", None, "approximate"),
        ("approx 2pm", "14:00", None, "approximate"),
        ("c. 14.00", "14:00", None, "approximate"),
        ("2pm ish", "14:00", None, "approximate"),
        ("14:00?", "14:00", None, "approximate"),
        *(
            (w, None, None, "part_of_day")
            for w in (
                "am",
                "p.m.",
                "morning",
                "Afternoon",
                "evening",
                "late evening",
                "early hours",
                "overnight",
                "after school",
                "lunchtime",
                "during the night",
            )
        ),
        *((w, None, None, "") for w in ("", "-", "n/k", "not known", "?", "25:70", "99")),
    ],
)
def test_times_are_told_in_many_ways(words, at, until, precision):
    clock = read_time(words)
    assert (
        clock.at and f"{clock.at:%H:%M}",
        clock.until and f"{clock.until:%H:%M}",
        str(clock.precision),
    ) == (at, until, precision)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("22/05/2009 14:30", "14:30 exact"),
        ("22/05/2009\n1430hrs", "14:30 exact"),
        ("22 May 2009 at 2.30pm", "14:30 exact"),
        ("22nd May 2009 1430", "14:30 exact"),
        ("22.05.09 approx 2pm", "14:00 approximate"),
        ("14:30 22/05/2009", "14:30 exact"),
        ("2009-05-22T14:30:00", "14:30 exact"),
        ("22/05/2009 (14.30)", "14:30 exact"),
        ("22 May 09 am", " part_of_day"),
        ("Fri 22 May 2009, late evening", " part_of_day"),
        ("22/05/2009 10am to 11am", "10:00 exact"),
    ],
)
def test_a_time_may_stand_in_the_cell_for_the_date(words, expected):
    when = read_when(words)
    at = f"{when.at:%H:%M}" if when.at else ""
    assert (when.start, when.precision) == (date(2009, 5, 22), Precision.DAY)
    assert f"{at} {when.time_precision}" == expected


def test_a_time_alone_is_the_same_day_as_above():
    when = read_when("4.20pm", above=ABOVE)
    assert (when.start, when.at, when.is_same_as_above) == (ABOVE.start, time(16, 20), True)
    assert read_when("2000", above=ABOVE, has_times=True).at == time(20)
    assert read_when("2009", above=ABOVE, has_times=True).precision is Precision.YEAR


def test_an_end_in_a_column_of_its_own_makes_a_range():
    when = read_when("22/05/2009", "10am", "25/05/2009", "11am")
    assert (when.end, when.precision, when.until) == (date(2009, 5, 25), Precision.RANGE, time(11))
    assert read_when("22/05/2009", "", "ongoing").end == date(2009, 5, 22)
    with pytest.raises(UnreadableWhen):
        read_when("22/05/2009", "", "20/05/2009")


DAYS = st.dates(date(1950, 1, 1), date(2026, 12, 31))


@given(DAYS, st.sampled_from(DAY_SHAPES))
def test_every_day_is_read_back_from_every_shape(day, shape):
    when = read_when(shape(day), newest=2027)
    short = day.year < 1950 or (day.year % 100 <= 27 and day.year < 2000)
    if not short:
        assert (when.start.month, when.start.day) == (day.month, day.day)
        assert when.start.year % 100 == day.year % 100


@given(
    DAYS,
    st.integers(1, 40),
    st.sampled_from(DAY_SHAPES[:5] + DAY_SHAPES[7:10]),
    st.sampled_from([" - ", " to ", "–", " until ", " and "]),
)
def test_a_range_is_read_back_from_its_ends(day, length, shape, link):
    end = day + timedelta(days=length)
    when = read_when(f"{shape(day)}{link}{shape(end)}", newest=2050)
    assert when.precision is Precision.RANGE
    assert (when.start.day, when.end.day) == (day.day, end.day)


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(TIME_SHAPES))
def test_every_minute_is_read_back_from_every_shape(hour, minute, shape):
    assert read_time(shape(hour, minute)[0]).at == time(hour, minute)


@given(st.text(max_size=40))
def test_any_words_are_read_or_refused(words):
    try:
        when = read_when(words, words, above=ABOVE)
    except UnreadableWhen as refused:
        assert refused.reason
    else:
        assert when.start <= when.end
        assert isinstance(when.time_precision, TimePrecision)


@pytest.mark.parametrize(
    "raw", ["May 22-25, 2009", "1990s", "2nd half of 2009", "2008/09", "nye 2009"]
)
def test_spans_of_every_kind_pass_the_first_look(raw):
    assert read_when(raw).start < read_when("1 Jan 2010").start


@pytest.mark.parametrize("raw", ["two o'clock", "half past one", "noon", "1400", "2pm", "14.00"])
def test_times_in_words_and_in_figures_are_both_looked_for(raw):
    assert read_time(raw).at is not None
