"""Whether every kept document is still what was kept."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from records.incoming import folder
from records.models import Document
from records.sealing import Tampered

LONGEST_REQUEST = timedelta(days=1)


def broken_documents() -> Iterator[tuple[Document, str]]:
    """Yield each document that does not open or does not match its checksum, and the reason."""
    for document in Document.objects.kept().order_by("pk").iterator(chunk_size=500):
        try:
            document.verify()
        except (Tampered, OSError) as wrong:
            yield document, str(wrong)


def clear_away(*, before: datetime) -> int:
    """Sealed uploads that no request can still be sending are gone; return how many."""
    old = [path for path in folder().iterdir() if _changed(path, before) > LONGEST_REQUEST]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _changed(path: Path, before: datetime) -> timedelta:
    """Return for how long nothing was written to it."""
    try:
        return timedelta(seconds=before.timestamp() - path.stat().st_mtime)
    except FileNotFoundError:
        return timedelta()
