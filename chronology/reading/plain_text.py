"""Comma-separated text: its encoding and its delimiter are found out, its records counted."""

import csv
import io
import re
from collections.abc import Iterator

from chronology.reading.grids import Grid, cleaned_rows
from chronology.reading.rows import Unreadable

_DELIMITERS = ",;\t|"
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SEVERAL_TO_A_BYTE = ("utf-16-le", "utf-16-be")
_ONE_BYTE = ("cp1252", "mac_roman", "iso-8859-15", "cp850")
_EXPECTED = frozenset("£–—‘’“”…•€éèáàâêëíóöúüçñÉ½¼¾°×²§©®´\u00a0")
_QUOTED_IN_WORDS = re.compile(r"[A-Za-z]’[a-z]|[ (]‘|[ (\n,;]“|”[ ,.)\n;]|£\d| [–—] |\d[–—½°]|€\d")
_STRANGE = re.compile(rb"(?:[\x80-\xff]+[\x00-\x7f]{0,2})+")
_SEP_LINE = re.compile(r'"?sep=(.)"?\s*\r?\n', re.IGNORECASE)


def decoded(content: bytes) -> str:
    """The text, in the encoding that makes the best sense of it."""
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return content.decode(encoding, "replace")
    head = content[:4000]
    if head.count(0) > len(head) // 5:
        is_little = head[1::2].count(0) >= head[0::2].count(0)
        return content.decode(_SEVERAL_TO_A_BYTE[not is_little], "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as broken:
        return _of_one_byte(content, broken)


def _of_one_byte(content: bytes, broken: UnicodeDecodeError) -> str:
    """UTF-8 with a slip or two stays UTF-8; else the likeliest encoding of one byte a letter."""
    lenient = content.decode("utf-8", "replace")
    slips = lenient.count("\ufffd")
    if slips * 5 < (len(lenient) - len(lenient.encode("ascii", "ignore"))):
        return lenient
    telling = b"\x00".join(_around_strange(content))
    encoding = max(_ONE_BYTE, key=lambda name: _likeliness(telling.decode(name, "replace")))
    return content.decode(encoding, "replace")


def _around_strange(content: bytes) -> Iterator[bytes]:
    """The letters that encodings differ in, and what stands beside them: all that tells of them."""
    for match in _STRANGE.finditer(content):
        yield content[max(0, match.start() - 1) : match.end()]


def _likeliness(text: str) -> int:
    strange = [c for c in text if not c.isascii()]
    score = sum(1 if c in _EXPECTED else -1 for c in strange)
    score -= 5 * sum("\x80" <= c < "\xa0" or c == "\ufffd" for c in strange)
    return score + 2 * len(_QUOTED_IN_WORDS.findall(text))


def _delimiter(text: str) -> str:
    """The delimiter that cuts the records into most equal numbers of fields."""
    if match := _SEP_LINE.match(text):
        return match[1]
    head = text[:60_000]
    told = [delimiter for delimiter in _DELIMITERS if delimiter in head] or _DELIMITERS
    return max(told, key=lambda delimiter: _evenness(head, delimiter))


def _evenness(text: str, delimiter: str) -> tuple[float, int]:
    try:
        widths = [
            len(row)
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            if (row and row[0].strip()) or "".join(row).strip()
        ]
    except csv.Error:
        return 0.0, 0
    wide = [width for width in widths if width > 1]
    if not wide:
        return 0.0, 0
    commonest = max(set(wide), key=wide.count)
    return wide.count(commonest) / len(widths) * min(commonest, 4), commonest


def grid(content: bytes) -> Grid:
    """The records of the file; blank ones count, as do those of several lines."""
    text = decoded(content)
    if text.count("\x00") > 10:
        raise Unreadable(
            "The file is neither a Word document, a workbook nor comma-separated text. Save the "
            "chronology as one of these and send that."
        )
    # The limit is the whole process's: it may be raised here, and never lowered under others.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        return Grid("", cleaned_rows(reader, text))
    except csv.Error as broken:
        raise Unreadable(
            "The comma-separated text is damaged. Open it in Excel, save it again and send that."
        ) from broken
