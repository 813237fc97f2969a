"""One file of an agency's chronology, read whole: no row of it is lost."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import PurePath

from chronology.dates import read_alone
from chronology.reading.cells import crosses_are_no
from chronology.reading.entries import Entries, Place, running_order, swapped_days
from chronology.reading.files import opened
from chronology.reading.grids import Grid
from chronology.reading.layout import Layout, kind_of_other, layout_of, table_of
from chronology.reading.lines import Line, is_footer, line_of
from chronology.reading.roles import is_date
from chronology.reading.rows import Fate, PassedOver, Reading, Role, Unreadable

Found = list[tuple[Grid, Layout]]


def read(
    content: bytes,
    name: str,
    *,
    scope: tuple[date, date] | None = None,
    mapping: Mapping[str, Role] | None = None,
) -> Reading:
    """Every row of the file as an entry, a problem or passed over.

    `scope` is the period under review; `mapping` says for headings, as they stand, what their
    columns are for, and goes before what the columns look like. Raises Unreadable.
    """
    file = PurePath(name.replace("\\", "/")).name
    found, passed = _chronologies(opened(content), mapping)
    if not found:
        raise Unreadable(
            "No table with dates and events was found. Give the chronology as a table whose first "
            "row names its columns, such as Date, Source and Event."
        )
    alone = [_alone(grid, layout) for grid, layout in found]
    reader = Entries(scope=scope, order=running_order([day for days in alone for day, _ in days]))
    for (grid, layout), days in zip(found, alone, strict=True):
        reader.has_times = _has_times(days, layout)
        _read_table(reader, file, grid, layout, passed)
    return Reading(
        file=file,
        tables=tuple(table_of(grid, layout) for grid, layout in found),
        entries=tuple(reader.entries),
        problems=tuple(reader.problems),
        passed_over=tuple(passed),
        doubts=tuple(swapped_days(reader.entries, {})),
    )


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
    cells = (row[column] for row in grid.rows if column < len(row) and row[column])
    return [told for cell in cells if (told := read_alone(cell))]


def _read_table(
    reader: Entries, file: str, grid: Grid, layout: Layout, passed: list[PassedOver]
) -> None:
    width = len(layout.roles)
    seen = layout.column(Role.SEEN)
    reader.crosses_are_no = seen is not None and crosses_are_no(
        [row[seen] for row in grid.rows if seen < len(row)]
    )
    start = _first_row(grid, layout)
    for number, cells in enumerate(grid.rows):
        row = [*cells, *[""] * (width - len(cells))] if len(cells) < width else cells
        place = Place(grid.key(file, number + 1), file, grid.table, number + 1)
        kind = _read_row(reader, place, row, layout, grid, start)
        if kind:
            passed.append(PassedOver(grid.table, number + 1, kind))


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
        return _carry_on(reader, place, row, layout, grid)
    if line is Line.ENTRY:
        reader.add(place, row, layout)
        return ""
    return line.value


def _first_row(grid: Grid, layout: Layout) -> int:
    """The heading, or a row with a date and an event above it: then the heading is a repeat."""
    if not layout.heading_rows:
        return -1
    date_at, event_at = layout.index[Role.DATE], layout.index[Role.EVENT]
    for number, row in enumerate(grid.rows[: layout.heading_rows[0]]):
        if len(row) > max(date_at, event_at) and row[event_at] and is_date(row[date_at]):
            return number
    return layout.heading_rows[0]


def _carry_on(reader: Entries, place: Place, row: Sequence[str], layout: Layout, grid: Grid) -> str:
    if reader.carry_on(place, row, layout):
        return "continuation"
    text = " ".join(filter(None, row))
    if is_footer(text):
        return "footer"
    if any(problem.fate is Fate.REJECT or problem for problem in reader.problems[-1:]):
        return "continuation"
    reader.add(place, row, layout)
    return ""
