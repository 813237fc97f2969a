"""A file with a password shows nothing without it, and all of itself with it."""

import contextlib
import io

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from msoffcrypto import OfficeFile
from msoffcrypto.exceptions import InvalidKeyError
from openpyxl import Workbook
from pypdf import PasswordType, PdfReader

from records.kinds import CSV, DOCX, PDF, XLSX
from records.packages import NotTaken
from records.pdf import set_pages
from records.protecting import may_carry_a_password, protected
from records.unlocking import WrongPassword, is_locked, unlocked

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


def test_a_locked_file_is_opened_with_its_password_and_with_no_other():
    locked = protected(io.BytesIO(word()), DOCX.media_type, PASSWORD).read()
    assert is_locked(locked)
    opened = unlocked(locked, PASSWORD)
    assert Document(io.BytesIO(opened)).paragraphs[0].text == WORDS.decode()
    assert not is_locked(opened)
    with pytest.raises(WrongPassword):
        unlocked(locked, "another password")


LOCKED = protected(io.BytesIO(word()), DOCX.media_type, PASSWORD).read()
HOURS = b'spinCount="9999999999" salt="16"'  # turns of the hash, for which a worker needs hours


@pytest.mark.parametrize(
    ("wanted", "instead"),
    [
        (b'spinCount="100000" saltSize="16"', HOURS),
        (b'spinCount="100000" saltSize="16"', HOURS.replace(b'"', b"'")),
        (b"<?xml version", b"<!DOCTYPE ver"),
        (b"</encryption>", b"</decryption>"),
        (b"spinCount", b"spanCount"),
    ],
)
def test_a_trap_in_a_locked_file_is_refused_at_once(wanted, instead):
    trap = LOCKED.replace(wanted, instead, 1)
    assert len(trap) == len(LOCKED) and trap != LOCKED
    with pytest.raises(NotTaken):
        unlocked(trap, PASSWORD)


@settings(max_examples=40)
@given(st.integers(0, 5000), st.binary(min_size=1, max_size=40))
def test_a_damaged_locked_file_is_refused_and_nothing_else(at, garbage):
    locked = bytearray(LOCKED)
    locked[at : at + len(garbage)] = garbage
    if is_locked(bytes(locked)):
        with contextlib.suppress(NotTaken, WrongPassword):
            unlocked(bytes(locked), PASSWORD)
