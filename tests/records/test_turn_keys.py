"""Turning the key: every document is sealed anew, and those that were touched are named."""

import base64
import io
import os
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from records import sealing
from records.downloads import download
from records.models import AuditEvent, Document
from records.models import document as documents
from tests.factories import AT, BoardFactory

pytestmark = pytest.mark.django_db

OLD, NEW = (base64.b64encode(os.urandom(32)).decode() for _ in range(2))


@pytest.fixture(autouse=True)
def _elsewhere(settings, tmp_path):
    settings.DOCUMENTS = tmp_path
    settings.DOCUMENT_KEYS = f"old:{OLD}"
    documents.keys.cache_clear()
    yield
    documents.keys.cache_clear()


def a_document(content: bytes = b"kept long ago", name: str = "letter.docx") -> Document:
    return Document.keep(
        io.BytesIO(content), name=name, media_type="text/csv", board=BoardFactory(), by=None, at=AT
    )


def the_key_is_turned(settings) -> None:
    settings.DOCUMENT_KEYS = f"new:{NEW},old:{OLD}"
    documents.keys.cache_clear()


def turn() -> str:
    out = StringIO()
    call_command("turn_document_keys", stdout=out)
    return out.getvalue()


def key_of(document: Document) -> str:
    with Path(document.content.path).open("rb") as sealed:
        return sealing.key_of(sealed)


def test_every_document_is_sealed_with_the_current_key_and_still_says_the_same(settings):
    long = os.urandom(2 * sealing.CHUNK + 7)
    one, other = a_document(), a_document(long)
    the_key_is_turned(settings)
    assert "2 documents were sealed" in turn()
    assert {key_of(one), key_of(other)} == {"new"}
    settings.DOCUMENT_KEYS = f"new:{NEW}"  # the old one is gone
    documents.keys.cache_clear()
    assert (one.read(), other.read()) == (b"kept long ago", long)


def test_turning_again_changes_nothing(settings):
    document = a_document()
    the_key_is_turned(settings)
    turn()
    before = Path(document.content.path).read_bytes()
    assert "0 documents were sealed with the current key, 1 had it already" in turn()
    assert Path(document.content.path).read_bytes() == before


def test_what_was_touched_is_named_and_left_and_the_rest_is_turned(settings):
    touched, gone, whole = a_document(name="touched.docx"), a_document(), a_document()
    path = Path(touched.content.path)
    whole_before = path.read_bytes()
    changed = whole_before[:-1] + bytes([whole_before[-1] ^ 1])
    path.write_bytes(changed)
    Path(gone.content.path).unlink()
    the_key_is_turned(settings)
    with pytest.raises(CommandError, match=r"touched\.docx") as refusal:
        turn()
    assert f"Document {gone.pk}" in str(refusal.value)
    assert path.read_bytes() == changed
    assert key_of(whole) == "new"
    assert len(list(path.parent.iterdir())) == 1  # nothing half-made is left beside it


def test_the_log_says_how_many_were_turned(settings):
    a_document()
    the_key_is_turned(settings)
    turn()
    assert AuditEvent.objects.get(verb="turn_keys").sentence.startswith("1 documents were sealed")


def test_a_download_is_a_file_to_save_under_its_own_name():
    response = download(a_document(b"Date,Event", name="Émilie “B”.csv"))
    assert b"".join(response.streaming_content) == b"Date,Event"
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''%C3%89milie")
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_download_of_what_was_touched_never_begins():
    document = a_document()
    path = Path(document.content.path)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(sealing.Tampered):
        download(document)
