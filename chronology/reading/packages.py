"""Office files are zip archives: looked over for what could harm before anything is read."""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from chronology.reading.rows import Unreadable

MOST_MEMBERS = 3000
MOST_BYTES_UNPACKED = 300 * 1024 * 1024
MOST_RATIO = 400
_BROKEN = (
    BadZipFile,
    KeyError,
    ValueError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    zlib.error,
)
_SMALL = 5 * 1024 * 1024


def opened(content: bytes) -> ZipFile:
    """The archive, if it is whole, of a sound size and not locked."""
    try:
        archive = ZipFile(BytesIO(content))
    except (BadZipFile, ValueError, OSError, NotImplementedError) as broken:
        raise Unreadable(
            "The file is damaged. Open it where it was made, save it again and send the new copy."
        ) from broken
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    is_too_tight = unpacked > _SMALL and unpacked > MOST_RATIO * max(1, len(content))
    if len(members) > MOST_MEMBERS or unpacked > MOST_BYTES_UNPACKED or is_too_tight:
        raise Unreadable(
            "The file unpacks to far more than a chronology holds. Copy its table into a new "
            "document and send that."
        )
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable(
            "The file is locked with a password. Save it without one and send it again."
        )
    return archive


def part(archive: ZipFile, name: str) -> bytes:
    """One part of the archive, no longer than it says it is."""
    try:
        return archive.read(name)
    except _BROKEN as broken:
        raise Unreadable(
            "The file is damaged. Open it where it was made, save it again and send the new copy."
        ) from broken


# Possessive, so that a document without definitions is not searched to its end for another way.
_DOCTYPE = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s++|(?><\?.*?\?>)|(?><!--.*?-->))*+<!", re.DOTALL)


def refuse_definitions(xml: bytes) -> None:
    """Office programs never write document type definitions; attackers do."""
    if _DOCTYPE.match(xml) or b"<\x00!\x00D\x00O\x00" in xml[:2000]:
        raise Unreadable(
            "The file holds definitions that no office program writes. Copy its table into a new "
            "document and send that."
        )


_MAIN_PART = re.compile(rb'PartName="/?([^"]+)"[^>]*ContentType="([^"]*)\.main\+xml"')
_IS_OF_TEXT = re.compile(b"document|template")


def main_part(archive: ZipFile) -> str:
    """What the archive is: the name of its main part, or nothing known."""
    names = set(archive.namelist())
    if "[Content_Types].xml" in names:
        types = part(archive, "[Content_Types].xml")
        refuse_definitions(types)
        told = (name for name, kind in _MAIN_PART.findall(types) if _IS_OF_TEXT.search(kind))
        if (found := next(told, b"").decode()) in names:
            return found
        for name in ("word/document.xml", "xl/workbook.xml", "xl/workbook.bin"):
            if name in names:
                return name
    if "mimetype" in names and "content.xml" in names:
        return part(archive, "mimetype").decode("ascii", "replace").strip()
    return ""


def checked_parts(archive: ZipFile) -> Iterator[tuple[str, bytes]]:
    """The parts that are XML: each part is whole and as long as it says, none has definitions."""
    for member in archive.infolist():
        if member.filename.endswith((".xml", ".rels")):
            xml = part(archive, member.filename)
            refuse_definitions(xml)
            yield member.filename, xml
        elif not member.is_dir() and member.filename.endswith(".bin"):
            part(archive, member.filename)
