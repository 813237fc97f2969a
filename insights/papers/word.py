"""A paper as a Word document: real headings, table heads that repeat, pictures that say what."""

import io
from functools import singledispatch
from typing import IO, TYPE_CHECKING

from insights.papers.blocks import Grid, Heading, Paper, Picture, Words
from records.exports import harmless

if TYPE_CHECKING:
    from docx.document import Document

LANGUAGE = "en-GB"
PICTURE_WIDTH = 165  # millimetres


def write_word(paper: Paper, to: IO[bytes]) -> None:
    """The paper stands in `to`."""
    from docx import Document

    document = Document()
    _lay_out(document, paper)
    document.add_heading(paper.title, 0)
    for note in paper.notes:
        document.add_paragraph(note)
    for block in paper.blocks:
        add(block, document)
    document.save(to)


def _lay_out(document: "Document", paper: Paper) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    section = document.sections[0]
    section.header.paragraphs[0].text = paper.marking
    section.footer.paragraphs[0].text = paper.board
    document.core_properties.title = paper.title
    document.core_properties.author = paper.board
    document.core_properties.language = LANGUAGE
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(11)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


@singledispatch
def add(block: object, document: "Document") -> None:
    """The block stands at the end of the document."""
    raise TypeError(f"{type(block).__name__} cannot be written.")


@add.register(Heading)
def _(block: Heading, document: "Document") -> None:
    document.add_heading(block.text, block.level)


@add.register(Words)
def _(block: Words, document: "Document") -> None:
    for line in block.text.splitlines() or [""]:
        document.add_paragraph(line)


@add.register(Grid)
def _(block: Grid, document: "Document") -> None:
    from docx.oxml import OxmlElement

    document.add_paragraph(block.caption, style="Caption")
    table = document.add_table(rows=0, cols=len(block.heads), style="Table Grid")
    for row in (block.heads, *block.rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = str(harmless(text))
    repeats = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeats)
    for cell in table.rows[0].cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True
    document.add_paragraph()


@add.register(Picture)
def _(block: Picture, document: "Document") -> None:
    """Word draws no SVG of its own everywhere, so the drawing goes in as an image of it."""
    import typst
    from docx.shared import Mm

    source = (
        "#set page(width: 16.5cm, height: auto, margin: 0pt)\n"
        '#image(bytes(sys.inputs.at("svg")), format: "svg", width: 100%)'
    )
    image = typst.compile(source.encode(), sys_inputs={"svg": block.svg}, format="png", ppi=144)
    picture = document.add_picture(io.BytesIO(image), width=Mm(PICTURE_WIDTH))
    picture._inline.docPr.set("descr", block.says)
