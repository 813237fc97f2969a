"""The pack as a zip, made while it is sent: no more than a piece of it is ever in memory."""

import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils import timezone

from records.sealing import Tampered
from reviews.packs import manifest
from reviews.packs.contents import Entry, Pack


class Outlet:
    """What the zip is written to: it is taken away piece by piece, and never looked back at."""

    def __init__(self) -> None:
        self.waiting: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self.waiting.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing waits elsewhere."""

    def take(self) -> bytes:
        """Return what was written since."""
        taken, self.waiting = b"".join(self.waiting), []
        return taken


def zipped(pack: Pack, *, at: datetime) -> Iterator[bytes]:
    """Yield the zip. A file that changes meanwhile breaks it off: raises sealing.Tampered."""
    outlet = Outlet()
    with zipfile.ZipFile(outlet, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, pieces in _files(pack, at=at):
            entry = zipfile.ZipInfo(f"{pack.folder}/{name}", timezone.localtime(at).timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            with archive.open(entry, "w", force_zip64=False) as file:
                for piece in pieces:
                    file.write(piece)
                    yield outlet.take()
            yield outlet.take()
    yield outlet.take()


def _files(pack: Pack, *, at: datetime) -> Iterator[tuple[str, Iterable[bytes]]]:
    facts = manifest.facts_of(pack, at=at)
    written = {
        "manifest.json": manifest.as_json(facts),
        "manifest.txt": manifest.as_text(pack, facts),
    }
    sums = {entry.name: entry.document.sha256 for entry in pack.entries}
    sums |= {name: hashlib.sha256(text).hexdigest() for name, text in written.items()}
    for name, text in written.items():
        yield name, [text]
    yield "SHA256SUMS", ["".join(f"{sums[name]}  {name}\n" for name in sorted(sums)).encode()]
    for entry in pack.entries:
        yield entry.name, _checked(entry)


def _checked(entry: Entry) -> Iterator[bytes]:
    """Yield the content; the pack is not finished where it is not what the manifest says."""
    digest = hashlib.sha256()
    for piece in entry.document.chunks():
        digest.update(piece)
        yield piece
    if digest.hexdigest() != entry.document.sha256:
        raise Tampered(f"“{entry.item.label}” is not what the manifest says.")
