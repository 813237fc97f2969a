"""Small files of every kind, as tests send them."""

import io
import zipfile

from docx import Document as WordDocument
from openpyxl import Workbook

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(32)
JPEG = b"\xff\xd8\xff\xe0" + bytes(32)
RTF = b"{\\rtf1\\ansi Minutes}"
E_MAIL = b"Received: from a\r\nFrom: a@lscb.example\r\nSubject: Minutes\r\n\r\nDear all\r\n"
# As eicar.org gives it, in two halves so that no scanner takes this file for one.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD" + b"-ANTIVIRUS-TEST-FILE!$H+H*"


def docx(text: str = "Minutes of the panel") -> bytes:
    paper, content = WordDocument(), io.BytesIO()
    paper.add_paragraph(text)
    paper.save(content)
    return content.getvalue()


def xlsx() -> bytes:
    content = io.BytesIO()
    Workbook().save(content)
    return content.getvalue()


def archive(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    return content.getvalue()


def with_macros() -> bytes:
    return archive(
        {
            "[Content_Types].xml": b"<Types/>",
            "word/document.xml": b"<document/>",
            "word/vbaProject.bin": b"macros",
        }
    )


def a_bomb() -> bytes:
    """Return 100 MB of nothing, packed as a Word document."""
    return archive(
        {"[Content_Types].xml": b"<Types/>", "word/document.xml": bytes(100 * 1024 * 1024)}
    )


def with_a_password() -> bytes:
    """Return an archive whose parts are marked as encrypted."""
    content = bytearray(archive({"[Content_Types].xml": b"x", "word/document.xml": b"y"}))
    at = 0
    while (at := content.find(b"PK\x01\x02", at)) >= 0:
        content[at + 8] |= 1
        at += 4
    return bytes(content)
