"""What changed from one period to another: in counts and in percentage points, never confused."""

from dataclasses import dataclass

from insights.statistics.figures import Table, share, tenths
from insights.statistics.measures import EVERY


@dataclass(frozen=True, slots=True)
class Change:
    """One row of a table in two periods. `in_counts` is in whole per cent, None from nothing."""

    label: str
    before: int
    after: int
    before_of: int
    after_of: int
    key: str = ""  # leads to the reviews behind either number

    @property
    def in_counts(self) -> int | None:
        if not self.before:
            return None
        grown = abs(self.after - self.before)
        return share(grown, self.before) * (1 if self.after >= self.before else -1)

    @property
    def in_points(self) -> float | None:
        if not self.before_of or not self.after_of:
            return None
        points = tenths(self.after, self.after_of) - tenths(self.before, self.before_of)
        return round(points, 1)

    @property
    def counts_in_words(self) -> str:
        """Return "+25 %", "−31 %", "no change", "from none"."""
        if self.before == self.after:
            return "no change"
        return "from none" if self.in_counts is None else f"{_signed(self.in_counts)} %"

    @property
    def points_in_words(self) -> str:
        """Return "+2.7 points"; nothing where one of the periods has none at all."""
        return "" if self.in_points is None else f"{_signed(self.in_points)} points"


def _signed(number: float) -> str:
    """Return the number with its sign; minus is the mathematical one."""
    return f"{number:+}".replace("-", "−")


def compare(before: Table, after: Table) -> list[Change]:
    """Return each row of two tables of the same measure that has one column, and all together."""
    rows = [
        Change(
            line.label,
            earlier.figures[0].number or 0,
            line.figures[0].number or 0,
            before.n,
            after.n,
            line.figures[0].key,
        )
        for earlier, line in zip(before.lines, after.lines, strict=True)
    ]
    return [*rows, Change("All", before.n, after.n, before.n, after.n, EVERY)]
