"""A second chronology beside the first in one table: the first alone is read, and that is said."""

from collections.abc import Iterator, Sequence

from chronology.reading.entries import Place
from chronology.reading.grids import Grid
from chronology.reading.headings import plain_heading
from chronology.reading.layout import Layout
from chronology.reading.rows import Fate, Problem, Role

SAYS_AGAIN = (Role.DATE, Role.EVENT)


def side_by_side(file: str, tables: Sequence[tuple[Grid, Layout]]) -> Iterator[Problem]:
    """A remark where a table has the headings of its dates and of its events a second time."""
    for grid, layout in tables:
        headings = [plain_heading(heading) for heading in layout.headings]
        columns = [layout.column(role) for role in SAYS_AGAIN]
        if layout.heading_rows and all(_stands_again(headings, column) for column in columns):
            row = layout.heading_rows[-1] + 1
            sentence = (
                "Another chronology stands beside the first in this table, and its rows were not "
                "read as rows. Put them below the others, or in a file of their own, and send that."
            )
            place = Place(grid.key(file, row), file, grid.table, row)
            yield place.problem("side_by_side", Fate.FLAG, sentence)


def _stands_again(headings: Sequence[str], column: int | None) -> bool:
    return column is not None and headings.count(headings[column]) > 1 and bool(headings[column])
