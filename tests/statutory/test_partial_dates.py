"""Dates as well as they are known: reading them, saying them, putting them in order."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.statutory import PartialDate, Precision, UnreadableDate

parse = PartialDate.parse


@pytest.mark.parametrize(
    ("text", "edtf", "spoken"),
    [
        ("2006-07-16", "2006-07-16", "16 July 2006"),
        ("2006-07", "2006-07", "July 2006"),
        ("2006", "2006", "2006"),
        ("16/07/2006", "2006-07-16", "16 July 2006"),
        ("16.7.2006", "2006-07-16", "16 July 2006"),
        ("16-07-2006", "2006-07-16", "16 July 2006"),
        ("16 7 2006", "2006-07-16", "16 July 2006"),
        ("07/2006", "2006-07", "July 2006"),
        ("16 July 2006", "2006-07-16", "16 July 2006"),
        (" 16th  jul 2006 ", "2006-07-16", "16 July 2006"),
        ("16-jul-2006", "2006-07-16", "16 July 2006"),
        ("July 2006", "2006-07", "July 2006"),
        ("Sept 2006", "2006-09", "September 2006"),
        ("c. July 2006", "2006-07~", "about July 2006"),
        ("c July 2006", "2006-07~", "about July 2006"),
        ("c2006", "2006~", "about 2006"),
        ("circa 2006", "2006~", "about 2006"),
        ("approximately 16 July 2006", "2006-07-16~", "about 16 July 2006"),
        ("Approx. July 2006", "2006-07~", "about July 2006"),
        ("?16 July 2006", "2006-07-16?", "16 July 2006 (uncertain)"),
        ("16 July 2006 ?", "2006-07-16?", "16 July 2006 (uncertain)"),
        ("? about July 2006", "2006-07%", "about July 2006 (uncertain)"),
        ("2006-07-16~", "2006-07-16~", "about 16 July 2006"),
        ("2006%", "2006%", "about 2006 (uncertain)"),
        ("29 February 2012", "2012-02-29", "29 February 2012"),
    ],
)
def test_written_dates_are_read_and_said(text, edtf, spoken):
    found = parse(text)
    assert (found.edtf, found.spoken, str(found)) == (edtf, spoken, spoken)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("30 February 2010", "Enter a real date: February 2010 has 28 days"),
        ("2012-02-30", "Enter a real date: February 2012 has 29 days"),
        ("31/04/2010", "Enter a real date: April 2010 has 30 days"),
        ("0/04/2010", "Enter a real date: April 2010 has 30 days"),
        ("2010-13-01", "Enter a real date: months go from 1 to 12, not 13"),
        ("07/16/2006", "Enter a real date: months go from 1 to 12, not 16"),
        ("2010-00", "Enter a real date: months go from 1 to 12, not 0"),
        ("16/07/06", "Enter the year with four digits, for example 2006 and not 06"),
        ("16 July 06", "Enter the year with four digits, for example 2006 and not 06"),
        ("July 06", "Enter the year with four digits, for example 2006 and not 06"),
        ("16 Julember 2006", "by its name or number: “Julember” is not a month"),
        ("1899", "Enter a year between 1900 and 2100, not 1899"),
        ("1 January 2101", "Enter a year between 1900 and 2100, not 2101"),
        ("", "Enter a date such as 16 July 2006, July 2006 or 2006"),
        ("   ", "Enter a date such as"),
        ("?", "Enter a date such as"),
        ("soon after Easter", "Enter a date such as"),
        ("16 July 2006 or 17 July 2006", "Enter a date such as"),
        ("²006-07-16", "Enter a date such as"),
        ("2006-07-16\x00", "Enter a date such as"),
        ("c" * 1_000_000, "Enter a date such as"),
    ],
)
def test_unreadable_date_says_how_to_mend_it(text, sentence):
    with pytest.raises(UnreadableDate) as refusal:
        parse(text)
    assert sentence in str(refusal.value)


PARTIAL_DATES = st.builds(
    lambda day, length, approximate, uncertain: PartialDate.of(
        *(day.year, day.month, day.day)[:length],
        is_approximate=approximate,
        is_uncertain=uncertain,
    ),
    st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)),
    st.sampled_from([1, 2, 3]),
    st.booleans(),
    st.booleans(),
)


@given(PARTIAL_DATES)
def test_canonical_text_reads_back_to_the_same_date(partial):
    assert parse(partial.edtf) == partial


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_and_never_crashes(text):
    try:
        assert parse(text).earliest <= parse(text).latest
    except UnreadableDate as refusal:
        assert str(refusal).startswith("Enter ")


def test_month_and_year_span_their_days():
    month, year = parse("February 2012"), parse("2012")
    assert (month.earliest, month.latest) == (date(2012, 2, 1), date(2012, 2, 29))
    assert (year.earliest, year.latest) == (date(2012, 1, 1), date(2012, 12, 31))
    assert [one.precision for one in (year, month, parse("2012-02-29"))] == [
        Precision.YEAR,
        Precision.MONTH,
        Precision.DAY,
    ]


def test_only_a_certain_day_is_exact():
    assert parse("16 July 2006").exact == date(2006, 7, 16)
    for text in ("July 2006", "2006", "c. 16 July 2006", "?16 July 2006"):
        assert parse(text).exact is None


def test_date_is_certainly_before_only_when_no_reading_overlaps():
    assert parse("July 2006").certainly_before(parse("1 August 2006"))
    assert parse("1 August 2006").certainly_after(parse("July 2006"))
    assert not parse("July 2006").certainly_before(parse("31 July 2006"))
    assert not parse("2006").certainly_before(parse("July 2006"))
    assert not parse("2006").certainly_after(parse("July 2006"))


def test_doubtful_date_is_never_certainly_before_or_after():
    for doubtful in ("c. July 2006", "?July 2006"):
        assert not parse(doubtful).certainly_before(parse("2010"))
        assert not parse("2010").certainly_after(parse(doubtful))


@given(PARTIAL_DATES, PARTIAL_DATES)
def test_certain_order_agrees_with_sorting(one, other):
    if one.certainly_before(other):
        assert one < other
        assert not other.certainly_before(one)


def test_partial_dates_sort_by_earliest_then_latest():
    texts = ["2006-07-16", "2007", "2006-07", "2006", "2005-12-31"]
    assert [one.edtf for one in sorted(map(parse, texts))] == [
        "2005-12-31",
        "2006",
        "2006-07",
        "2006-07-16",
        "2007",
    ]
