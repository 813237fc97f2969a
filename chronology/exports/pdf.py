"""The chronology as a tagged PDF: headings, a table with header cells, a language."""

from collections.abc import Iterable
from pathlib import Path
from typing import IO

from chronology.exports.columns import HEADS, UNPRINTABLE, columns_of, tints_of
from chronology.exports.lines import Line
from chronology.exports.paper import ABBREVIATIONS, Paper
from records.pdf import set_pages

PAGE = Path(__file__).with_name("pdf.typ")


def write_pdf(paper: Paper, lines: Iterable[Line], to: IO[bytes]) -> None:
    """The copy stands in `to`."""
    content = {
        "title": paper.title,
        "board": paper.board,
        "reference": paper.reference,
        "marking": paper.marking,
        "notes": paper.notes,
        "heads": HEADS,
        "abbreviations": ABBREVIATIONS,
        "glossary": [UNPRINTABLE.sub("", line) for line in paper.glossary],
        "rows": [
            list(zip(columns_of(line), tints_of(line, are_whole=paper.colours_rows), strict=True))
            for line in lines
        ],
    }
    to.write(set_pages(PAGE, content))
