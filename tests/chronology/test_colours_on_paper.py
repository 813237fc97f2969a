"""An agency's colour in Word and PDF: behind its name, or over its rows where that is chosen."""

import io
from datetime import date

import pytest
from docx import Document as WordDocument
from docx.oxml.ns import qn
from pypdf import PdfReader

from boards.roles import Manager
from chronology.agency_marks import TINTS
from chronology.exports import WRITERS, Paper
from chronology.exports.around import Around
from chronology.exports.columns import HEADS
from chronology.exports.lines import lines
from chronology.models import Entry
from chronology.wording import AsWritten
from tests.chronology.copies_asked import ask_for
from tests.chronology.rows import agencies, an_entry
from tests.factories import AT, UserFactory, a_review, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    review = a_review()
    for agency in agencies(review, "Police", "Health"):
        an_entry(review, agency, date(2009, 5, 12))
    return review


def written(review, form: str, **looks) -> io.BytesIO:
    around = Around.of(review, Entry.objects.filter(review=review).standing())
    worded = list(lines(Entry.of(review), AsWritten(), around))
    facts = {"is_anonymised": False, "chosen": (), "count": 2, "by": UserFactory(), "at": AT}
    to = io.BytesIO()
    WRITERS[form](Paper.of(review, **facts, **looks), worded, to)
    return to


def fills(word: io.BytesIO) -> list[list[str]]:
    """Return the colour behind each cell of each row, "" for none."""
    rows = WordDocument(word).tables[0].rows
    shades = [[cell._tc.find(f".//{qn('w:shd')}") for cell in row.cells] for row in rows]
    return [["" if one is None else one.get(qn("w:fill")) for one in row] for row in shades]


def test_in_word_an_agencys_name_stands_on_its_colour(review):
    head, *rows = fills(written(review, "docx"))
    assert head == [""] * len(HEADS)
    for row, tint in zip(rows, TINTS, strict=False):
        assert row == ["", "", tint.removeprefix("#"), "", "", "", ""]


def test_in_word_whole_rows_stand_on_it_where_that_is_chosen(review):
    _, *rows = fills(written(review, "docx", colours_rows=True))
    assert rows == [[tint.removeprefix("#")] * len(HEADS) for tint in TINTS[:2]]


def test_in_pdf_too(review):
    inks = [_in_pdf(written(review, "pdf", **looks)) for looks in ({}, {"colours_rows": True})]
    assert inks == [1, len(HEADS)]


def _in_pdf(paper: io.BytesIO) -> int:
    """Return how many areas are filled with the first agency's colour."""
    drawn = PdfReader(paper).pages[0].get_contents().get_data().decode("latin-1")
    return drawn.count(f"{int(TINTS[0][1:3], 16) / 255:.5f}"[:6])


@pytest.mark.parametrize(("query", "coloured"), [("", 1), ("?colour=rows", len(HEADS))])
def test_a_copy_has_the_colours_of_the_screen(review, query, coloured):
    manager = person(Manager, review.board)
    release = ask_for(review, manager, query=query, form="docx", names="shown")
    _, first, _ = fills(io.BytesIO(b"".join(release.document.chunks())))
    assert sum(map(bool, first)) == coloured
