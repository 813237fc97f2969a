"""Bank holidays of England and Wales: committed data with a last-known year.

Beyond it an error, never a guess.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Self

from reviews.statutory.spoken import long_date

DATA = Path(__file__).with_name("bank_holidays.csv")

ANNOUNCED_UNTIL_YEAR = 2028
"""Last year whose bank holidays are announced. Later years follow the standing rules."""

SATURDAY = 5


class UnknownHolidays(LookupError):
    """A day was asked about whose bank holidays are not known. Its text says what to do."""


@dataclass(frozen=True, slots=True)
class HolidayCalendar:
    """Which days are working days. Immutable: a late bank holiday makes a new calendar."""

    names: Mapping[date, str] = field(hash=False, repr=False)
    first_year: int
    last_year: int
    announced_until_year: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", MappingProxyType(dict(self.names)))
        for day in self.names:
            self.require(day)

    def require(self, day: date) -> None:
        """Raise UnknownHolidays unless the bank holidays of that day's year are known."""
        if self.first_year <= day.year <= self.last_year:
            return
        raise UnknownHolidays(
            f"Bank holidays are known from {self.first_year} to {self.last_year}, so nothing can "
            f"be worked out for {long_date(day)}. Check the year; if it is right, ask your "
            f"administrator to add the bank holidays of {day.year}."
        )

    def name(self, day: date) -> str | None:
        """The bank holiday's name, or None on any other day."""
        self.require(day)
        return self.names.get(day)

    def is_working_day(self, day: date) -> bool:
        """Monday to Friday and not a bank holiday."""
        self.require(day)
        return day.weekday() < SATURDAY and day not in self.names

    def is_announced(self, day: date) -> bool:
        """Whether that year's bank holidays are announced, not taken from the standing rules."""
        return day.year <= self.announced_until_year

    def with_extra(self, extra: Mapping[date, str]) -> Self:
        """This calendar with further days off: a late bank holiday, or a board's own closure."""
        return type(self)(
            {**self.names, **extra}, self.first_year, self.last_year, self.announced_until_year
        )


def read_calendar(path: Path = DATA) -> HolidayCalendar:
    """The calendar in a file of `date,name` rows, whose first and last years are its bounds."""
    with path.open(encoding="utf-8", newline="") as file:
        names = {date.fromisoformat(row["date"]): row["name"] for row in csv.DictReader(file)}
    return HolidayCalendar(names, min(names).year, max(names).year, ANNOUNCED_UNTIL_YEAR)


ENGLAND = read_calendar()
LAST_KNOWN_YEAR = ENGLAND.last_year
