"""Days and times as records write them, one form a line."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.dates import Precision, TimePrecision, UnreadableWhen, read_time, read_when
from tests.chronology.dates_read import DAY, span
from tests.chronology.invented_words import DAY_SHAPES

ABOVE = read_when("10/05/2009")


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
