"""Documents are sealed at rest: what was kept comes back, and nothing else does."""

import io
import os
from pathlib import Path

import pytest

from records import sealing
from records.models import Document
from records.sealing import CHUNK, Keys, Opened, Tampered, key_of, seal
from tests.factories import AT, BoardFactory, UserFactory

OLD, NEW = os.urandom(32), os.urandom(32)
KEYS = Keys({"old": OLD})
TURNED = Keys({"new": NEW, "old": OLD})


def sealed(content: bytes, keys: Keys = KEYS) -> bytes:
    to = io.BytesIO()
    seal(io.BytesIO(content), to, keys)
    return to.getvalue()


def unsealed(content: bytes, keys: Keys = KEYS) -> bytes:
    return io.BufferedReader(Opened(io.BytesIO(content), keys)).read()


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 7])
def test_what_was_sealed_comes_back(size):
    content = os.urandom(size)
    assert unsealed(sealed(content)) == content


def test_what_is_sealed_cannot_be_read_without_the_key():
    assert b"Child A" not in sealed(b"Child A was seen." * 50)


def test_an_earlier_key_still_opens_after_the_key_was_turned():
    kept = sealed(b"kept long ago")
    assert unsealed(kept, TURNED) == b"kept long ago"
    assert key_of(io.BytesIO(kept)) == "old"
    assert key_of(io.BytesIO(sealed(b"new", TURNED))) == "new"


def test_a_key_that_is_gone_is_named():
    with pytest.raises(Tampered, match="“old”"):
        unsealed(sealed(b"x"), Keys({"new": NEW}))


def test_a_changed_byte_is_refused_wherever_it_is():
    whole = sealed(os.urandom(CHUNK + 50))
    for place in (0, 3, 6, 12, 40, CHUNK, len(whole) - 1):
        changed = bytearray(whole)
        changed[place] ^= 1
        with pytest.raises(Tampered):
            unsealed(bytes(changed))


def test_a_cut_end_is_refused_even_between_chunks():
    whole = sealed(os.urandom(2 * CHUNK + 50))
    head = len(sealed(b"")) - sealing.TAG
    for end in (4, 8, head, head + CHUNK + sealing.TAG, head + 2 * (CHUNK + sealing.TAG)):
        with pytest.raises(Tampered):
            unsealed(whole[:end])


def test_chunks_that_changed_places_are_refused():
    whole = sealed(os.urandom(3 * CHUNK))
    head, length = len(sealed(b"")) - sealing.TAG, CHUNK + sealing.TAG
    first, second = whole[head : head + length], whole[head + length : head + 2 * length]
    with pytest.raises(Tampered):
        unsealed(whole[:head] + second + first + whole[head + 2 * length :])


@pytest.mark.parametrize("text", ["", "name", "name:short", "name:!!!", ":aaaa"])
def test_keys_that_are_none_are_refused(text):
    with pytest.raises(ValueError, match="key"):
        Keys.parse(text)


@pytest.mark.django_db
def test_a_document_is_kept_under_a_name_that_says_nothing(settings):
    kept = keep(b"Child A was seen.", name="../../Child A.docx")
    assert kept.read() == b"Child A was seen."
    assert (kept.name, kept.size) == ("Child A.docx", 17)
    on_disk = Path(kept.content.path).relative_to(settings.DOCUMENTS)
    assert "Child" not in str(on_disk)
    assert b"Child" not in (settings.DOCUMENTS / on_disk).read_bytes()


@pytest.mark.django_db
def test_a_document_changed_on_disk_is_refused_and_named():
    kept = keep(b"Child A was seen.", name="police.docx")
    path = Path(kept.content.path)
    path.chmod(0o600)
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(Tampered, match=r"police\.docx"):
        kept.read()


def keep(content: bytes, *, name: str) -> Document:
    return Document.keep(
        io.BytesIO(content),
        name=name,
        media_type="application/octet-stream",
        board=BoardFactory(),
        by=UserFactory(),
        at=AT,
    )
