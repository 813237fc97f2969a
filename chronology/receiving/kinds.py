"""What a file is, by its content: its name can say anything."""

import io
import zipfile

from records import kinds
from records.kinds import LOOKED_AT, TEXT_CONTROLS, UTF16

LARGEST = 30 * 1024 * 1024
TOO_LARGE = "The file is larger than 30 MB: divide it into several files and send each"
DOCX, XLSX, CSV = (kind.media_type for kind in (kinds.DOCX, kinds.XLSX, kinds.CSV))

SAVE_AS = "open it, save it as Word (.docx), Excel (.xlsx) or CSV, and choose that file"
COMPOUND = b"\xd0\xcf\x11\xe0"  # both of what is locked and of what is older than 2007
LOCKED = "EncryptedPackage".encode("utf-16-le")
TO_BE_UNLOCKED = (
    "The file has a password: open it, take the password off (File, Info, Protect), save it and "
    "choose it again"
)
BEFORE_2007 = (
    "The file is in the format of Word or Excel before 2007: open it, save it as .docx or .xlsx, "
    "and choose that file"
)
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", f"The file is a PDF, of which the rows cannot be read: {SAVE_AS}"),
    (b"{\\rtf", f"The file is in rich text format: {SAVE_AS}"),
    *(
        (start, f"The file is a picture, of which the rows cannot be read: {SAVE_AS}")
        for start in PICTURES
    ),
    (b"<", f"The file is a web page or XML, whatever its name says: {SAVE_AS}"),
)


class WrongKind(Exception):
    """The file is none that the portal takes; the message says which it is and what to do."""


def media_type(content: bytes) -> str:
    """Return what the content is; raises WrongKind."""
    start = content[:LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"PK\x03\x04"):
        return _office(content)
    if start.startswith(COMPOUND):
        raise WrongKind(TO_BE_UNLOCKED if LOCKED in content else BEFORE_2007)
    for beginning, sentence in BEGINNINGS:
        if start.startswith(beginning):
            raise WrongKind(sentence)
    controls = len(start) - len(start.translate(None, TEXT_CONTROLS))
    if not start.startswith(UTF16) and controls > len(start) / 20:
        raise WrongKind(f"The file is neither Word, Excel nor CSV: {SAVE_AS}")
    return CSV


def _office(content: bytes) -> str:
    """Return which of the two the package is. Only its list of contents is read."""
    try:
        names = set(zipfile.ZipFile(io.BytesIO(content)).namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as wrong:
        raise WrongKind(
            "The file is damaged: part of it is missing. Ask for it again, or open and save it anew"
        ) from wrong
    if any(name.endswith("vbaProject.bin") for name in names):
        raise WrongKind("The file holds macros: save it as .docx or .xlsx without them")
    if "word/document.xml" in names:
        return DOCX
    if "xl/workbook.xml" in names:
        return XLSX
    raise WrongKind(f"The file is neither a Word document nor an Excel workbook: {SAVE_AS}")
