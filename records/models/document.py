"""A document: its facts here, its content sealed on disk."""

import uuid
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import IO, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage
from django.db import models
from django.db.models import Q

from boards.models import Board, User
from records import sealing
from records.incoming import keys, received
from records.scanning import ScanState, scan


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


class Infected(ValidationError):
    """Malware was found, so the file is not kept."""

    def __init__(self, finding: str) -> None:
        super().__init__(f"Malware was found in the file ({finding}). It was not kept.")


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
    scan = models.CharField(
        max_length=12, choices=ScanState, default=ScanState.NOT_SCANNED, db_index=True
    )
    finding = models.CharField(max_length=200, blank=True)
    scanned_at = models.DateTimeField(null=True, blank=True)
    kept_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    kept_at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(scan=ScanState.INFECTED) | (Q(content="") & ~Q(finding="")),
                name="infected_is_not_kept",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["sha256"], name="document_checksum")]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def keep(
        cls,
        content: IO[bytes],
        *,
        name: str = "",
        media_type: str = "",
        board: Board | int,
        by: User | None,
        at: datetime,
    ) -> "Document":
        """The content is kept, sealed, with its size, its checksum and what the scanner said.

        Raises Infected, and keeps nothing, where malware was found.
        """
        with received(content) as upload:
            found = upload.scan or scan(upload)
            if found.state == ScanState.INFECTED:
                raise Infected(found.finding)
            kept = cls(
                board_id=board.pk if isinstance(board, Board) else board,
                name=Path(name or upload.name).name[:200],
                media_type=media_type or upload.media_type,
                size=upload.size,
                sha256=upload.sha256,
                scan=found.state,
                finding=found.finding,
                scanned_at=at if found.state == ScanState.CLEAN else None,
                kept_by=by,
                kept_at=at,
            )
            kept.content.save("", upload.sealed(), save=False)
        kept.save()
        return kept

    @property
    def is_released(self) -> bool:
        """Whether it may go out at all: scanned, or kept where there is no scanner."""
        return self.scan in {ScanState.CLEAN, ScanState.NOT_SCANNED}

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
