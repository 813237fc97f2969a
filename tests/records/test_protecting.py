"""A file with a password shows nothing without it, and all of itself with it."""

import io

import pytest
from docx import Document
from msoffcrypto import OfficeFile
from msoffcrypto.exceptions import InvalidKeyError
from openpyxl import Workbook
from pypdf import PasswordType, PdfReader

from records.kinds import CSV, DOCX, PDF, XLSX
from records.pdf import set_pages
from records.protecting import may_carry_a_password, protected

PASSWORD = "lantern gravel ötter"
WORDS = b"Kestrel"


def word() -> bytes:
    document, to = Document(), io.BytesIO()
    document.add_paragraph(WORDS.decode())
    document.save(to)
    return to.getvalue()


def excel(rows: int = 3000) -> bytes:
    book, to = Workbook(), io.BytesIO()
    for row in range(rows):
        book.active.append([row, f"{WORDS.decode()} {row}"])
    book.save(to)
    return to.getvalue()


@pytest.mark.parametrize(("plain", "kind"), [(word(), DOCX), (excel(), XLSX), (excel(1), XLSX)])
def test_an_office_file_opens_with_its_password_and_with_no_other(plain, kind):
    locked = protected(io.BytesIO(plain), kind.media_type, PASSWORD).read()
    assert not locked.startswith(b"PK")
    file = OfficeFile(io.BytesIO(locked))
    with pytest.raises(InvalidKeyError):
        file.load_key(password="lantern gravel otter", verify_password=True)
    file.load_key(password=PASSWORD, verify_password=True)
    opened = io.BytesIO()
    file.decrypt(opened, verify_integrity=True)
    assert opened.getvalue() == plain


def test_a_pdf_opens_with_its_password_and_keeps_its_tags(tmp_path):
    page = tmp_path / "page.typ"
    page.write_text('#set document(title: "A copy")\n= A heading\n' + WORDS.decode())
    plain = set_pages(page, {})
    locked = protected(io.BytesIO(plain), PDF.media_type, PASSWORD).read()
    assert PdfReader(io.BytesIO(locked)).decrypt("another") == PasswordType.NOT_DECRYPTED
    reader = PdfReader(io.BytesIO(locked), password=PASSWORD)
    assert WORDS.decode() in reader.pages[0].extract_text()
    assert "/StructTreeRoot" in reader.trailer["/Root"]


def test_text_carries_no_password():
    assert not may_carry_a_password(CSV.media_type)
    with pytest.raises(KeyError):
        protected(io.BytesIO(b"a,b"), CSV.media_type, PASSWORD)
