"""A date as well as it is known: a day, a month or a year, perhaps approximate, perhaps uncertain.

Kept as text in the canonical form of EDTF (ISO 8601-2): 2006-07-16, 2006-07, 2006, with ~ for
approximate, ? for uncertain and % for both.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

from reviews.statutory.partial_date_reading import UnreadableDate, read
from reviews.statutory.spoken import MONTHS


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


QUALIFIER = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}
"""(approximate, uncertain) to the EDTF mark."""

FIRST_YEAR, LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """Every day from `earliest` to `latest` is possible. Sorts by the earliest, then the latest."""

    earliest: date
    latest: date
    precision: Precision
    is_approximate: bool = False
    is_uncertain: bool = False

    @classmethod
    def parse(cls, text: str) -> Self:
        """The date in an ISO, EDTF, numeric (day first) or written form; raises UnreadableDate."""
        reading = read(text)
        return cls.of(
            *reading.parts, is_approximate=reading.is_approximate, is_uncertain=reading.is_uncertain
        )

    @classmethod
    def of(
        cls,
        year: int,
        month: int | None = None,
        day: int | None = None,
        *,
        is_approximate: bool = False,
        is_uncertain: bool = False,
    ) -> Self:
        """The date with those parts; raises UnreadableDate when there is no such date."""
        _require_real(year, month, day)
        first_month, last_month = (month, month) if month else (1, 12)
        earliest = date(year, first_month, day or 1)
        latest = date(year, last_month, day or monthrange(year, last_month)[1])
        precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
        return cls(earliest, latest, precision, is_approximate, is_uncertain)

    @property
    def edtf(self) -> str:
        """The canonical text, which parses to an equal value."""
        length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[self.precision]
        return (
            self.earliest.isoformat()[:length] + QUALIFIER[self.is_approximate, self.is_uncertain]
        )

    @property
    def spoken(self) -> str:
        """16 July 2006, July 2006, about July 2006, 16 July 2006 (uncertain)."""
        month = f"{MONTHS[self.earliest.month - 1]} {self.earliest.year}"
        words = {
            Precision.DAY: f"{self.earliest.day} {month}",
            Precision.MONTH: month,
            Precision.YEAR: str(self.earliest.year),
        }[self.precision]
        return f"{'about ' * self.is_approximate}{words}{' (uncertain)' * self.is_uncertain}"

    def __str__(self) -> str:
        return self.spoken

    @property
    def exact(self) -> date | None:
        """The day itself when it is known for certain, otherwise None."""
        return self.earliest if self.precision is Precision.DAY and self._is_firm else None

    def certainly_before(self, other: Self) -> bool:
        """Whether every reading puts this before the other. Never so when either is doubtful."""
        return self._is_firm and other._is_firm and self.latest < other.earliest

    def certainly_after(self, other: Self) -> bool:
        """Whether every reading puts this after the other. Never so when either is doubtful."""
        return other.certainly_before(self)

    @property
    def _is_firm(self) -> bool:
        return not (self.is_approximate or self.is_uncertain)


def _require_real(year: int, month: int | None, day: int | None) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnreadableDate(f"Enter a year between {FIRST_YEAR} and {LAST_YEAR}, not {year}")
    if month is None:
        return
    if not 1 <= month <= 12:
        raise UnreadableDate(f"Enter a real date: months go from 1 to 12, not {month}")
    last = monthrange(year, month)[1]
    if day is not None and not 1 <= day <= last:
        raise UnreadableDate(f"Enter a real date: {MONTHS[month - 1]} {year} has {last} days")
