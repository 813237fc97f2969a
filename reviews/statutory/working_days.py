"""Counting working days: Monday to Friday less bank holidays; the trigger is day zero."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from reviews.statutory.bank_holidays import ENGLAND, SATURDAY, HolidayCalendar
from reviews.statutory.spoken import WEEKDAYS

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day that did not count, and why: “Saturday”, “Sunday” or the bank holiday's name."""

    day: date
    why: str

    @property
    def is_weekend(self) -> bool:
        return self.day.weekday() >= SATURDAY


def add_working_days(day: date, count: int, calendar: HolidayCalendar = ENGLAND) -> date:
    """The working day `count` working days after `day`, which is itself day zero."""
    return _step(day, count, ONE_DAY, calendar)


def subtract_working_days(day: date, count: int, calendar: HolidayCalendar = ENGLAND) -> date:
    """The working day `count` working days before `day`, which is itself day zero."""
    return _step(day, count, -ONE_DAY, calendar)


def act_by(due_on: date, calendar: HolidayCalendar = ENGLAND) -> date:
    """The due day itself when it is a working day, otherwise the last working day before it."""
    return due_on if calendar.is_working_day(due_on) else subtract_working_days(due_on, 1, calendar)


def skipped(first: date, last: date, calendar: HolidayCalendar = ENGLAND) -> tuple[Skipped, ...]:
    """The days from first to last, both included, that are not working days, in order."""
    return tuple(
        Skipped(day, WEEKDAYS[day.weekday()] if day.weekday() >= SATURDAY else calendar.names[day])
        for day in _days(first, last)
        if not calendar.is_working_day(day)
    )


def _step(day: date, count: int, step: timedelta, calendar: HolidayCalendar) -> date:
    if count < 0:
        raise ValueError(f"count working days with a number of 0 or more, not {count}")
    calendar.require(day)
    while count:
        day += step
        count -= calendar.is_working_day(day)
    return day


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=offset) for offset in range((last - first).days + 1))
