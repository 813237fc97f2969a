"""Forms of dates and times that real agencies' records have and few people would list."""

from datetime import date

import pytest

from chronology.dates import Precision, UnreadableWhen, When, read_time, read_when
from tests.chronology.dates_read import DAY, LATER, MAY, span

ABOVE = When(date(2009, 5, 20), date(2009, 5, 20), Precision.DAY, "20/05/2009")


@pytest.mark.parametrize(
    "raw",
    [
        *("1. 22/05/2009", "22:05:2009", "2009 05 22", "22nd.05.2009", "22nd/05/2009"),
        *("22/O5/2OO9", "22/05/2oo9", "Fri May 22 00:00:00 BST 2009", "22·05·2009"),
    ],
)
def test_a_day_is_read_through_what_stands_around_it(raw):
    assert span(raw) == f"{DAY} day"


@pytest.mark.parametrize(
    "raw",
    [
        *("assumed to be 22/05/2009", "presumed 22/05/2009", "22/05/2009 (estimate)"),
        *("appears to be 22/05/2009", "looks like 22/05/2009", "o/a 22/05/2009", "≈22/05/2009"),
        *("22/05/2009 (date unconfirmed)", "22/05/2009 (exact date not known)", "app. 22/05/09"),
        *("22 (?) May 2009", "22 May (?) 2009", "22/05/2009 give or take a day"),
    ],
)
def test_a_doubted_day_is_approximate(raw):
    assert span(raw) == f"{DAY} approximate"


def test_an_unknown_time_makes_no_day_approximate():
    assert span("22/05/2009 (time not known)") == f"{DAY} day"


@pytest.mark.parametrize(
    ("raw", "days"),
    [
        ("During May 2009", f"{MAY} month"),
        ("throughout May 2009", f"{MAY} month"),
        ("?/05/2009", f"{MAY} month"),
        ("?/5/09", f"{MAY} month"),
        ("05 2009", f"{MAY} month"),
        ("May ?2009", f"{MAY} approximate"),
        ("During 2009", "2009-01-01 2009-12-31 year"),
        ("?/?/2009", "2009-01-01 2009-12-31 year"),
        ("various dates 2009", "2009-01-01 2009-12-31 year"),
        ("Summer months 2009", "2009-06-01 2009-08-31 approximate"),
        ("2009 (summer)", "2009-06-01 2009-08-31 approximate"),
        ("During w/c 18/05/2009", "2009-05-18 2009-05-24 range"),
        ("w/s 18/05/2009", "2009-05-18 2009-05-24 range"),
        ("W/beg 18/05/2009", "2009-05-18 2009-05-24 range"),
    ],
)
def test_months_years_weeks_and_seasons_in_more_words(raw, days):
    assert span(raw) == days


@pytest.mark.parametrize(
    "raw",
    [
        *("22/05/2009...25/05/2009", "Start: 22/05/2009\nEnd: 25/05/2009"),
        *("Admitted 22/05/2009, discharged 25/05/2009", "22, 23, 24 & 25 May 2009"),
        *("22/05/2009 up to and including 25/05/2009", "w/e 22-25 May 2009"),
        *("weekend of 22/25 May 2009", "the weekend of 22nd to 25th May 2009"),
    ],
)
def test_two_days_in_more_words_are_a_range(raw):
    assert span(raw) == f"{LATER} range"


def test_a_range_may_run_into_a_new_year_that_it_does_not_name():
    assert span("30 Dec 2008 - 2 Jan") == "2008-12-30 2009-01-02 range"
    with pytest.raises(UnreadableWhen, match="ends before it starts"):
        span("22 June 2009 - 25 May")


@pytest.mark.parametrize(
    "raw", ["dito", "dto.", "a.a.", "AA", "s/a", "SAA", "asabove", "Same.", "_", "(cont'd)"]
)
def test_short_marks_mean_the_day_above(raw):
    assert read_when(raw, above=ABOVE).is_same_as_above


@pytest.mark.parametrize("raw", ["**/**/****", "--/--/----", "__/__/____", "various dates"])
def test_a_date_left_blank_is_no_day_at_all(raw):
    with pytest.raises(UnreadableWhen):
        read_when(raw, above=ABOVE)


@pytest.mark.parametrize(
    ("raw", "at"),
    [
        *[(raw, "14:30") for raw in ("14,30", "14-30", "2-30pm", "2-30 pm", "14:30/15:00")],
        *[(raw, "14:30") for raw in ("2.30 in the afternoon", "pm 2.30", "14..30", "14::30")],
        *[(raw, "14:30") for raw in ("0.604166667", "14：30", "14·30", "14:3O", "l4:30")],
        *[(raw, "12:00") for raw in ("12.00 noon", "mid day")],
        ("12.00 midnight", "00:00"),
        ("9-10am", "09:00"),
    ],
)
def test_a_time_is_read_through_slips_and_in_other_orders(raw, at):
    assert f"{read_time(raw).at:%H:%M}" == at


@pytest.mark.parametrize(
    ("raw", "at"),
    [
        ("9-20 pm on 22 May 2009", "21:20"),
        ("17.35-18.55 on 22-MAY-09", "17:35"),
        ("09.05-10.55 on 22 May. 2009", "09:05"),
        ("c. 1915 on 22 May 2009", "19:15"),
        ("1430 hrs on Fri 22nd May 2009", "14:30"),
    ],
)
def test_a_time_may_stand_before_its_day(raw, at):
    when = read_when(raw, newest=2027)
    assert (f"{when.start}", f"{when.precision}", f"{when.at:%H:%M}") == ("2009-05-22", "day", at)


def test_the_weekday_tells_the_year_of_a_day_that_goes_back():
    above = When(date(2008, 9, 13), date(2008, 9, 13), Precision.DAY, "13/09/2008")
    assert span("Sunday 4th May", above=above) == "2008-05-04 2008-05-04 day"
    assert span("Monday 4th May", above=above) == "2009-05-04 2009-05-04 day"
