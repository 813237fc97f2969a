"""An agreed version as a Word document that is read aloud well: language, title, headings."""

import re
from io import BytesIO
from typing import TYPE_CHECKING

from boards.govuk.words import on_paper
from reviews.models import TermsOfReference
from reviews.models.terms import Part
from reviews.terms.sheet import PartSheet, sheets

if TYPE_CHECKING:
    from docx.document import Document as Paper

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MARKING = "OFFICIAL-SENSITIVE"
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
HEADS: dict[str, tuple[str, str]] = {
    Part.AGENCIES: ("Agency", "Asked or left out, and why"),
    Part.TIMETABLE: ("Step", "Day"),
}


def word_of(terms: TermsOfReference) -> bytes:
    """Return the Word file of the version."""
    from docx import Document

    paper, review = Document(), terms.review
    title = f"Terms of reference, review {review.reference}"
    _lay_out(paper, title, str(review.board), f"{MARKING} – review {review.reference}")
    paper.add_heading(title, level=1)
    paper.add_paragraph(f"{review.board}. {terms}, agreed on {on_paper(terms.agreed_on)}.")
    for sheet in sheets(terms):
        paper.add_heading(sheet.label, level=2)
        _write(paper, sheet)
    paper.add_heading("Agreed by", level=2)
    for agreement in terms.agreements.all():
        paper.add_paragraph(_printable(str(agreement)), style="List Bullet")
    written = BytesIO()
    paper.save(written)
    return written.getvalue()


def _lay_out(paper: "Paper", title: str, board: str, marking: str) -> None:
    """The page is A4, marked at head and foot, and says its language and title."""
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.header.paragraphs[0].text = section.footer.paragraphs[0].text = marking
    properties = paper.core_properties
    properties.title, properties.author, properties.language = title, board, "en-GB"
    properties.subject = MARKING
    normal = paper.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    for language in paper.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def _write(paper: "Paper", sheet: PartSheet) -> None:
    said = [(label, _printable(text)) for label, text in sheet.said if text]
    if not said:
        paper.add_paragraph("Nothing was recorded.")
    elif sheet.part in HEADS:
        _add_table(paper, HEADS[sheet.part], said)
    elif sheet.part == Part.QUESTIONS:
        for _label, text in said:
            paper.add_paragraph(text, style="List Number")
    else:
        for label, text in said:
            line = paper.add_paragraph()
            line.add_run(f"{label}: ").bold = True
            line.add_run(text)


def _printable(text: str) -> str:
    """Return the text without the control characters that no Word file may hold."""
    return CONTROL.sub("", text)


def _add_table(paper: "Paper", heads: tuple[str, str], rows: list[tuple[str, str]]) -> None:
    """The table repeats its heading row on every page."""
    from docx.oxml import OxmlElement

    table = paper.add_table(rows=1, cols=2, style="Table Grid")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
