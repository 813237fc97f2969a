"""What a file is, told by its content and never by its name alone."""

from chronology.reading import packages, plain_text, sheets, word
from chronology.reading.formulas import formulas
from chronology.reading.grids import Grid
from chronology.reading.rows import Unreadable

MOST_BYTES = 50 * 1024 * 1024
MOST_ROWS = 100_000
MOST_CELLS = 3_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_AGAIN = "Save the chronology as a Word document (.docx), a workbook (.xlsx) or a .csv file."
_REFUSED = (
    (b"%PDF", f"This is a PDF, and its table cannot be read safely. {_AGAIN}"),
    (b"{\\rtf", f"This is a rich text file. {_AGAIN}"),
    (b"\x89PNG", f"This is a picture. {_AGAIN}"),
    (b"\xff\xd8\xff", f"This is a picture. {_AGAIN}"),
    (b"GIF8", f"This is a picture. {_AGAIN}"),
    (b"II*\x00", f"This is a picture. {_AGAIN}"),
    (b"MM\x00*", f"This is a picture. {_AGAIN}"),
    (b"BM", f"This is a picture. {_AGAIN}"),
    (b"Rar!", f"This is an archive. {_AGAIN}"),
    (b"7z\xbc\xaf", f"This is an archive. {_AGAIN}"),
    (b"\x1f\x8b", f"This is an archive. {_AGAIN}"),
    (b"MZ", f"This is a program, not a chronology. {_AGAIN}"),
)
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"mime-version:")


def _utf16(words: str) -> bytes:
    return words.encode("utf-16-le")


def opened(content: bytes) -> list[Grid]:
    """The tables of a file. Raises Unreadable where it is none that can be read."""
    if len(content) > MOST_BYTES:
        raise Unreadable("The file is larger than 50 MB. Take out pictures, or send it in parts.")
    if not content.strip():
        raise Unreadable("The file is empty. Check that the right file was chosen.")
    if content.startswith(b"PK\x03\x04"):
        found = _of_package(content)
    elif content.startswith(_OLE):
        found = _of_old_office(content)
    else:
        found = _of_text(content)
    if sum(len(grid.rows) for grid in found) > MOST_ROWS:
        raise Unreadable(f"The file has more than {MOST_ROWS:,} rows. Send it in parts.")
    if sum(sum(map(len, grid.rows)) for grid in found) > MOST_CELLS:
        raise Unreadable("The file has more cells than a chronology. Send only its table.")
    return found


def _of_package(content: bytes) -> list[Grid]:
    archive = packages.opened(content)
    main = packages.main_part(archive)
    if main.startswith("word/") or main.endswith("document.xml"):
        return word.grids(archive, main)
    if main.startswith("xl/") or main.endswith("opendocument.spreadsheet"):
        return sheets.grids(content, formulas(archive))
    raise Unreadable(f"The file is neither a Word document nor a workbook. {_AGAIN}")


def _of_old_office(content: bytes) -> list[Grid]:
    if _utf16("EncryptedPackage") in content:
        raise Unreadable(
            "The file is locked with a password. Save it without one and send it again."
        )
    if _utf16("WordDocument") in content:
        raise Unreadable(
            "This is a document of Word 2003 or older. Open it in Word, save it as “Word Document "
            "(.docx)” and send that."
        )
    if _utf16("Workbook") in content or _utf16("Book") in content:
        return sheets.grids(content)
    raise Unreadable(f"The file is of an old kind that cannot be read. {_AGAIN}")


def _of_text(content: bytes) -> list[Grid]:
    for start, sentence in _REFUSED:
        if content.startswith(start) and (len(start) > 2 or b"\x00" in content[:200]):
            raise Unreadable(sentence)
    if content[:200].lstrip().lower().startswith(_MARKUP):
        raise Unreadable(f"This is a web page or other markup. {_AGAIN}")
    return [plain_text.grid(content)]
