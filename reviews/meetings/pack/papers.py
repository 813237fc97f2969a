"""A paper as pages: a PDF as it is, Word and plain text set anew, anything else a slip."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from reviews.meetings.blocks import Block, set_blocks, table, text
from reviews.meetings.pack.word_text import NotSet, word_text

ENCLOSED = "This paper is enclosed separately. Open it in the portal, or ask the board’s office."
RESET = (
    "Set from the Word document: its words and tables, without its layout, notes and page headings."
)
NO_PICTURES = " Its pictures are not shown: open the document in the portal to see them."
# What pypdf raises over a PDF that is broken in ways that it does not look for.
BROKEN = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError)
ACTIVE = frozenset({"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/Rendition"})


@dataclass(frozen=True)
class Pages:
    """A paper as a PDF of its own; `is_slip` where it stands for one that is enclosed."""

    pdf: bytes
    count: int
    is_slip: bool = False


def pages_of(title: str, name: str, content: bytes) -> Pages:
    """Return the paper as pages, by what its content is: its name can say anything."""
    try:
        return _maker(content)(title, content)
    except NotSet as why:
        words = [text(f"File: {name}"), text(str(why)), text(ENCLOSED)]
        return _counted(set_blocks(title, words), is_slip=True)


def _maker(content: bytes) -> Callable[[str, bytes], Pages]:
    if content[:1024].lstrip().startswith(b"%PDF"):
        return _from_pdf
    if content.startswith(b"PK\x03\x04"):
        return _from_word
    return _from_text


def _from_pdf(title: str, content: bytes) -> Pages:
    """Return the pages of the PDF without what would run or send when they are opened."""
    writer = PdfWriter()
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise NotSet("It is a PDF with a password.")
        writer.append(reader, import_outline=False)
        for page in writer.pages:
            _quieten(page)
        writer.root_object.pop("/OpenAction", None)
        writer.root_object.pop("/Names", None)
        out = io.BytesIO()
        writer.write(out)
    except BROKEN as why:
        raise NotSet("It is a PDF that is damaged.") from why
    if not writer.pages:
        raise NotSet("It is a PDF without a page.")
    return Pages(out.getvalue(), len(writer.pages))


def _quieten(page: DictionaryObject) -> None:
    """Nothing on the page runs, opens or sends anything by itself."""
    page.pop("/AA", None)
    annotations = page.get("/Annots")
    kept = ArrayObject()
    for annotation in (annotations.get_object() if annotations else None) or []:
        one = annotation.get_object()
        one.pop("/AA", None)
        action = one.get("/A")
        if action and action.get_object().get("/S") in ACTIVE:
            one.pop("/A")
        if one.get("/Subtype") != "/FileAttachment":
            kept.append(annotation)
    if annotations:
        page[NameObject("/Annots")] = kept


def _from_word(title: str, content: bytes) -> Pages:
    with_names = io.BytesIO(content)
    if b"word/document.xml" not in with_names.getvalue():
        raise NotSet("It is neither a PDF, a Word document nor plain text.")
    read = word_text(content)
    notes = RESET + (NO_PICTURES if read.has_pictures else "")
    return _counted(set_blocks(title, read.blocks, notes=notes))


def _from_text(title: str, content: bytes) -> Pages:
    words = _decoded(content)
    lines = words.splitlines()
    if "," in words and lines and all("," in line for line in lines[:5]):
        return _counted(set_blocks(title, [table(list(csv.reader(lines)))]))
    blocks: list[Block] = [text(part) for part in words.split("\n\n") if part.strip()]
    return _counted(set_blocks(title, blocks))


def _decoded(content: bytes) -> str:
    if b"\x00" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NotSet("It is neither a PDF, a Word document nor plain text.")
    for encoding in ("utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig",):
        try:
            return content.decode(encoding).replace("\r\n", "\n")
        except UnicodeDecodeError:
            return content.decode("cp1252", "replace").replace("\r\n", "\n")
    return ""


def _counted(pdf: bytes, *, is_slip: bool = False) -> Pages:
    return Pages(pdf, len(PdfReader(io.BytesIO(pdf)).pages), is_slip)
