"""manage.py check_documents, and what is left of uploads that were cut off."""

import io
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from records.checking import clear_away
from records.incoming import Incoming
from records.models import Document
from tests.factories import AT, BoardFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _elsewhere(settings, tmp_path):
    settings.DOCUMENTS = tmp_path


def kept(name: str) -> Document:
    return Document.keep(
        io.BytesIO(b"Minutes"),
        name=name,
        media_type="text/plain",
        board=BoardFactory(),
        by=None,
        at=AT,
    )


def test_documents_that_hold_are_counted(capsys):
    kept("a.txt")
    kept("b.txt")
    call_command("check_documents")
    assert "All documents hold: 2 were opened." in capsys.readouterr().out


def test_the_first_that_do_not_hold_are_named():
    changed, gone, other, whole = (kept(f"{name}.txt") for name in ("ch", "gone", "sum", "whole"))
    path = Path(changed.content.path)
    sealed = path.read_bytes()
    path.write_bytes(sealed[:-1] + bytes([sealed[-1] ^ 1]))
    Path(gone.content.path).unlink()
    Document.objects.filter(pk=other.pk).update(sha256="0" * 64)
    with pytest.raises(CommandError) as refusal:
        call_command("check_documents")
    said = str(refusal.value)
    assert "“ch.txt” cannot be opened" in said
    assert "“gone.txt” cannot be opened. It is gone." in said
    assert "“sum.txt” is not what its checksum says" in said
    assert f"Document {whole.pk}:" not in said


def test_what_a_killed_upload_left_is_cleared_away_after_a_day():
    now = datetime.now(tz=UTC)
    old, new = Incoming(), Incoming()
    long_ago = (now - timedelta(days=2)).timestamp()
    os.utime(old.file.name, (long_ago, long_ago))
    assert clear_away(before=now) == 1
    assert not Path(old.file.name).exists()
    assert Path(new.file.name).exists()
    for incoming in (old, new):
        incoming.discard()
