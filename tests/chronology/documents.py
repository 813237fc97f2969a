"""Files made for tests: documents, workbooks and text with delimiters."""

import csv
import io
import random
import zipfile
from collections.abc import Collection
from xml.sax.saxutils import escape

from openpyxl import Workbook


def csv_text(rng: random.Random, lines: list[list[str]]) -> bytes:
    """The lines with one delimiter and in one encoding of many."""
    text = io.StringIO()
    delimiter = rng.choice(",;\t|")
    csv.writer(text, delimiter=delimiter, quoting=rng.choice((0, 1))).writerows(lines)
    encoding = rng.choice(
        ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman", "utf-16-be")
    )
    return text.getvalue().encode(encoding, "replace")


def word_document(tables: list[str]) -> bytes:
    """A document whose body is the tables given as XML."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"{table}<w:p/>" for table in tables)
    return package(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.wordprocessingml.document.main+xml"/></Types>',
            "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
        }
    )


def package(parts: dict[str, str]) -> bytes:
    """A zip archive of the parts."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return into.getvalue()


def word_cell(text: str, layout: str = "") -> str:
    """A table cell; lines become paragraphs."""
    words = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        for line in text.split("\n")
    )
    return f'<w:tc><w:tcPr><w:tcW w:w="1"/>{layout}</w:tcPr>{words}</w:tc>'


def word_table(lines: list[list[str]], across: Collection[int] = ()) -> str:
    """A plain table; the lines of `across` are one cell that runs across."""
    found = []
    for i, line in enumerate(lines):
        if i in across:
            cells = word_cell(line[0], f'<w:gridSpan w:val="{len(line)}"/>')
        else:
            cells = "".join(map(word_cell, line))
        found.append(f"<w:tr>{cells}</w:tr>")
    return f"<w:tbl>{''.join(found)}</w:tbl>"


def workbook(lines: list[list[str]], sheet: str) -> bytes:
    """A workbook of one sheet; every cell is text."""
    book = Workbook()
    page = book.active
    page.title = sheet
    for i, line in enumerate(lines, start=1):
        for j, text in enumerate(line, start=1):
            if text:
                page.cell(i, j).value = text
                page.cell(i, j).data_type = "s"
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()
