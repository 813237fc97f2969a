"""Where a table's heading is, what its columns are for, and whether it is a chronology at all."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import zip_longest
from operator import itemgetter
from typing import NamedTuple

from chronology.reading.grids import Grid
from chronology.reading.headings import heading_scores, is_like_heading, plain_heading
from chronology.reading.other_tables import has_labels, is_other_table
from chronology.reading.parts import DATE_ABOVE, days_head_rows, join_parts
from chronology.reading.roles import SAMPLE, is_date, propose_roles
from chronology.reading.rows import Column, Role, Table

_DEEPEST_HEADING = 60
_PAGE = "pag"  # what the foot of a page begins with
_LONGEST = 110  # no heading has a longer cell


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
    def is_chronology(self) -> bool:
        """Whether there are dates and events."""
        return Role.DATE in self.roles and Role.EVENT in self.roles


def _heading_score(row: Sequence[str]) -> float:
    told = [cell for cell in row if cell]
    if len(told) < 2 or max(map(len, told)) > _LONGEST or any(map(is_date, told)):
        return 0.0
    fits = [cell for cell in told if is_like_heading(cell)]
    if len(fits) < 2 or len(fits) * 2 < len(told):
        return 0.0
    roles = {role for cell in fits for role in heading_scores(cell)}
    return (
        len(fits) + 2 * (Role.DATE in roles) + (Role.EVENT in roles) - 0.5 * (len(told) - len(fits))
    )


def _heading_row(grid: Grid) -> int | None:
    best, found = 2.5, None
    for i, row in enumerate(grid.rows[:_DEEPEST_HEADING]):
        if i in grid.spanned:
            continue
        score = _heading_score(row)
        if score > best:
            best, found = score, i
    return found if found is not None else _row_over_dates(grid)


def _row_over_dates(grid: Grid) -> int | None:
    """A row of short words in its own words, over a column of dates."""
    for i, row in enumerate(grid.rows[:_DEEPEST_HEADING]):
        told = [cell for cell in row if cell]
        if i in grid.spanned or len(told) < 2:
            continue
        if any(len(cell) > 60 or any(c.isdigit() for c in cell) for cell in told):
            if any(is_date(cell) for cell in told):
                return None
            continue
        below = grid.rows[i + 1 : i + 21]
        for column, cell in enumerate(row):
            dates = [line[column] for line in below if column < len(line) and line[column]]
            if cell and len(dates) > 1 and sum(map(is_date, dates)) * 3 >= len(dates) * 2:
                return i
    return None


def _second_rows(grid: Grid, row: int, width: int) -> tuple[int, ...]:
    """A heading of two rows: groups above, or the rest of the words below."""
    above, below = row - 1, row + 1
    rows = [row]
    if above >= 0 and above not in grid.spanned and _heads(grid, row, above, width):
        rows.insert(0, above)
    if below < len(grid.rows) and below not in grid.spanned and _heads(grid, row, below, width):
        rows.append(below)
    return tuple(rows)


def _heads(grid: Grid, heading: int, other: int, width: int) -> bool:
    """Whether a row beside the heading row is part of the heading."""
    row, beside = grid.rows[heading], grid.rows[other]
    if _is_part_of_heading(beside, width) or (other > heading and _counts_columns(beside)):
        return True
    return _carries_on(row, beside) if other > heading else _completes(row, beside)


def _counts_columns(row: Sequence[str]) -> bool:
    """Whether a row numbers the columns: (1), (2), (3) or A, B, C."""
    told = [*filter(None, row)]
    return len(told) > 1 and len({*told}) == len(told) and all(map(_NUMBER.fullmatch, told))


def _carries_on(row: Sequence[str], below: Sequence[str]) -> bool:
    """Whether the words below are the ends of the headings above: of contact, taken, (if known)."""
    told = [i for i, cell in enumerate(below) if cell]
    return bool(told) and all(i < len(row) and row[i] and _ENDING.fullmatch(below[i]) for i in told)


def _completes(row: Sequence[str], above: Sequence[str]) -> bool:
    """Whether the words above name the columns that the heading row leaves without a name."""
    told = [cell for cell in above if cell]
    both = [*map(any, zip_longest(row, above, fillvalue=""))]
    is_short = all(len(cell) < 40 and not any(c.isdigit() for c in cell) for cell in told)
    return len(told) > 1 and is_short and all(both) and not all(row)


def _is_part_of_heading(row: Sequence[str], width: int) -> bool:
    told = [cell for cell in row if cell]
    if not told or (len(told) < 2 and row[0]):
        return False
    fits = sum(is_like_heading(cell) or bool(_HINT.fullmatch(cell)) for cell in told)
    is_short = all(len(cell) < 40 and not any(c.isdigit() for c in cell) for cell in told)
    return fits == len(told) and is_short and (len(told) > 1 or width > 2)


_ENDING = re.compile(
    r"(?:of|and|or|by|for|from|in|to|with|the|taken|seen|happened|involved|present|made|recorded|"
    r"known|required|agreed|information|number|feelings|views|wishes|child|children|[(/&])"
    r"(?![a-z])[^\d]{0,25}|\([^()]{2,24}\)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[).]?", re.IGNORECASE)
_HINT = re.compile(r"\(.{2,30}\)|y ?/ ?n|dd/mm/(?:yy)+|hh:mm", re.IGNORECASE)


def _joined(grid: Grid, rows: Sequence[int], width: int) -> tuple[str, ...]:
    found = []
    rows = [row for row in rows if not _counts_columns(grid.rows[row])]
    for column in range(width):
        words = [grid.rows[row][column] for row in rows if column < len(grid.rows[row])]
        found.append(" ".join(dict.fromkeys(word for word in words if word)))
    return tuple(found)


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
    heading = _heading_row(grid)
    if heading is None:
        return _without_heading(grid, before, width)
    rows = _second_rows(grid, heading, width)
    headings = _joined(grid, rows, width)
    if is_other_table(headings):
        return None
    join_parts(grid, headings, rows[-1])
    roles = propose_roles(headings, _samples(grid, rows[-1], width), mapping)
    if Role.EVENT in roles and Role.DATE not in roles and days_head_rows(grid, rows[-1]):
        headings, roles = (*headings, DATE_ABOVE), [*roles, Role.DATE]
    found = Layout.of(rows, headings, roles)
    if found.is_chronology:
        return found
    if before and _has_date_heading(grid.rows[heading], before):
        return None
    return _without_heading(grid, before, width)


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
    heading = None if grid.is_hidden or width < 2 else _heading_row(grid)
    if heading is None:
        return None
    rows = _second_rows(grid, heading, width)
    headings = _joined(grid, rows, width)
    roles = propose_roles(headings, _samples(grid, rows[-1], width), mapping)
    return table_of(grid, Layout.of(rows, headings, roles))
