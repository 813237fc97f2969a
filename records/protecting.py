"""A password on a file that leaves: AES-256, as Word, Excel and PDF readers open it themselves."""

import io
from collections.abc import Callable, Mapping
from typing import IO

from records.kinds import DOCX, PDF, XLSX


def protected(content: IO[bytes], media_type: str, password: str) -> IO[bytes]:
    """Return the file as one that opens with the password alone; the password is kept nowhere.

    Raises KeyError for a kind of file that carries none: see `may_carry_a_password`.
    """
    to = io.BytesIO()
    LOCKS[media_type](content, password, to)
    to.seek(0)
    return to


def may_carry_a_password(media_type: str) -> bool:
    """Whether readers of this kind of file ask for a password: text, CSV and JSON do not."""
    return media_type in LOCKS


def _lock_pdf(content: IO[bytes], password: str, to: IO[bytes]) -> None:
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=content)  # all of it, with the tags for screen readers
    writer.encrypt(password, algorithm="AES-256")
    writer.write(to)


def _lock_office(content: IO[bytes], password: str, to: IO[bytes]) -> None:
    from msoffcrypto.format.ooxml import OOXMLFile

    OOXMLFile(content).encrypt(password, to)


LOCKS: Mapping[str, Callable[[IO[bytes], str, IO[bytes]], None]] = {
    PDF.media_type: _lock_pdf,
    DOCX.media_type: _lock_office,
    XLSX.media_type: _lock_office,
}
