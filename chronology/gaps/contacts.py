"""An entry as far as silence needs it."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from chronology.dates import Precision

Scope = tuple[date | None, date | None]
"""First and last day under review; None where the review sets no limit."""

IMPLIED, UNNAMED = "implied", "unnamed"
COUNTED = frozenset({Precision.DAY, Precision.RANGE})
"""Only these say on which days there was contact: a month or a year proves no day of it."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One entry. None is "nothing is said", never "no".

    `seen_from` is "column", "narrative" or "implied"; "" where nothing is said, and "unnamed"
    where a child was seen who is not told from brothers and sisters.
    """

    id: Hashable
    agency: str
    start: date
    end: date
    precision: Precision = Precision.DAY
    child_seen: bool | None = None
    seen_from: str = ""
    seen_alone: bool | None = None
    child_heard: bool | None = None
    is_missed: bool = False
    people: tuple[Hashable, ...] = ()

    @property
    def may_be_seen(self) -> bool:
        """Whether a child was there who may be this one: that ends no silence."""
        return self.child_seen is None and self.seen_from == UNNAMED

    @property
    def is_only_implied(self) -> bool:
        """Whether nobody wrote that the child was seen: the contact needs the child there."""
        return self.child_seen is True and self.seen_from == IMPLIED

    def is_counted(self, scope: Scope | None = None) -> bool:
        """Whether its days are known and all of them lie within the scope."""
        first, last = scope or (None, None)
        return (
            self.precision in COUNTED
            and (first is None or first <= self.start)
            and (last is None or self.end <= last)
        )
