"""The portal's own nine templates, made from the words in wording.json.

`bin/make_word_templates.py` writes them; they are kept, so that a board can start from one in Word.
"""

import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table

from reviews.word.filling import NOT_RECORDED
from reviews.word.kinds import MARKING, PaperKind

WORDING = json.loads(Path(__file__).with_name("wording.json").read_text())
WIDTH = Cm(16)


def make(kind: PaperKind) -> bytes:
    """Return the template as a Word file."""
    words = WORDING[kind.value]
    paper = _begun(words["title"])
    for block in words["blocks"]:
        _add(paper, block)
    written = io.BytesIO()
    paper.save(written)
    return written.getvalue()


def _begun(title: str) -> Paper:
    """Return an A4 page in a readable size, marked, with its language and title."""
    paper = Document()
    for language in paper.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    paper.core_properties.title = title
    paper.core_properties.author = "{{ board }}"
    paper.core_properties.language = "en-GB"
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    normal = paper.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    normal.paragraph_format.space_after = Pt(8)
    for name in ("Title", "Heading 1", "Heading 2"):
        style = paper.styles[name]
        style.font.name = "Arial"
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    header.text, header.alignment = f"{MARKING}: {{{{ board }}}}", WD_ALIGN_PARAGRAPH.CENTER
    footer.text = "Review {{ reference }}. Made on {{ today }}. Page "
    _add_page_number(footer)
    paper.add_heading(title, level=0)
    return paper


def _add(paper: Paper, block: dict[str, Any]) -> None:
    """Add a block: its only key says what it is."""
    ((what, content),) = block.items()
    BLOCKS[what](paper, content)


def _add_heading(paper: Paper, text: str) -> None:
    paper.add_heading(text, level=1)


def _add_paragraph(paper: Paper, text: str) -> None:
    paper.add_paragraph(text)


def _add_lines(paper: Paper, lines: Sequence[str]) -> None:
    for line in lines:
        paper.add_paragraph(line).paragraph_format.space_after = Pt(0)
    paper.add_paragraph()


def _add_list(paper: Paper, content: dict[str, str]) -> None:
    """Add a bullet for every item, or say that there is none."""
    paper.add_paragraph(f"{{%p for each in {content['of']} %}}")
    paper.add_paragraph(content["line"], style="List Bullet")
    for line in ("{%p else %}", NOT_RECORDED, "{%p endfor %}"):
        paper.add_paragraph(line)


def _add_sections(paper: Paper, _content: bool) -> None:
    """Add every section of the report, with its heading."""
    paper.add_paragraph("{%p for section in sections %}")
    paper.add_heading("{{ section.title }}", level=1)
    for line in ("{%p for paragraph in section.paragraphs %}", "{{ paragraph }}"):
        paper.add_paragraph(line)
    for _each in ("paragraphs", "sections"):
        paper.add_paragraph("{%p endfor %}")


def _add_where_filled(paper: Paper, content: dict[str, Any]) -> None:
    """Add blocks that are left out where the field is empty."""
    paper.add_paragraph(f"{{%p if {content['of']} %}}")
    for each in content["blocks"]:
        _add(paper, each)
    paper.add_paragraph("{%p endif %}")


def _add_facts(paper: Paper, facts: Sequence[Sequence[str]]) -> None:
    """Add a table of two columns: the name of a fact, and the fact."""
    table = _table(paper, 2, "Facts of the case")
    for name, value in facts:
        cells = table.add_row().cells
        cells[0].width, cells[1].width = Cm(5.5), Cm(10.5)
        cells[0].paragraphs[0].add_run(name).bold = True
        cells[1].text = value
    paper.add_paragraph()


def _add_table(paper: Paper, content: dict[str, Any]) -> None:
    """Add a table that repeats a row for every item of a list."""
    columns = content["columns"]
    table = _table(paper, len(columns), content["says"])
    head = table.add_row()
    for cell, (name, _value) in zip(head.cells, columns, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    repeated = OxmlElement("w:tblHeader")
    head._tr.get_or_add_trPr().append(repeated)
    table.add_row().cells[0].text = f"{{%tr for row in {content['of']} %}}"
    for cell, (_name, value) in zip(table.add_row().cells, columns, strict=True):
        cell.text = value
    table.add_row().cells[0].text = "{%tr endfor %}"
    paper.add_paragraph()


def _table(paper: Paper, columns: int, says: str) -> Table:
    table = paper.add_table(rows=0, cols=columns, style="Table Grid")
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), says)
    table._tbl.tblPr.append(caption)
    for column in table.columns:
        column.width = int(WIDTH / columns)
    return table


def _add_page_number(paragraph: object) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


BLOCKS: dict[str, Callable[[Paper, Any], None]] = {
    "heading": _add_heading,
    "paragraph": _add_paragraph,
    "lines": _add_lines,
    "list": _add_list,
    "facts": _add_facts,
    "table": _add_table,
    "sections": _add_sections,
    "if": _add_where_filled,
}
