"""The committed bank holidays, their horizon and late additions to them."""

from datetime import date

import pytest
from holidays import country_holidays

from reviews.statutory import (
    ANNOUNCED_UNTIL_YEAR,
    ENGLAND,
    LAST_KNOWN_YEAR,
    UnknownHolidays,
    add_working_days,
)


def test_committed_file_agrees_with_the_holidays_package():
    second_opinion = country_holidays(
        "GB", subdiv="ENG", years=range(2005, LAST_KNOWN_YEAR + 1), language="en_GB"
    )
    assert dict(ENGLAND.names) == dict(second_opinion)


@pytest.mark.parametrize(
    "day",
    ["2011-04-29", "2012-06-05", "2020-05-08", "2022-06-03", "2022-09-19", "2023-05-08"],
)
def test_one_off_bank_holidays_are_known(day):
    assert not ENGLAND.is_working_day(date.fromisoformat(day))


def test_bank_holiday_has_a_name():
    assert ENGLAND.name(date(2022, 9, 19)) == "State Funeral of Queen Elizabeth II"
    assert ENGLAND.name(date(2022, 9, 20)) is None


def test_years_known_and_announced_are_apart():
    assert (ENGLAND.first_year, LAST_KNOWN_YEAR, ANNOUNCED_UNTIL_YEAR) == (2005, 2031, 2028)
    assert ENGLAND.is_announced(date(2028, 12, 31))
    assert not ENGLAND.is_announced(date(2029, 1, 1))


@pytest.mark.parametrize("day", [date(2004, 12, 31), date(2032, 1, 1)])
def test_day_outside_the_known_years_is_refused_with_what_to_do(day):
    with pytest.raises(UnknownHolidays, match=r"from 2005 to 2031.*ask your administrator"):
        ENGLAND.is_working_day(day)
    with pytest.raises(UnknownHolidays):
        ENGLAND.name(day)


def test_late_bank_holiday_makes_a_new_calendar_and_leaves_the_old():
    friday = date(2026, 11, 27)
    extended = ENGLAND.with_extra({friday: "Day of mourning"})
    assert add_working_days(date(2026, 11, 26), 1, extended) == date(2026, 11, 30)
    assert add_working_days(date(2026, 11, 26), 1) == friday
    assert extended.name(friday) == "Day of mourning"
    assert ENGLAND.name(friday) is None


def test_late_bank_holiday_beyond_the_known_years_is_refused():
    with pytest.raises(UnknownHolidays):
        ENGLAND.with_extra({date(2040, 1, 3): "A guess"})


def test_calendar_cannot_be_changed():
    with pytest.raises(TypeError):
        ENGLAND.names[date(2026, 11, 27)] = "Day of mourning"
    with pytest.raises(AttributeError):
        ENGLAND.last_year = 2100
