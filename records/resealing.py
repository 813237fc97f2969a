"""Turning the keys: every document is sealed anew with the key that is current."""

import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from records import sealing
from records.models import Document
from records.models.document import keys


@dataclass
class Turned:
    """How many documents have the current key now, had it before, and which were touched."""

    turned: int = 0
    current: int = 0
    touched: list[str] = field(default_factory=list)


def turn_keys() -> Turned:
    """Every document that opens is sealed with the current key.

    Each is replaced whole or not at all, so that the work may be stopped and begun again.
    """
    outcome = Turned()
    for document in Document.objects.kept().order_by("pk").iterator(chunk_size=500):
        try:
            was_turned = turn_key(document)
        except (sealing.Tampered, OSError) as wrong:
            outcome.touched.append(f"Document {document.pk}: {wrong}")
        else:
            outcome.turned += was_turned
            outcome.current += not was_turned
    return outcome


def turn_key(document: Document) -> bool:
    """The document has the current key; return whether it had another before.

    Raises sealing.Tampered, and OSError where its content is gone.
    """
    path = Path(document.content.path)
    with path.open("rb") as sealed:
        if sealing.key_of(sealed) == keys().current:
            return False
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as anew:
        try:
            with document.open() as content:
                sealing.seal(content, anew, keys())
            anew.flush()
            os.fsync(anew.fileno())
        except BaseException:
            Path(anew.name).unlink()
            raise
    Path(anew.name).chmod(0o600)
    Path(anew.name).replace(path)
    return True
