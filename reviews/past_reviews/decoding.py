"""The bytes of a file become text, or a sentence says what to do instead."""

import codecs

LARGEST = 5 * 1024 * 1024  # bytes
TOO_LARGE = "The file is larger than 5 MB: export the sheet with the reviews alone."
SAVE_AS_CSV = (
    "Open it in your spreadsheet program, save it as “CSV UTF-8 (comma delimited)” and choose "
    "that file."
)
OTHER_KINDS = {
    b"PK\x03\x04": "an Excel workbook",
    b"\xd0\xcf\x11\xe0": "an old Excel or Word file",
    b"%PDF": "a PDF",
    b"{\\rtf": "a Word document",
}
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class UnreadableFile(ValueError):
    """The file cannot be read; its text says what to do."""


def decode(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the file's text, and warnings where the encoding was not UTF-8."""
    if len(content) > LARGEST:
        raise UnreadableFile(TOO_LARGE)
    if not content.strip():
        raise UnreadableFile("The file is empty: choose one with headings and rows.")
    for beginning, kind in OTHER_KINDS.items():
        if content.startswith(beginning):
            raise UnreadableFile(f"This is {kind}, not a CSV file. {SAVE_AS_CSV}")
    text, warnings = _text(content)
    if "\x00" in text:
        raise UnreadableFile(f"The file has characters that no CSV file has. {SAVE_AS_CSV}")
    return text, warnings


def _text(content: bytes) -> tuple[str, tuple[str, ...]]:
    if content.startswith(UTF_16):
        return _decoded(content, "utf-16"), ("The file is in UTF-16 and was read as that.",)
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        return _decoded(content, "cp1252"), (
            "The file is not in UTF-8 and was read as Windows-1252, as older versions of Excel "
            "write it: check letters with accents, dashes and quotation marks.",
        )


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            f"The encoding of the file could not be told. {SAVE_AS_CSV}"
        ) from error
