from datetime import date

import pytest

from chronology.ages import Days, age_at, apart, months_between, since_last_contact
from reviews.statutory import PartialDate

BORN = PartialDate.parse("2007-03-15")


def spoken(born: str, event: str) -> str:
    return str(age_at(PartialDate.parse(born), PartialDate.parse(event)))


@pytest.mark.parametrize(
    ("event", "age"),
    [
        ("2007-03-15", "newborn"),
        ("2007-03-16", "1 day"),
        ("2007-03-28", "13 days"),
        ("2007-03-29", "2 weeks"),
        ("2007-06-13", "12 weeks"),
        ("2007-06-15", "3 months"),
        ("2008-03-14", "11 months"),
        ("2008-03-15", "1 year"),
        ("2008-05-15", "1 year 2 months"),
        ("2010-03-14", "2 years 11 months"),
        ("2010-03-15", "3 years"),
    ],
)
def test_an_age_is_said_in_the_units_of_that_age(event: str, age: str) -> None:
    assert spoken("2007-03-15", event) == age


@pytest.mark.parametrize(
    ("event", "age"),
    [
        ("2007-03-14", "unborn, about 39 weeks"),
        ("2006-11-16", "unborn, about 23 weeks"),
        ("2006-06-08", "unborn, about 0 weeks"),
        ("2006-01-01", "before the pregnancy"),
    ],
)
def test_before_birth_the_weeks_of_pregnancy_are_given(event: str, age: str) -> None:
    assert spoken("2007-03-15", event) == age


@pytest.mark.parametrize(
    ("born", "event", "age"),
    [
        ("2007", "2010-03-15", "2 or 3 years"),
        ("2007-03-15", "2010", "2 or 3 years"),
        ("2005", "2010", "4 or 5 years"),
        ("2007-03", "2007-09-20", "5 or 6 months"),
        ("2007-03-15", "2007-09", "5 or 6 months"),
        ("2007-03-15", "2007", "unborn or up to 9 months"),
        ("2007-03-15", "2006-11", "unborn, between 20 and 25 weeks"),
    ],
)
def test_an_unsure_date_makes_several_ages_possible(born: str, event: str, age: str) -> None:
    assert spoken(born, event) == age


def test_an_age_of_one_of_several_months_is_certain_to_the_year_only() -> None:
    age = age_at(BORN, PartialDate.parse("2010"))
    assert not age.is_certain
    assert age.months == (33, 45)
    assert age_at(BORN, Days.on(date(2010, 1, 1))).is_certain


def test_months_end_on_the_last_day_of_a_short_month() -> None:
    assert months_between(date(2008, 2, 29), date(2009, 2, 28)) == 12
    assert months_between(date(2008, 1, 31), date(2008, 2, 29)) == 1
    assert months_between(date(2008, 1, 30), date(2008, 3, 29)) == 1


def test_days_since_the_last_contact() -> None:
    assert [since_last_contact(days) for days in (0, 1, 94)] == [
        "the same day",
        "1 day later",
        "94 days later",
    ]


@pytest.mark.parametrize(
    ("here", "there", "words"),
    [
        ("2009-05-12", "2009-05-12", "the same day"),
        ("2009-05-12", "2009-05-13", "1 day later"),
        ("2009-05-13", "2009-05-12", "1 day earlier"),
        ("2009-05-12", "2009-08-14", "94 days later (3 months)"),
        ("2009-08-14", "2009-05-12", "94 days earlier (3 months)"),
        ("2009-05-12", "2009-07", "between 50 and 80 days later"),
        ("2009-07", "2009-05-12", "between 50 and 80 days earlier"),
        ("2009-05-12", "2009-05", "from 11 days earlier to 19 days later"),
    ],
)
def test_two_events_are_as_far_apart_as_their_dates_are_known(here, there, words):
    assert apart(PartialDate.parse(here), PartialDate.parse(there)) == words
