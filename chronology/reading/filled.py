"""Columns that are to be filled in: the rows in which they are not, and the files without them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from chronology.reading.cells import is_blank
from chronology.reading.entries import Place
from chronology.reading.grids import Grid
from chronology.reading.layout import Layout
from chronology.reading.rows import Entry, Fate, Problem, Role

OWN = f"{Role.OTHER}-"  # before the heading in the name of a column of the board's own
_CHECKED_ANYWAY = frozenset({Role.DATE, Role.EVENT})
Tables = Sequence[tuple[Grid, Layout]]


def column_named(layout: Layout, name: str) -> int | None:
    """Where a column is: by its role, or by its heading where the name begins with “other-”."""
    if not name.startswith(OWN):
        return layout.column(Role(name))
    wanted = _plain(name.removeprefix(OWN))
    names = (n for n, heading in enumerate(layout.headings) if _plain(heading) == wanted)
    return next(names, None)


def unfilled(
    file: str, tables: Tables, entries: Iterable[Entry], required: Mapping[str, str]
) -> Iterator[Problem]:
    """What is to be filled in and is not, as remarks: `required` is {name of column: heading}.

    A column that no table has is remarked on once, where the first table begins.
    """
    if not required:
        return
    asked = {name: heading for name, heading in required.items() if name not in _CHECKED_ANYWAY}
    there = {n for n in asked if any(column_named(held, n) is not None for _, held in tables)}
    for name in asked.keys() - there:
        yield _without_column(file, *tables[0], asked[name])
    places = {
        grid.table: (grid, [(name, column_named(held, name)) for name in asked if name in there])
        for grid, held in tables
    }
    for entry in entries:
        grid, columns = places[entry.table]
        for name, column in () if entry.is_note else columns:
            if is_blank(_cell(grid, entry, column)):
                yield _not_filled(entry, name, asked[name])


def _cell(grid: Grid, entry: Entry, column: int | None) -> str:
    """What an entry's rows say in a column."""
    rows = [grid.rows[number - 1] for number in (entry.row, *entry.continued_by)]
    return "".join(row[column] for row in rows if column is not None and column < len(row))


def _not_filled(entry: Entry, name: str, heading: str) -> Problem:
    sentence = f"“{heading}” must be filled in, and is empty in this row."
    problem = Place(*entry[:4]).problem("not_filled", Fate.FLAG, sentence)
    return replace(problem, cells={name: ""})


def _without_column(file: str, grid: Grid, layout: Layout, heading: str) -> Problem:
    sentence = (
        f"“{heading}” must be filled in in every row, and no column was taken for it. Say under "
        "“headings” which one it is, or put the column in and send the file again."
    )
    row = layout.heading_rows[-1] + 1 if layout.heading_rows else 1
    place = Place(grid.key(file, row), file, grid.table, row)
    return place.problem("missing_column", Fate.FLAG, sentence)


def _plain(heading: str) -> str:
    return " ".join(heading.split()).casefold()
