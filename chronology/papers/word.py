"""Word documents that are read aloud well: language, title, headings, heading rows."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table

from chronology.papers.asked import MARKING, Asked

LONG_SIDE, SHORT_SIDE, MARGIN = Cm(29.7), Cm(21.0), Cm(1.5)


def begun(asked: Asked, title: str) -> Paper:
    """Return a landscape paper with its marking, title and the facts of what is asked."""
    paper = Document()
    _speak_english(paper)
    paper.core_properties.title = title
    paper.core_properties.author = asked.board
    paper.core_properties.language = "en-GB"
    paper.core_properties.subject = MARKING
    section = paper.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = LONG_SIDE, SHORT_SIDE
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, MARGIN)
    for part in (section.header, section.footer):
        marked = part.paragraphs[0]
        marked.text = f"{MARKING} – review {asked.reference}"
        marked.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paper.add_heading(title, level=1)
    for what, which in asked.facts:
        line = paper.add_paragraph(style="No Spacing")
        line.add_run(f"{what}: ").bold = True
        line.add_run(which)
    return paper


def add_lines(paper: Paper, lines: Iterable[str], style: str = "Normal") -> None:
    for line in lines:
        paper.add_paragraph(line, style=style)


def add_table(
    paper: Paper, headings: Sequence[str], widths: Sequence[float], *, says: str
) -> Table:
    """Return a table whose first row is the heading, repeated on every page.

    `widths` are shares of the page; `says` is what a screen reader says of it.
    """
    table = paper.add_table(rows=1, cols=len(headings), style="Table Grid")
    table.autofit = False
    properties = table._tbl.tblPr
    for tag, text in (("w:tblCaption", says), ("w:tblDescription", says)):
        element = OxmlElement(tag)
        element.set(qn("w:val"), text)
        properties.append(element)
    room = LONG_SIDE - 2 * MARGIN
    for column, share in zip(table.columns, widths, strict=True):
        column.width = int(room * share / sum(widths))
    head = table.rows[0]
    for cell, heading in zip(head.cells, headings, strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    _repeat(head._tr)
    return table


def add_row(table: Table, texts: Sequence[str]) -> None:
    row = table.add_row()
    for cell, text, column in zip(row.cells, texts, table.columns, strict=True):
        cell.text, cell.width = text, column.width


def _repeat(row: object) -> None:
    properties = row.get_or_add_trPr()  # type: ignore[attr-defined]
    for tag in ("w:cantSplit", "w:tblHeader"):
        properties.append(OxmlElement(tag))


def _speak_english(paper: Paper) -> None:
    style = paper.styles["Normal"]
    style.font.name, style.font.size = "Arial", Pt(10)
    for language in paper.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def as_bytes(paper: Paper) -> bytes:
    written = BytesIO()
    paper.save(written)
    return written.getvalue()
