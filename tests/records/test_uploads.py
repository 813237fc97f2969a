"""A file that is sent is sealed while it comes, checked, and kept without being copied."""

import io
import os
from pathlib import Path

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.test import RequestFactory

from boards.govuk.forms import PortalForm
from records.document_field import DocumentField
from records.incoming import Incoming, SealedUpload, keys
from records.models import Document
from records.sealing import CHUNK, Opened, Tampered, seal
from tests.factories import AT, BoardFactory, UserFactory
from tests.records import files


class PaperForm(PortalForm):
    paper = DocumentField(called="the paper")
    note = forms.CharField(max_length=20, required=False)


REQUESTS: list[HttpRequest] = []


@pytest.fixture(autouse=True)
def _elsewhere(settings, tmp_path):
    settings.DOCUMENTS = tmp_path
    yield
    while REQUESTS:
        REQUESTS.pop().close()


def sent(content: bytes, name: str = "minutes.pdf", user: object = None) -> PaperForm:
    """Return the form as it is after the file came in through the real handler."""
    request = RequestFactory().post(
        "/", {"note": "typed", "paper": SimpleUploadedFile(name, content)}
    )
    request.user = user or UserFactory.build()
    REQUESTS.append(request)
    return PaperForm(request.POST, request.FILES)


def on_disk(settings) -> list[Path]:
    return [path for path in Path(settings.DOCUMENTS).rglob("*") if path.is_file()]


def test_a_file_lies_sealed_while_it_comes_and_is_gone_when_it_was_not_kept(settings):
    form = sent(files.PDF)
    assert form.is_valid(), form.errors
    upload = form.cleaned_data["paper"]
    (lying,) = on_disk(settings)
    assert b"PDF" not in lying.read_bytes()
    assert upload.read() == files.PDF
    upload.close()
    assert on_disk(settings) == []


@pytest.mark.django_db
def test_what_is_kept_is_moved_not_copied_and_survives_the_request(settings):
    content = files.PDF + os.urandom(2 * CHUNK)
    form = sent(content)
    assert form.is_valid()
    upload = form.cleaned_data["paper"]
    (before,) = on_disk(settings)
    inode = before.stat().st_ino
    kept = Document.keep(upload, board=BoardFactory(), by=UserFactory(), at=AT)
    upload.close()
    (after,) = on_disk(settings)
    assert after.stat().st_ino == inode
    assert oct(after.stat().st_mode)[-3:] == "600"
    assert kept.read() == content
    assert (kept.name, kept.media_type, kept.size) == (
        "minutes.pdf",
        "application/pdf",
        len(content),
    )


def test_a_file_that_is_too_large_is_refused_and_nothing_typed_is_lost(settings):
    settings.MAX_DOCUMENT_BYTES = CHUNK
    form = sent(files.PDF + bytes(3 * CHUNK))
    assert form.errors["paper"] == ["The file is 3 MB: the most that is taken is 1 MB"]
    assert form.cleaned_data["note"] == "typed"


def test_whoever_is_not_signed_in_leaves_nothing_on_disk(settings):
    form = sent(files.PDF, user=AnonymousUser())
    assert form.errors["paper"] == ["Choose the file with the paper"]
    assert on_disk(settings) == []


def test_a_wrong_name_is_put_right_with_a_notice():
    form = sent(files.PDF, name="minutes.docx")
    assert form.is_valid()
    upload = form.cleaned_data["paper"]
    assert upload.name == "minutes.docx.pdf"
    assert "is a PDF" in upload.notice


def test_a_program_is_refused_in_plain_words():
    assert "Windows program" in sent(b"MZ\x90\x00" + bytes(60)).errors["paper"][0]


def test_an_upload_reads_from_any_place():
    content = os.urandom(2 * CHUNK + 99)
    incoming = Incoming()
    for start in range(0, len(content), 65536):
        incoming.write(content[start : start + 65536])
    upload = incoming.finish("a.pdf")
    for at in (0, CHUNK - 3, CHUNK, 2 * CHUNK, len(content) - 1):
        upload.seek(at)
        assert upload.read(10) == content[at : at + 10]
    upload.seek(0)
    assert b"".join(upload.chunks()) == content
    assert isinstance(upload, SealedUpload)
    upload.close()


@pytest.mark.parametrize("size", [0, 1, CHUNK, CHUNK + 1])
def test_a_sealed_file_that_was_changed_does_not_read(size):
    content, sealed = os.urandom(size), io.BytesIO()
    seal(io.BytesIO(content), sealed, keys())
    sealed.seek(0)
    assert io.BufferedReader(Opened(sealed, keys())).read() == content
    sealed.seek(0)
    whole = sealed.read()
    cut = io.BytesIO(whole[:-1])
    with pytest.raises(Tampered):
        io.BufferedReader(Opened(cut, keys())).read()
