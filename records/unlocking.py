"""A Word or Excel file that came with a password is opened with it, once."""

import io
import struct
from xml.parsers.expat import ExpatError

import olefile
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

from records.packages import COMPOUND, NotTaken

MOST_TURNS = 1_000_000  # of the password in its hash: Office takes 100,000, and more is an attack
LARGEST_NOTE = 64 * 1024  # bytes of the note on how the file was locked
DAMAGED = "The file is damaged: ask for it again, or open and save it anew"
WRONG = (
    FileFormatError,
    ParseError,
    DecryptionError,
    ExpatError,
    struct.error,
    OSError,
    ValueError,
    LookupError,
    AttributeError,
    TypeError,
)
"""What a file that is not what it says it is makes the readers raise."""


class WrongPassword(Exception):
    """The password does not open the file."""


def is_locked(content: bytes) -> bool:
    """Whether Word or Excel would ask for a password before opening it."""
    if not content.startswith(COMPOUND):
        return False
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as parts:
            return parts.exists("EncryptedPackage")
    except WRONG:
        return False


def unlocked(content: bytes, password: str) -> bytes:
    """Return the file without its password, as it was before it was locked.

    Raises WrongPassword, or NotTaken where the file is damaged or made to keep the portal busy.
    """
    from msoffcrypto.format.ooxml import OOXMLFile

    to = io.BytesIO()
    try:
        _refuse_long_notes(content)
        file = OOXMLFile(io.BytesIO(content))
        if file.info.get("spinValue", 0) > MOST_TURNS:
            raise NotTaken(DAMAGED)
        file.load_key(password=password, verify_password=True)
        file.decrypt(to)
    except InvalidKeyError as wrong:
        raise WrongPassword from wrong
    except WRONG as wrong:
        raise NotTaken(DAMAGED) from wrong
    return to.getvalue()


def _refuse_long_notes(content: bytes) -> None:
    """The note on how the file was locked is short, and defines nothing of its own."""
    with olefile.OleFileIO(io.BytesIO(content)) as parts:
        note = parts.openstream("EncryptionInfo").read(LARGEST_NOTE + 1)
    if len(note) > LARGEST_NOTE or b"<!" in note.replace(b"\0", b""):
        raise NotTaken(DAMAGED)
