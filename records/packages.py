"""What a package holds: Office files of today are archives, those of before 2007 compounds."""

import zipfile
from typing import IO

import olefile

ZIP = b"PK\x03\x04"
COMPOUND = olefile.MAGIC
MOST_PARTS = 20_000
LARGEST_OPENED = 2 * 1024**3
MOST_TIMES = 150  # larger when opened than sealed; Office files come to ten or twenty
LET_PASS = 64 * 1024**2  # below this no file is a bomb
IS_ENCRYPTED = 0x1


class NotTaken(Exception):
    """The file is none that the portal takes; the message says why and what to do."""


def package(content: IO[bytes]) -> str:
    """Return "word", "xl" or "ppt". Only the list of contents is read; raises NotTaken."""
    try:
        with zipfile.ZipFile(content) as opened:
            parts = opened.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as wrong:
        raise NotTaken(
            "The file is damaged: part of it is missing. Ask for it again, or open and save it anew"
        ) from wrong
    _refuse_bombs(parts)
    if any(part.flag_bits & IS_ENCRYPTED for part in parts):
        raise NotTaken("The file has a password: take the password off and send it again")
    names = {part.filename.lower() for part in parts}
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        raise NotTaken("The file holds macros: save it without them (.docx, .xlsx) and send that")
    for main, kind in (
        ("word/document.xml", "word"),
        ("xl/workbook.xml", "xl"),
        ("ppt/presentation.xml", "ppt"),
    ):
        if main in names and "[content_types].xml" in names:
            return kind
    raise NotTaken("The file is an archive: send the files in it one by one")


def _refuse_bombs(parts: list[zipfile.ZipInfo]) -> None:
    sealed = sum(part.compress_size for part in parts)
    opened = sum(part.file_size for part in parts)
    is_far_larger = opened > LET_PASS and opened > MOST_TIMES * max(sealed, 1)
    if len(parts) > MOST_PARTS or opened > LARGEST_OPENED or is_far_larger:
        raise NotTaken("The file grows out of all proportion when it is opened, so it is not taken")


def compound(content: IO[bytes]) -> str:
    """Return "word", "excel" or "outlook" for an old Office file; raises NotTaken."""
    try:
        with olefile.OleFileIO(content) as opened:
            names = {"/".join(path).lower() for path in opened.listdir()}
    except (OSError, ValueError, IndexError) as wrong:
        raise NotTaken("The file is damaged: ask for it again, or open and save it anew") from wrong
    tops = {name.split("/")[0] for name in names}
    if "encryptedpackage" in tops:
        raise NotTaken("The file has a password: take the password off and send it again")
    if tops & {"macros", "_vba_project_cur", "vba"}:
        raise NotTaken("The file holds macros: save it as .docx or .xlsx and send that")
    for stream, kind in (
        ("worddocument", "word"),
        ("workbook", "excel"),
        ("book", "excel"),
        ("__properties_version1.0", "outlook"),
    ):
        if stream in tops:
            return kind
    raise NotTaken("The portal does not know this kind of file: save it as .docx, .xlsx or PDF")
