"""What a file is, by its content: its name can say anything."""

from dataclasses import dataclass
from email.parser import BytesHeaderParser
from pathlib import PurePath
from typing import IO

from records import packages
from records.packages import NotTaken

__all__ = ["KINDS", "SUFFIXES", "FileKind", "NotTaken", "kind_of", "name_for", "notice_for"]

LOOKED_AT = 64 * 1024
TEXT_CONTROLS = bytes(range(9)) + bytes(range(14, 32))
UTF16 = (b"\xff\xfe", b"\xfe\xff")
BLANK = b"\xef\xbb\xbf \t\r\n"


@dataclass(frozen=True)
class FileKind:
    """A kind of file that the portal takes; `mark` says what to know of it before opening it."""

    called: str
    media_type: str
    suffixes: tuple[str, ...]
    mark: str = ""


OLD = "An old format, which may hold macros: open it with care, or ask for it in a new one"
OFFICE = "application/vnd.openxmlformats-officedocument"
PDF = FileKind("a PDF", "application/pdf", (".pdf",))
DOCX = FileKind("a Word document", f"{OFFICE}.wordprocessingml.document", (".docx",))
XLSX = FileKind("an Excel workbook", f"{OFFICE}.spreadsheetml.sheet", (".xlsx",))
PPTX = FileKind("a PowerPoint presentation", f"{OFFICE}.presentationml.presentation", (".pptx",))
PNG = FileKind("a PNG picture", "image/png", (".png",))
JPEG = FileKind("a JPEG picture", "image/jpeg", (".jpg", ".jpeg"))
RTF = FileKind("rich text", "application/rtf", (".rtf",), OLD)
DOC = FileKind("a Word document from before 2007", "application/msword", (".doc",), OLD)
XLS = FileKind("an Excel workbook from before 2007", "application/vnd.ms-excel", (".xls",), OLD)
EML = FileKind("an e-mail", "message/rfc822", (".eml",))
MSG = FileKind("an Outlook e-mail", "application/vnd.ms-outlook", (".msg",))
TEXT = FileKind("text", "text/plain", (".txt", ".csv", ".md", ".log", ".tsv"))
CSV = FileKind("a CSV file", "text/csv", (".csv",))

KINDS = (PDF, DOCX, XLSX, PPTX, CSV, TEXT, PNG, JPEG, RTF, DOC, XLS, EML, MSG)
SUFFIXES = tuple(dict.fromkeys(suffix for kind in KINDS for suffix in kind.suffixes))
SEND_INSTEAD = "send a PDF, Word (.docx), Excel (.xlsx), CSV or text file, or a picture"

BEGINNINGS: tuple[tuple[bytes, FileKind], ...] = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"{\\rtf", RTF),
)
PACKAGES: dict[str, FileKind] = {"word": DOCX, "xl": XLSX, "ppt": PPTX}
COMPOUNDS: dict[str, FileKind] = {"word": DOC, "excel": XLS, "outlook": MSG}
REFUSED_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"MZ", "The file is a Windows program, whatever its name says"),
    (b"\x7fELF", "The file is a program, whatever its name says"),
    (b"\xcf\xfa\xed\xfe", "The file is a program, whatever its name says"),
    (b"\xca\xfe\xba\xbe", "The file is a program, whatever its name says"),
    (b"#!", "The file is a script, whatever its name says"),
    (b"<", "The file is a web page, a drawing (SVG) or XML, which can hold scripts"),
    (b"7z\xbc\xaf\x27\x1c", "The file is an archive: send the files in it one by one"),
    (b"Rar!", "The file is an archive: send the files in it one by one"),
    (b"\x1f\x8b", "The file is an archive: send the files in it one by one"),
)
# Text that a computer runs when it is opened cannot be told from other text but by its name.
SCRIPTS = frozenset(
    {".bat", ".cmd", ".com", ".hta", ".htm", ".html", ".jar", ".js", ".jse", ".lnk", ".ps1"}
    | {".psm1", ".py", ".reg", ".scr", ".sh", ".svg", ".url", ".vbe", ".vbs", ".wsf", ".wsh"}
    | {".xhtml", ".xml"}
)


def kind_of(content: IO[bytes], name: str) -> FileKind:
    """Return what the content is; raises NotTaken. `content` is left at its beginning."""
    content.seek(0)
    start = content.read(LOOKED_AT)
    try:
        return _kind(content, start, PurePath(name).suffix.lower())
    finally:
        content.seek(0)


def _kind(content: IO[bytes], start: bytes, suffix: str) -> FileKind:
    if not start:
        raise NotTaken("The file is empty: choose another")
    if start.startswith(packages.ZIP):
        return PACKAGES[packages.package(content)]
    if start.startswith(packages.COMPOUND):
        return COMPOUNDS[packages.compound(content)]
    known = next((kind for beginning, kind in BEGINNINGS if start.startswith(beginning)), None)
    return known or _text(start, suffix)


def _text(start: bytes, suffix: str) -> FileKind:
    """Return which kind of text it is; raises NotTaken for what is none, or may be run."""
    text = start.lstrip(BLANK)
    for beginning, sentence in REFUSED_BEGINNINGS:
        if text.startswith(beginning):
            raise NotTaken(f"{sentence}: {SEND_INSTEAD}")
    if not _is_text(start):
        raise NotTaken(f"The portal does not know this kind of file: {SEND_INSTEAD}")
    if suffix in SCRIPTS:
        raise NotTaken(f"The file is a script or a web page ({suffix}): {SEND_INSTEAD}")
    if _is_e_mail(text):
        return EML
    return CSV if suffix == ".csv" else TEXT


def _is_text(start: bytes) -> bool:
    controls = len(start) - len(start.translate(None, TEXT_CONTROLS))
    return start.startswith(UTF16) or controls <= len(start) / 50


def _is_e_mail(text: bytes) -> bool:
    """Return whether it begins with the headers of a message."""
    headers = {header.lower() for header in BytesHeaderParser().parsebytes(text)}
    return "from" in headers and bool(headers & {"received", "message-id", "mime-version"})


def name_for(name: str, kind: FileKind) -> str:
    """Return the name under which it is kept, which ends as its content says."""
    name = PurePath(name.replace("\\", "/")).name
    if PurePath(name).suffix.lower() in kind.suffixes:
        return name[-200:]
    return f"{name[-190:]}{kind.suffixes[0]}"


def notice_for(name: str, kind: FileKind) -> str:
    """Return what to tell whoever sent it, where its name says something else."""
    kept = name_for(name, kind)
    if kept == name:
        return ""
    return f"“{name}” is {kind.called}, whatever its name says: it is kept as “{kept}”."
