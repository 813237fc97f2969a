"""Where a table's heading is, what its columns are for, and whether it is a chronology at all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from operator import itemgetter
from typing import NamedTuple

from chronology.reading.grids import Grid
from chronology.reading.heading_rows import heading_row, joined, second_rows
from chronology.reading.headings import heading_scores, is_like_heading, plain_heading
from chronology.reading.other_tables import has_labels, is_other_table
from chronology.reading.parts import DATE_ABOVE, days_head_rows, join_parts
from chronology.reading.reordered import in_one_order
from chronology.reading.roles import SAMPLE, is_date, propose_roles
from chronology.reading.rows import Column, Role, Table

_PAGE = "pag"  # what the foot of a page begins with


class Told(NamedTuple):
    """The cells of a row by the roles of their columns; from the event on, as entries have them."""

    date: str
    time: str
    end_date: str
    end_time: str
    seen: str
    significance: str
    event: str
    ref: str
    source: str
    present: str
    voice: str
    action: str
    comment: str


_told_of = partial(tuple.__new__, Told)  # a third of the time that the call of the class takes
_IN_ORDER = tuple(Role(name) for name in Told._fields)


@dataclass(frozen=True, slots=True)
class Layout:
    """The heading rows (counted from 0; none where a table has none) and each column's role."""

    heading_rows: tuple[int, ...]
    headings: tuple[str, ...]
    roles: tuple[Role, ...]
    plain: tuple[str, ...] = ()
    starts: frozenset[str] = frozenset()
    index: Mapping[Role, int] = field(default_factory=dict)
    others: tuple[tuple[int, str], ...] = ()
    date_at: int = -1
    event_at: int = -1
    in_order: Callable[[Sequence[str]], tuple[str, ...]] = itemgetter(*[-1] * len(_IN_ORDER))

    @classmethod
    def of(cls, rows: Sequence[int], headings: Sequence[str], roles: Sequence[Role]) -> "Layout":
        """A layout, with what is looked up for every row worked out once."""
        plain = tuple(plain_heading(heading) for heading in headings)
        index = {role: roles.index(role) for role in roles if role is not Role.OTHER}
        other = ((i, headings[i]) for i, role in enumerate(roles) if role is Role.OTHER)
        return cls(
            tuple(rows),
            tuple(headings),
            tuple(roles),
            plain,
            frozenset((*(name[:3] for name in plain if name), _PAGE)),
            index,
            tuple((i, name or f"column {i + 1}") for i, name in other),
            index.get(Role.DATE, -1),
            index.get(Role.EVENT, -1),
            itemgetter(*(index.get(role, -1) for role in _IN_ORDER)),
        )

    def told(self, row: Sequence[str]) -> "Told":
        """A row's cells by role; a role without a column is a blank cell."""
        return _told_of(self.in_order([*row, ""] if row[-1] else row))

    def column(self, role: Role) -> int | None:
        """Where a role is, if it is anywhere."""
        return self.index.get(role)

    @property
    def has_days_above(self) -> bool:
        """Whether the days stand in rows of their own, over the rows that they date."""
        return self.headings[-1:] == (DATE_ABOVE,)

    @property
    def is_chronology(self) -> bool:
        """Whether there are dates and events."""
        return Role.DATE in self.roles and Role.EVENT in self.roles


def _samples(grid: Grid, after: int, width: int) -> list[list[str]]:
    """Cells by column, from rows spread over the table; rows of one cell say little."""
    head = grid.rows[after] if after >= 0 else None
    spanned = grid.spanned
    rows = [
        row
        for i, row in enumerate(grid.rows[after + 1 :], start=after + 1)
        if len(row) - row.count("") > 1 and i not in spanned and row != head
    ]
    step = max(1, len(rows) // SAMPLE)
    rows = rows[::step][: SAMPLE + 10]
    return [[row[c] if c < len(row) else "" for row in rows] for c in range(width)]


def layout_of(
    grid: Grid, before: Layout | None, mapping: Mapping[str, Role] | None
) -> Layout | None:
    """The layout of a table that holds a chronology; `before` is that of the table before it."""
    width = max(map(len, grid.rows), default=0)
    if width < 2:
        return None
    heading = heading_row(grid)
    if heading is None or (before and _is_row_of(before, grid, heading, width)):
        return _without_heading(grid, before, width)
    rows = second_rows(grid, heading, width)
    headings = joined(grid, rows, width)
    if is_other_table(headings):
        return None
    headings = in_one_order(grid, headings, rows[-1])
    join_parts(grid, headings, rows[-1])
    roles = propose_roles(headings, _samples(grid, rows[-1], len(headings)), mapping)
    if Role.EVENT in roles and Role.DATE not in roles and days_head_rows(grid, rows[-1]):
        headings, roles = (*headings, DATE_ABOVE), [*roles, Role.DATE]
    found = Layout.of(rows, headings, roles)
    if found.is_chronology:
        return found
    if before and _has_date_heading(grid.rows[heading], before):
        return None
    return _without_heading(grid, before, width)


def _is_row_of(before: Layout, grid: Grid, heading: int, width: int) -> bool:
    """Whether what looks like a heading is a row without a date in a table that goes on."""
    row = grid.rows[heading]
    event = row[before.event_at] if before.event_at < len(row) else ""
    if not event or is_like_heading(event) or _has_date_heading(row, before):
        return False
    return _fits(before, _samples(grid, -1, width), width)


def _has_date_heading(row: Sequence[str], before: Layout) -> bool:
    """Whether a table has a heading of its own where the one before it has the dates."""
    cell = row[before.date_at] if before.date_at < len(row) else ""
    return Role.DATE in heading_scores(cell) and not is_date(cell)


def _without_heading(grid: Grid, before: Layout | None, width: int) -> Layout | None:
    """A table that goes on from the one before it, or that shows by its cells what it is."""
    samples = _samples(grid, -1, width)
    if before and _fits(before, samples, width):
        return Layout.of((), before.headings, before.roles)
    roles = propose_roles([""] * width, samples)
    found = Layout.of((), ("",) * width, roles)
    if not found.is_chronology or width < 2 or has_labels(samples):
        return None
    return found


def _fits(before: Layout, samples: Sequence[Sequence[str]], width: int) -> bool:
    if width != len(before.roles):
        return False
    dates, events = before.column(Role.DATE), before.column(Role.EVENT)
    told = [cell for cell in samples[dates or 0] if cell]
    text = [cell for cell in samples[events or 0] if cell]
    return sum(map(is_date, told)) * 2 >= len(told) and bool(told) and bool(text)


def table_of(grid: Grid, layout: Layout) -> Table:
    """The columns as people see them, to be put right where the proposal is wrong."""
    after = layout.heading_rows[-1] if layout.heading_rows else -1
    samples = _samples(grid, after, len(layout.roles))
    columns = tuple(
        Column(heading, role, tuple(cell for cell in cells if cell)[:3])
        for heading, role, cells in zip(layout.headings, layout.roles, samples, strict=True)
    )
    return Table(grid.table, (layout.heading_rows[0] + 1) if layout.heading_rows else 0, columns)


def table_with_headings(grid: Grid, mapping: Mapping[str, Role] | None) -> Table | None:
    """A table that is not known for a chronology, for a person to say what its headings mean."""
    width = max(map(len, grid.rows), default=0)
    heading = None if grid.is_hidden or width < 2 else heading_row(grid)
    if heading is None:
        return None
    rows = second_rows(grid, heading, width)
    headings = joined(grid, rows, width)
    roles = propose_roles(headings, _samples(grid, rows[-1], width), mapping)
    return table_of(grid, Layout.of(rows, headings, roles))
