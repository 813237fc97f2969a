"""One file of an agency's chronology, read whole: no row of it is lost."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import PurePath

from chronology.dates import newest_year, read_alone
from chronology.reading.beside import side_by_side
from chronology.reading.cells import crosses_are_no, says_nothing
from chronology.reading.doubts import doubts
from chronology.reading.entries import Entries, Place, running_order
from chronology.reading.files import opened
from chronology.reading.filled import column_named, unfilled
from chronology.reading.grids import Grid
from chronology.reading.layout import (
    Layout,
    layout_of,
    table_of,
    table_with_headings,
)
from chronology.reading.lines import Line, is_banner, is_footer, is_more, is_plainly_entry, line_of
from chronology.reading.markup import suspects
from chronology.reading.other_tables import kind_of_other, rows_below
from chronology.reading.period import period_in
from chronology.reading.resting import nothing_collected
from chronology.reading.roles import is_date
from chronology.reading.rows import PassedOver, Reading, Role, Unreadable

Found = list[tuple[Grid, Layout]]
Corrections = Mapping[str, Mapping[str, str]]

_SHORTEST_EVENT = 15
_place_of = partial(tuple.__new__, Place)  # a third of the time that the call of the class takes


@nothing_collected()
def read(
    content: bytes,
    name: str,
    *,
    scope: tuple[date, date] | None = None,
    mapping: Mapping[str, str] | None = None,
    corrections: Corrections | None = None,
    required: Mapping[str, str] | None = None,
) -> Reading:
    """Every row of the file as an entry, a problem or passed over.

    `scope` is the period under review; `mapping` says for headings, as they stand, what their
    columns are for by the words of `Role`, and goes before what the columns look like;
    `corrections` are cells that a person put right, {key: {role: text}}, read in place of the
    file's; `required` are columns to be filled in, {role: heading}. Raises Unreadable.
    """
    file = PurePath(name.replace("\\", "/")).name
    grids = opened(content)
    known = {heading: Role(role) for heading, role in (mapping or {}).items()}
    found, passed = _chronologies(grids, known)
    if not found:
        raise Unreadable(
            "No table with dates and events was found. Give the chronology as a table whose first "
            "row names its columns, such as Date, Source and Event.",
            tuple(filter(None, (table_with_headings(grid, known) for grid in grids))),
        )
    for grid, layout in found:
        _put_right(file, grid, layout, corrections or {})
    alone = [_alone(grid, layout) for grid, layout in found]
    days = [day for table in alone for day, _ in table]
    reader = Entries(scope, running_order(days), years=_usual_years(days))
    for (grid, layout), told in zip(found, alone, strict=True):
        reader.has_times = _has_times(told, layout)
        if is_banner(grid.title):
            reader.stand_under(grid.title)
        _read_table(reader, file, grid, layout, passed)
    return Reading(
        file=file,
        tables=tuple(table_of(grid, layout) for grid, layout in found),
        entries=tuple(reader.entries),
        problems=tuple(reader.problems),
        passed_over=tuple(passed),
        doubts=(
            *doubts(reader.entries),
            *reader.remarks,
            *unfilled(file, found, reader.entries, required or {}),
            *side_by_side(file, found),
        ),
        period=period_in(_above(found)),
    )


def _above(found: Found) -> Iterator[str]:
    """The lines above the tables, whether they stand in the tables' own rows or outside."""
    for grid, layout in found:
        yield from grid.before
        first = layout.heading_rows[0] if layout.heading_rows else 0
        for row in grid.rows[:first]:
            yield " ".join(filter(None, row))


def _chronologies(
    grids: Sequence[Grid], mapping: Mapping[str, Role] | None
) -> tuple[Found, list[PassedOver]]:
    found: Found = []
    passed: list[PassedOver] = []
    before: Layout | None = None
    for grid in grids:
        if grid.is_hidden:
            passed.extend(
                PassedOver(grid.table, row, "hidden_sheet") for row in range(1, len(grid.rows) + 1)
            )
            continue
        layout = layout_of(grid, before, mapping)
        if layout is None:
            passed.append(PassedOver(grid.table, None, kind_of_other(grid)))
            continue
        before = layout
        found.append((grid, layout))
    return found, passed


def _alone(grid: Grid, layout: Layout) -> list[tuple[date, bool]]:
    """The days of all rows whose date stands by itself, and whether a time stands beside it."""
    column = layout.index[Role.DATE]
    newest = newest_year()
    cells = (row[column] for row in grid.rows if column < len(row) and row[column])
    return [told for cell in cells if (told := read_alone(cell, newest))]


def _read_table(
    reader: Entries, file: str, grid: Grid, layout: Layout, passed: list[PassedOver]
) -> None:
    width = len(layout.roles)
    seen = layout.column(Role.SEEN)
    reader.crosses_are_no = seen is not None and crosses_are_no(
        [row[seen] for row in grid.rows if seen < len(row)]
    )
    reader.is_often_bare = cache(partial(_is_often_bare, grid, layout))
    reader.suspects = suspects(grid.rows)
    start = _first_row(grid, layout)
    start_of_key = grid.key(file, "")
    date_at, event_at, starts = layout.date_at, layout.event_at, layout.starts
    others = {*layout.heading_rows, *grid.spanned, *range(start)}
    below = rows_below(grid.rows)
    for number, cells in enumerate(grid.rows[: below.start] if below else grid.rows):
        row = [*cells, *[""] * (width - len(cells))] if len(cells) < width else cells
        place = _place_of((f"{start_of_key}{number + 1}", file, grid.table, number + 1))
        if number not in others and is_plainly_entry(row[date_at], row[event_at], starts):
            _add(reader, place, row, layout)
        elif kind := _read_row(reader, place, row, layout, grid, start):
            passed.append(PassedOver(grid.table, number + 1, kind))
    passed.extend(PassedOver(grid.table, number + 1, "footer") for number in below)


def _usual_years(days: Sequence[date]) -> frozenset[int]:
    """The years that several rows are of."""
    counted = Counter(day.year for day in days)
    return frozenset(year for year, n in counted.items() if n > max(3, len(days) // 100))


def _put_right(file: str, grid: Grid, layout: Layout, corrections: Corrections) -> None:
    """The cells that a person put right stand in the grid."""
    if not corrections:
        return
    width = len(layout.roles)
    for number, row in enumerate(grid.rows, start=1):
        for role, text in corrections.get(grid.key(file, number), {}).items():
            if (column := column_named(layout, role)) is not None:
                row.extend([""] * (width - len(row)))
                row[column] = text


def _add(reader: Entries, place: Place, row: Sequence[str], layout: Layout) -> None:
    """The row's problems say what stands in it, so that a person can put it right."""
    before = len(reader.problems)
    reader.add(place, row, layout)
    if len(reader.problems) == before:
        return
    cells = {str(role): row[column] for role, column in layout.index.items()}
    reader.problems[before:] = [replace(one, cells=cells) for one in reader.problems[before:]]


def _has_times(days: Sequence[tuple[date, bool]], layout: Layout) -> bool:
    """Whether the column for the date holds times beside its dates."""
    return layout.column(Role.TIME) is None and sum(at for _, at in days) * 20 >= len(days) > 0


def _read_row(
    reader: Entries, place: Place, row: Sequence[str], layout: Layout, grid: Grid, start: int
) -> str:
    """Reads one row; the kind of row it is where it is passed over."""
    number = place.row - 1
    if number in layout.heading_rows:
        return "header"
    line = line_of(row, layout, is_spanned=number in grid.spanned)
    if number < start:
        return "blank" if line is Line.BLANK else "preamble"
    if line is Line.BANNER:
        reader.stand_under(" ".join(filter(None, row)))
    if line is Line.CONTINUATION:
        return _carry_on(reader, place, row, layout)
    if line is Line.ENTRY:
        _add(reader, place, row, layout)
        return ""
    return line.value


def _first_row(grid: Grid, layout: Layout) -> int:
    """The heading, or a row with a date and an event above it: then the heading is a repeat."""
    if not layout.heading_rows:
        return -1
    date_at, event_at = layout.index[Role.DATE], layout.index[Role.EVENT]
    for number, row in enumerate(grid.rows[: layout.heading_rows[0]]):
        if len(row) > max(date_at, event_at) and _is_dated(row[date_at], row[event_at]):
            return number
    return layout.heading_rows[0]


def _is_dated(date_cell: str, event: str) -> bool:
    return len(event) > _SHORTEST_EVENT and not is_date(event) and is_date(date_cell)


def _is_often_bare(grid: Grid, layout: Layout) -> bool:
    """Whether dated rows often have nothing but a date and an event."""
    date_at, event_at = layout.index[Role.DATE], layout.index[Role.EVENT]
    dated = [row for row in grid.rows if date_at < len(row) and row[date_at]]
    bare = sum(
        all(says_nothing(cell) for i, cell in enumerate(row) if i not in (date_at, event_at))
        for row in dated
    )
    return bare * 5 > len(dated)


def _as_event(row: Sequence[str], event_at: int) -> Sequence[str]:
    """A row whose only cell says that it carries on tells more of the event, wherever it stands."""
    told = [*filter(None, row)]
    if len(told) > 1 or row[event_at] or not is_more(told[0]):
        return row
    return [told[0] if i == event_at else "" for i in range(len(row))]


def _carry_on(reader: Entries, place: Place, row: Sequence[str], layout: Layout) -> str:
    """Text alone is more of the entry above, unless such rows are entries of this table."""
    row = _as_event(row, layout.event_at)
    if layout.has_days_above and reader.is_new_day and not is_more(row[layout.event_at]):
        _add(reader, place, row, layout)
        return ""
    if reader.reads_on and reader.is_below_note(row[layout.event_at]):
        reader.add_below_note(place, row, layout)
        return ""
    if reader.reads_on and not reader.is_new_sentence(row[layout.event_at]):
        reader.carry_on(place, row, layout)
        return "continuation"
    text = " ".join(filter(None, row))
    if is_footer(text):
        return "footer"
    if not reader.reads_on and reader.problems:
        return "continuation"
    reader.add(place, row, layout)
    return ""
