"""The chronology as a tagged PDF (PDF/UA-1): headings, a table with header cells, a language.

Typst sets the page from data alone, so that no word of a case is ever read as markup.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from chronology.exports.columns import HEADS, columns_of
from chronology.exports.lines import Line
from chronology.exports.paper import Paper

PAGE = Path(__file__).with_name("pdf.typ")


def write_pdf(paper: Paper, lines: Iterable[Line], to: IO[bytes]) -> None:
    """The copy stands in `to`."""
    import typst

    content = {
        "title": paper.title,
        "board": paper.board,
        "reference": paper.reference,
        "marking": paper.marking,
        "notes": paper.notes,
        "heads": HEADS,
        "rows": [columns_of(line) for line in lines],
    }
    sheet = {"paper": json.dumps(content)}
    try:
        made = typst.compile(PAGE.read_bytes(), sys_inputs=sheet, pdf_standards="ua-1")
    except typst.TypstError as wrong:
        # PDF/UA forbids a character that no font here has; a tagged PDF with a box in its place
        # still says more than no copy.
        if "could not be displayed" not in str(wrong):
            raise
        made = typst.compile(PAGE.read_bytes(), sys_inputs=sheet)
    to.write(made)
