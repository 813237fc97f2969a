"""A table as it is shown, exported and laid beside another: plain numbers and plain words."""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a table counts: a review is about one child or several."""

    REVIEWS = "reviews"
    CHILDREN = "children"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number; `key` leads to the reviews behind it, `of` is what its percentage is of."""

    number: int | None  # None: too small to be shown
    of: int = 0
    key: str = ""

    @property
    def percent(self) -> int | None:
        """Return the share in whole per cent, halves upwards; None of nothing."""
        return None if self.number is None or not self.of else share(self.number, self.of)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: what it is of, and a figure under each head."""

    label: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One published table. `n` is how many `unit` it is of, `left_out` how many it cannot place."""

    slug: str
    title: str
    unit: Unit
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    n: int
    note: str  # how this was counted
    left_out: int = 0
    left_out_because: str = ""
    has_percentages: bool = True
    is_suppressed: bool = False  # small numbers are hidden
    tells_of_families: bool = False  # of reviews, and yet small numbers are hidden outside

    @property
    def missing(self) -> str:
        """Return what stands in the place of a number that is not given."""
        return "hidden" if self.is_suppressed else "too few"


def share(part: int, whole: int) -> int:
    """Return the part in whole per cent of the whole, halves upwards."""
    return (200 * part + whole) // (2 * whole)


def tenths(part: int, whole: int) -> float:
    """Return the part in per cent of the whole, with one decimal, halves upwards."""
    return (2000 * part + whole) // (2 * whole) / 10
