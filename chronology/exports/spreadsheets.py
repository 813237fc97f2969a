"""The chronology as CSV and Excel: every column, one line an entry, nothing that runs."""

from collections.abc import Iterable
from typing import IO

from boards.listing import Value
from chronology.exports.lines import HEADINGS, Line
from chronology.exports.paper import ABBREVIATIONS, Paper
from records.exports import write_csv, write_xlsx

EXCELS_LONGEST = 32_000  # characters that a cell takes; Excel's own limit is 32,767


def write_csv_copy(paper: Paper, lines: Iterable[Line], to: IO[bytes]) -> None:
    """The copy stands in `to`."""
    write_csv(list(HEADINGS), (line.cells() for line in lines), to)


def write_xlsx_copy(paper: Paper, lines: Iterable[Line], to: IO[bytes]) -> None:
    """The copy stands in `to`; a text that no cell can hold goes on in its own words."""
    further = {ABBREVIATIONS: [[line] for line in paper.glossary]} if paper.glossary else {}
    write_xlsx(
        list(HEADINGS), ([_fitting(cell) for cell in line.cells()] for line in lines), to, further
    )


def _fitting(cell: Value) -> Value:
    if isinstance(cell, str) and len(cell) > EXCELS_LONGEST:
        return f"{cell[:EXCELS_LONGEST]} … (cut here: the Word or CSV copy has all of it)"
    return cell
