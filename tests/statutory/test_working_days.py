"""Working days against the table worked out by hand and against a second, naive counting."""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from reviews.statutory import (
    ENGLAND,
    Skipped,
    UnknownHolidays,
    act_by,
    add_working_days,
    skipped,
    subtract_working_days,
)

DAYS_OFF = country_holidays("GB", subdiv="ENG", years=range(2005, 2032))
EVERY_DAY = [date(2005, 1, 1) + timedelta(days=number) for number in range(27 * 365 + 6)]
WORKING = [day for day in EVERY_DAY if day.isoweekday() < 6 and day not in DAYS_OFF]

DAYS = st.dates(min_value=date(2005, 6, 1), max_value=date(2030, 12, 31))
COUNTS = st.integers(min_value=1, max_value=60)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2015-12-24", 5, "2016-01-05"),  # Christmas on a Friday, Boxing Day made up on Monday
        ("2016-03-23", 5, "2016-04-01"),  # Easter
        ("2022-05-27", 5, "2022-06-07"),  # the Platinum Jubilee
        ("2022-09-14", 5, "2022-09-22"),  # the State Funeral
        ("2011-04-20", 5, "2011-05-03"),  # Easter, the royal wedding and May Day
        ("2020-05-07", 1, "2020-05-11"),  # May Day moved to VE Day
        ("2023-05-05", 1, "2023-05-09"),  # the Coronation
        ("2010-12-24", 3, "2010-12-31"),  # Christmas on a Saturday, both days made up
        ("2012-02-28", 1, "2012-02-29"),  # a leap day
        ("2012-06-01", 1, "2012-06-06"),  # the Diamond Jubilee
    ],
)
def test_working_days_are_counted_from_the_day_after(start, count, end):
    assert add_working_days(date.fromisoformat(start), count).isoformat() == end


def test_working_days_are_counted_backwards_from_the_day_before():
    assert subtract_working_days(date(2016, 1, 8), 7) == date(2015, 12, 29)


@given(DAYS, COUNTS)
def test_adding_agrees_with_a_naive_list_of_working_days(day, count):
    assert add_working_days(day, count) == WORKING[bisect_right(WORKING, day) + count - 1]


@given(DAYS, COUNTS)
def test_subtracting_agrees_with_a_naive_list_of_working_days(day, count):
    assert subtract_working_days(day, count) == WORKING[bisect_left(WORKING, day) - count]


@given(st.sampled_from(WORKING[100:-200]), COUNTS)
def test_adding_then_subtracting_returns_to_a_working_day(day, count):
    assert subtract_working_days(add_working_days(day, count), count) == day


@given(DAYS)
def test_act_by_is_the_last_working_day_on_or_before(day):
    act = act_by(day)
    assert act in WORKING
    assert act <= day
    assert not any(ENGLAND.is_working_day(one) for one in EVERY_DAY if act < one <= day)


def test_skipped_days_say_why():
    assert skipped(date(2015, 12, 24), date(2015, 12, 29)) == (
        Skipped(date(2015, 12, 25), "Christmas Day"),
        Skipped(date(2015, 12, 26), "Saturday"),
        Skipped(date(2015, 12, 27), "Sunday"),
        Skipped(date(2015, 12, 28), "Boxing Day (observed)"),
    )


def test_counting_no_days_stays_where_it_is():
    assert add_working_days(date(2010, 3, 27), 0) == date(2010, 3, 27)


def test_negative_count_is_refused():
    with pytest.raises(ValueError, match="0 or more"):
        add_working_days(date(2010, 3, 27), -1)


def test_counting_past_the_last_known_year_is_an_error_and_not_a_guess():
    with pytest.raises(UnknownHolidays, match="2032"):
        add_working_days(date(2031, 12, 30), 5)
