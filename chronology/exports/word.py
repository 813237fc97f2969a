"""The chronology as a Word document, written as markup: python-docx takes minutes over 10,000 rows.

The document is python-docx's own empty one, with its styles; only the long table is written here.
"""

from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING

from lxml import etree

from chronology.exports.columns import HEADS, UNPRINTABLE, columns_of, tints_of
from chronology.exports.lines import Line
from chronology.exports.paper import ABBREVIATIONS, Paper

if TYPE_CHECKING:
    from docx.document import Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WIDTHS = (500, 1500, 1900, 5000, 1500, 2300, 2300)  # twentieths of a point
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def write_word(paper: Paper, lines: Iterable[Line], to: IO[bytes]) -> None:
    """The copy stands in `to`: A4 across, the heading row repeated on every page."""
    from docx import Document

    document = Document()
    _lay_out(document, paper)
    document.add_heading(paper.title, 0)
    for note in paper.notes:
        document.add_paragraph(note)
    if paper.count:
        document.element.body.insert(len(document.element.body) - 1, table(paper, lines))
    else:
        document.add_paragraph("There is no entry.")
    if paper.glossary:
        document.add_heading(ABBREVIATIONS, 1)
        for line in paper.glossary:
            document.add_paragraph(UNPRINTABLE.sub("", line))
    document.save(to)


def _lay_out(document: "Document", paper: Paper) -> None:
    """The page lies across, is marked at its head, and says its language and title."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(14)
    section.header.paragraphs[0].text = paper.marking
    section.footer.paragraphs[0].text = paper.reference
    document.core_properties.title = paper.title
    document.core_properties.author = paper.board
    document.core_properties.language = "en-GB"
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(8)
    for language in document.styles.element.iter(f"{{{W}}}lang"):
        language.set(f"{{{W}}}val", "en-GB")


def table(paper: Paper, lines: Iterable[Line]) -> etree._Element:
    """Return the table: a flagged heading row, then one row a line."""
    made = _element("tbl")
    facts = _under(made, "tblPr")
    _under(facts, "tblStyle", val="TableGrid")
    _under(facts, "tblW", type="dxa", w=str(sum(WIDTHS)))
    _under(facts, "tblLayout", type="fixed")
    grid = _under(made, "tblGrid")
    for width in WIDTHS:
        _under(grid, "gridCol", w=str(width))
    made.append(_row(HEADS, [""] * len(HEADS), is_head=True))
    for line in lines:
        made.append(_row(columns_of(line), tints_of(line, are_whole=paper.colours_rows)))
    return made


def _row(cells: Iterable[str], tints: Iterable[str], *, is_head: bool = False) -> etree._Element:
    row = _element("tr")
    facts = _under(row, "trPr")
    _under(facts, "cantSplit")
    if is_head:
        _under(facts, "tblHeader")
    for width, text, tint in zip(WIDTHS, cells, tints, strict=True):
        cell = _under(row, "tc")
        facts = _under(cell, "tcPr")
        _under(facts, "tcW", type="dxa", w=str(width))
        if tint:
            _under(facts, "shd", val="clear", color="auto", fill=tint.lstrip("#"))
        for paragraph in _paragraphs(text):
            _write(_under(cell, "p"), paragraph, is_bold=is_head)
    return row


def _paragraphs(text: str) -> Iterator[str]:
    """Yield at least one: a cell without a paragraph is no Word file."""
    yield from text.split("\n") if text else [""]


def _write(paragraph: etree._Element, text: str, *, is_bold: bool) -> None:
    if not text:
        return
    run = _under(paragraph, "r")
    if is_bold:
        _under(_under(run, "rPr"), "b")
    word = _under(run, "t")
    word.set(SPACE, "preserve")
    word.text = text


def _element(name: str) -> etree._Element:
    from docx.oxml.parser import OxmlElement

    return OxmlElement(f"w:{name}")


def _under(parent: etree._Element, name: str, **facts: str) -> etree._Element:
    made = etree.SubElement(parent, f"{{{W}}}{name}")
    for fact, value in facts.items():
        made.set(f"{{{W}}}{fact}", value)
    return made
