"""The words of a Word paper: headings, paragraphs, lists and tables, in their order."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from reviews.meetings.blocks import Block, bullet, heading, table, text

LARGEST = 60 * 1024 * 1024  # bytes of the package unpacked; more is no paper for a meeting


class NotSet(Exception):
    """The paper cannot be set here; the message says why, for the slip in its place."""


@dataclass(frozen=True)
class WordText:
    """What was read, and whether pictures were left out."""

    blocks: list[Block]
    has_pictures: bool


def word_text(content: bytes) -> WordText:
    """Return the text of a .docx; raises NotSet."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if sum(part.file_size for part in package.infolist()) > LARGEST:
                raise NotSet("It is too large a Word document.")
        document = Document(io.BytesIO(content))
    except (zipfile.BadZipFile, PackageNotFoundError, XMLSyntaxError, KeyError, ValueError) as why:
        raise NotSet("It is a Word document that is damaged.") from why
    has_pictures = bool(document.element.body.xpath(".//w:drawing | .//w:pict"))
    return WordText(list(_blocks(document)), has_pictures)


def _blocks(document: object) -> Iterator[Block]:
    from docx.table import Table

    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield table([[cell.text for cell in row.cells] for row in part.rows], has_head=False)
        elif words := part.text.strip():
            yield _paragraph(words, (part.style.name or "") if part.style else "")


def _paragraph(words: str, style: str) -> Block:
    if style == "Title":
        return heading(words, 1)
    if style.startswith("Heading"):
        level = style.removeprefix("Heading").strip()
        return heading(words, int(level) if level.isdigit() else 1)
    return bullet(words) if style.startswith("List") else text(words)
