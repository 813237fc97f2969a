"""What changed from one period to another: in counts and in percentage points, never confused."""

from dataclasses import dataclass

from insights.statistics.figures import Table, share, tenths


@dataclass(frozen=True, slots=True)
class Change:
    """One row of a table in two periods. `in_counts` is in whole per cent, None from nothing."""

    label: str
    before: int
    after: int
    before_of: int
    after_of: int

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


def compare(before: Table, after: Table) -> list[Change]:
    """Return each row of two tables of the same measure that has one column, and all together."""
    rows = [
        Change(
            line.label,
            earlier.figures[0].number or 0,
            line.figures[0].number or 0,
            before.n,
            after.n,
        )
        for earlier, line in zip(before.lines, after.lines, strict=True)
    ]
    return [*rows, Change("All", before.n, after.n, before.n, after.n)]
