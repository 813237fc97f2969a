"""A document: its facts here, its content sealed on disk."""

import hashlib
import tempfile
import uuid
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import IO, ClassVar

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models

from boards.models import Board, User
from records import sealing

IN_MEMORY = 2 * 1024 * 1024  # beyond this a file under way lies on disk, still sealed


@cache
def keys() -> sealing.Keys:
    return sealing.Keys.parse(settings.DOCUMENT_KEYS)


class SealedStorage(FileSystemStorage):
    """Where sealed content lies: outside what the web serves, and where the settings say now."""

    @property
    def location(self) -> str:
        return str(Path(settings.DOCUMENTS).absolute())


def sealed_storage() -> FileSystemStorage:
    return SealedStorage(file_permissions_mode=0o600)


def somewhere(document: "Document", name: str) -> str:
    """Return a path that says nothing of the document."""
    place = uuid.uuid4().hex
    return f"{place[:2]}/{place}"


class Document(models.Model):
    """Something that was handed to the board, as it came. Its content never changes.

    Who may read it is asked of the noun that it hangs on; there is no address of its own.
    """

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.FileField(upload_to=somewhere, storage=sealed_storage)
    kept_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    kept_at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [models.Index(fields=["sha256"], name="document_checksum")]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def keep(
        cls,
        content: IO[bytes],
        *,
        name: str,
        media_type: str,
        board: Board | int,
        by: User | None,
        at: datetime,
    ) -> "Document":
        """The content is kept, sealed, with its size and checksum."""
        digest, size = hashlib.sha256(), 0
        while chunk := content.read(sealing.CHUNK):
            digest.update(chunk)
            size += len(chunk)
        content.seek(0)
        kept = cls(
            board_id=board.pk if isinstance(board, Board) else board,
            name=Path(name).name[:200],
            media_type=media_type,
            size=size,
            sha256=digest.hexdigest(),
            kept_by=by,
            kept_at=at,
        )
        with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as sealed:
            sealing.seal(content, sealed, keys())
            sealed.seek(0)
            kept.content.save("", sealed, save=False)
        kept.save()
        return kept

    def chunks(self) -> Iterator[bytes]:
        """Yield the content; raises sealing.Tampered, naming the document, where it was changed."""
        try:
            with self.content.storage.open(self.content.name) as sealed:
                yield from sealing.opened(sealed, keys())
        except sealing.Tampered as wrong:
            raise sealing.Tampered(f"“{self.name}” cannot be opened. {wrong}") from wrong

    def read(self) -> bytes:
        """Return the whole content; for documents that are small by their kind."""
        return b"".join(self.chunks())
