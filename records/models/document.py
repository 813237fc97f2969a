"""A document: its facts here, its content sealed on disk."""

import hashlib
import io
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, ClassVar, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage
from django.db import models, transaction
from django.db.models import Q

from boards.models import Board, User
from records import sealing
from records.incoming import keys, received
from records.kinds import KINDS
from records.scanning import SCAN_COLOURS, ScanState, scan


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


class DocumentQuerySet(models.QuerySet["Document"]):
    def kept(self) -> Self:
        """Leave out those in which malware was found: their content is gone."""
        return self.exclude(scan=ScanState.INFECTED)

    def unscanned(self) -> Self:
        """Keep those that no scanner has looked at."""
        return self.filter(scan__in=[ScanState.WAITING, ScanState.NOT_SCANNED])


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

    objects = DocumentQuerySet.as_manager()

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

    @property
    def standing(self) -> tuple[str, str]:
        """What the scanner said, and the colour of its tag."""
        said = self.get_scan_display()
        if self.scan == ScanState.INFECTED:
            said = f"{said} ({self.finding})"
        return said, SCAN_COLOURS[ScanState(self.scan)]

    @property
    def mark(self) -> str:
        """What to know before opening it, for files in old formats."""
        return next((kind.mark for kind in KINDS if kind.media_type == self.media_type), "")

    def quarantine(self, finding: str, *, at: datetime) -> None:
        """Malware was found in it after it was kept: its content is gone, its facts stay."""
        with transaction.atomic():
            found = Document.objects.select_for_update().get(pk=self.pk)
            name, storage = found.content.name, found.content.storage
            Document.objects.filter(pk=self.pk).update(
                scan=ScanState.INFECTED, finding=finding, scanned_at=at, content=""
            )
            if name:
                transaction.on_commit(lambda: storage.delete(name))
        self.refresh_from_db()

    def chunks(self) -> Iterator[bytes]:
        """Yield the content; raises sealing.Tampered, naming the document, where it was changed."""
        with self.open() as content:
            while chunk := content.read(sealing.CHUNK):
                yield chunk

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """Give the content as a file that reads from any place; raises as `chunks` does."""
        try:
            with self.content.storage.open(self.content.name) as sealed:
                yield io.BufferedReader(sealing.Opened(sealed, keys()))
        except FileNotFoundError as wrong:
            raise sealing.Tampered(f"“{self.name}” cannot be opened. It is gone.") from wrong
        except sealing.Tampered as wrong:
            raise sealing.Tampered(f"“{self.name}” cannot be opened. {wrong}") from wrong

    def verify(self) -> None:
        """Read it to its end; raises sealing.Tampered where it is not what was kept."""
        digest = hashlib.sha256()
        for chunk in self.chunks():
            digest.update(chunk)
        if digest.hexdigest() != self.sha256:
            raise sealing.Tampered(f"“{self.name}” is not what its checksum says.")

    def read(self) -> bytes:
        """Return the whole content; for documents that are small by their kind."""
        return b"".join(self.chunks())
