"""Content on its way in: sealed while it comes, so that nothing lies on disk as it came."""

import hashlib
import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.files import File
from django.core.files.uploadedfile import UploadedFile

from records import sealing
from records.kinds import FileKind
from records.scanning import Scan


@cache
def keys() -> sealing.Keys:
    return sealing.Keys.parse(settings.DOCUMENT_KEYS)


def folder() -> Path:
    """Return where uploads lie, sealed, until they are kept or their request is over."""
    path = Path(settings.DOCUMENTS, "incoming")
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


class Incoming:
    """A sealed file under way. `finish` makes an upload of it, `discard` leaves nothing behind.

    What comes after `most` bytes is counted and thrown away.
    """

    def __init__(self, *, most: int | None = None) -> None:
        self.file: Any = tempfile.NamedTemporaryFile(  # noqa: SIM115 - open until it is finished
            "w+b", dir=folder(), delete=False
        )
        self.sealing = sealing.Sealing(self.file, keys())
        self.digest, self.size, self.most = hashlib.sha256(), 0, most

    def write(self, piece: bytes) -> None:
        """The piece follows what was written before."""
        self.size += len(piece)
        if self.most is None or self.size <= self.most:
            self.digest.update(piece)
            self.sealing.write(piece)

    def finish(self, name: str) -> "SealedUpload":
        """Return the content, whole and readable from its beginning."""
        self.sealing.finish()
        self.file.flush()
        return SealedUpload(self, name)

    def discard(self) -> None:
        """Nothing of it is left."""
        self.file.close()
        Path(self.file.name).unlink(missing_ok=True)


class SealedUpload(UploadedFile):
    """A file that was sent. It reads as it came, from any place, and lies sealed on disk.

    A form's DocumentField says what it is (`kind`) and what the scanner found (`scan`).
    """

    kind: FileKind | None = None
    scan: Scan | None = None
    notice = ""  # what the sender should know, where the name said something else

    def __init__(self, incoming: Incoming, name: str) -> None:
        self.incoming, self.sha256 = incoming, incoming.digest.hexdigest()
        incoming.file.seek(0)
        opened = io.BufferedReader(sealing.Opened(incoming.file, keys()))
        super().__init__(opened, name, size=incoming.size)

    @property
    def is_whole(self) -> bool:
        """Whether all that was sent is here: not where it was more than is taken."""
        return self.incoming.most is None or self.size <= self.incoming.most

    @property
    def media_type(self) -> str:
        return self.kind.media_type if self.kind else ""

    def sealed(self) -> "SealedFile":
        """Return the sealed file itself, to be moved to where it stays."""
        return SealedFile(self.incoming.file)

    def close(self) -> None:
        """The request is over: what was not kept is gone."""
        self.incoming.discard()


class SealedFile(File):
    """A sealed file, which Django's storage moves instead of copying."""

    def temporary_file_path(self) -> str:
        return self.file.name


@contextmanager
def received(content: IO[bytes]) -> Iterator[SealedUpload]:
    """Give the content as an upload; one that is an upload already is given as it is."""
    if isinstance(content, SealedUpload):
        yield content
        return
    incoming = Incoming()
    try:
        while piece := content.read(sealing.CHUNK):
            incoming.write(piece)
        yield incoming.finish("document")
    finally:
        incoming.discard()
