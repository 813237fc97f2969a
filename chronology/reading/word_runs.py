"""A document's words with the marks of `word_text`, told from its tags without a tree of them.

Between one text and the next a document repeats the same few runs of tags, so each run is looked
at once. What is out of the ordinary is left to the tree: comments, tables inside cells, other names
for the namespace.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from chronology.reading.word_text import (
    CELL,
    LINE,
    MC,
    MERGED,
    ROW,
    TABLE,
    TAKEN_ON,
    TICKS,
    UNTOLD,
    WIDER,
    WIDEST,
    W,
)

_DEEPEST, _LONGEST = 200, 9_000_000  # far below what the parser of trees refuses
_DECLARATION = re.compile(
    r"\ufeff?(?:<\?xml\s+version=[\"']1\.0[\"'](?:\s+encoding=[\"'](?i:utf-8)[\"'])?"
    r"(?:\s+standalone=[\"'](?:yes|no)[\"'])?\s*\?>\s*)?"
)
_ADDRESS = re.compile(r"[A-Za-z][\w:/.#-]*", re.ASCII)
_TAG = re.compile(  # the attributes letter by letter would take twice the time
    r"<(/?)([^\s/>]+)([^>\"']*+(?:(?:\"[^\"]*\"|'[^']*')[^>\"']*+)*+)>([^<]*)"
)
_VALUE = re.compile(r"\sw:val\s*=\s*[\"']([^\"']*)[\"']")
_LETTER = re.compile(r"\sw:char\s*=\s*[\"']([^\"']*)[\"']")
_NAME = re.compile(r"[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?")
_ATTRIBUTE = re.compile(rf"({_NAME.pattern})\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_ATTRIBUTES = re.compile(rf"(?:\s+{_NAME.pattern}\s*=\s*(?:\"[^<\"]*\"|'[^<']*'))*+\s*/?")
_BLANKS = " \t\n"
_NO_LETTERS = bytes(set(range(0x20)) - {0x9, 0xA, 0xD})
_PREFIX = re.compile(r"\s([^\s:=]+):|\s(?=xmlns)")
_DECLARED = re.compile(r"\sxmlns(?::([^\s=]+))?\s*=\s*[\"']([^\"']*)")
_EDITED = re.compile(r"\sw(?:14)?:(?:rsid\w*|paraId|textId)=\"\w*\"")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot|apos));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_END_OF_TEXT = "</w:t>"

_WRAPPERS = frozenset(f"w:{name}" for name in TAKEN_ON)
_SIGNS = {"w:br": "\n", "w:cr": "\n", "w:tab": "\t", "w:ptab": "\t", "w:noBreakHyphen": "-"}


class _Strange(Exception):
    """The document has something that only its tree can tell."""


class _Properties(NamedTuple):
    """Of a cell: how many there are, whether it carries on the one above, how wide it is."""

    count: int = 0
    is_merged: bool = False
    span: int | None = None

    @property
    def marks(self) -> str:
        if self.count < 2:
            return ""
        return MERGED * self.is_merged + WIDER * min((self.span or 1) - 1, WIDEST)


_Inside = str | _Properties
_Element = tuple[str, _Inside]  # its name, and how what is inside it is looked at
# What an element that counts has before its content, and how its content is looked at.
_KNOWN: dict[str, dict[str, tuple[str, _Inside]]] = {
    "root": {"w:body": ("", "body")},
    "body": {"w:p": (LINE, "text"), "w:tbl": (TABLE, "rows")},
    "wrapped": {"w:tbl": (TABLE, "rows")},
    "rows": {"w:tr": (ROW, "cells")},
    "cells": {"w:tc": (CELL, "text")},
    "text": {
        "w:t": ("", "words"),
        "w:p": ("\n", "text"),
        **{name: (sign, "nothing") for name, sign in _SIGNS.items()},
        **dict.fromkeys(UNTOLD, ("", "nothing")),
        "w:tcPr": ("", _Properties()),
    },
}
_NONE: dict[str, tuple[str, _Inside]] = {}
_OTHERS = {"document": "root", "text": "text", "words": "words"}
_WRAPPED = {"body": "wrapped", "wrapped": "wrapped", "rows": "rows", "cells": "cells"}


class _Step(NamedTuple):
    """What a run of tags says, whether the text after it counts, and where one stands then."""

    said: str
    is_told: bool
    after: "_Place"


class _Place(dict[str, _Step]):
    """Where one stands: how each open element is looked at, and the runs known from here."""

    def __init__(self, inside: tuple[_Element, ...]) -> None:
        super().__init__()
        self.inside = inside


def text_by_runs(xml: bytes) -> str | None:
    """The lines and tables of a document with their marks; None where its tree has to tell."""
    try:
        text = _without_declaration(xml.decode())
        if (
            len(xml.translate(None, _NO_LETTERS)) != len(xml)
            or "\ufffe" in text
            or "\uffff" in text
        ):
            return None
        if "&" in text and text.count("&") != sum(map(_is_sound, _REFERENCE.finditer(text))):
            return None
        said = _Walk(text).said()
    except (_Strange, UnicodeDecodeError):
        return None
    if "<" in said or "]]>" in said:
        return None
    return _REFERENCE.sub(_referred, said) if "&" in said else said


def _without_declaration(text: str) -> str:
    head = _DECLARATION.match(text)
    text = text[head.end() if head else 0 :]
    if "<w:body" not in text:
        raise _Strange
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _referred(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    return _NAMED[name] if name else chr(int(hexadecimal or decimal, 16 if hexadecimal else 10))


def _is_sound(match: re.Match[str]) -> bool:
    """Whether what a reference stands for may stand in a document."""
    if match[3]:
        return True
    number = int(match[1] or match[2], 16 if match[1] else 10)
    if number < 0x20:
        return number in (0x9, 0xA, 0xD)
    return number < 0xD800 or 0xE000 <= number < 0xFFFE or 0x10000 <= number <= 0x10FFFF


class _Walk:
    """From run to run through a document, each taken from where the one before it led."""

    def __init__(self, text: str) -> None:
        self._pieces = text.split(_END_OF_TEXT)
        self._places: dict[tuple[_Element, ...], _Place] = {}
        self._declared: set[str] = set()

    def said(self) -> str:
        """All that counts, in order."""
        told: list[str] = []
        place = self._place((("", "document"),))
        *pieces, last = self._pieces
        for piece in pieces:
            cut = piece.rfind(">") + 1
            run = piece[:cut]
            said, is_told, after = place.get(run) or self._step(place, run)
            told.append(said)
            if is_told:
                told.append(piece[cut:])
            elif "<" in piece[cut:]:
                raise _Strange
            place = after
        inside = [*place.inside]
        told.append(self._told(last, inside))
        if inside != [("", "ended")]:
            raise _Strange
        return "".join(told)

    def _place(self, inside: tuple[_Element, ...]) -> _Place:
        return self._places.setdefault(inside, _Place(inside))

    def _step(self, place: _Place, run: str) -> _Step:
        """What the run says; runs that only editing has told apart are one."""
        bare = _EDITED.sub("", run) if "w14" in self._declared else run
        if (known := place.get(bare)) is None:
            inside = [*place.inside]
            said = self._told(bare, inside)
            is_told = inside[-1] == ("w:t", "words")
            _closed("w:t", inside)
            known = place[bare] = _Step(said, is_told, self._place(tuple(inside)))
        place[run] = known
        return known

    def _told(self, run: str, inside: list[_Element]) -> str:
        """What tags and the words between them say; `inside` comes to stand after them."""
        before = run.partition("<")[0]
        told, length = [_words(before, inside)], len(before)
        for end, name, rest, words in _TAG.findall(run):
            used = _prefixes(end, name, rest)
            if not used.issubset(self._declared):
                self._declare(rest, used)
            if not end:
                told.append(_opened(name, rest, inside))
            if end or rest.endswith("/"):
                told.append(_closed(name, inside))
            told.append(_words(words, inside))
            length += len(end) + len(name) + len(rest) + len(words) + len("<>")
        if length != len(run) or length > _LONGEST:
            raise _Strange
        return "".join(told)

    def _declare(self, rest: str, used: frozenset[str]) -> None:
        """The first element declares all names, and they mean what they usually do."""
        said = dict(_DECLARED.findall(rest))
        usual = {"w": W, "mc": MC} if "mc" in said else {"w": W}
        telling = {prefix: uri for prefix, uri in said.items() if _is_telling(prefix, uri)}
        if self._declared or telling != usual or not all(map(_ADDRESS.fullmatch, said.values())):
            raise _Strange
        self._declared = {"xml", *said}
        if not used.issubset({"xmlns", "", *self._declared}):
            raise _Strange


@lru_cache(maxsize=4096)
def _prefixes(end: str, name: str, rest: str) -> frozenset[str]:
    """The namespaces that a tag uses; what it declares counts as one that nobody declared."""
    names = _ATTRIBUTE.findall(rest)
    if not _NAME.fullmatch(name) or len(set(names)) < len(names):
        raise _Strange
    if not (rest.isspace() or not rest if end else _ATTRIBUTES.fullmatch(rest)):
        raise _Strange
    return frozenset(_PREFIX.findall(" ".join(["", name, *names])))


def _words(words: str, inside: list[_Element]) -> str:
    """Words among the tags, if they count; outside all elements there are none."""
    within = inside[-1][1]
    if "]]>" in words or (within in ("document", "ended") and words.strip(_BLANKS)):
        raise _Strange
    return words if within == "words" else ""


def _is_telling(prefix: str, uri: str) -> bool:
    """Whether a declaration is about the names that are looked for."""
    return prefix in ("w", "mc") or uri in (W, MC)


def _opened(name: str, rest: str, inside: list[_Element]) -> str:
    """An element begins: what it says, and how its content will be looked at."""
    outer, above = inside[-1]
    is_body_elsewhere = name == "w:body" and above != "root"
    is_told_by_tree = name == "w:gridBefore" or (name == "w:tbl" and above == "text")
    if len(inside) > _DEEPEST or above == "ended" or is_body_elsewhere or is_told_by_tree:
        raise _Strange
    if isinstance(above, _Properties):
        inside[-1] = outer, _with(above, name, rest)
        inside.append((name, "nothing"))
        return ""
    if name == "w:body" or above == "document":
        inside[-1] = outer, "ended" if above == "document" else "nothing"
    said, within = _KNOWN.get(above, _NONE).get(name) or _otherwise(above, name, rest)
    inside.append((name, within))
    return said


def _otherwise(above: str, name: str, rest: str) -> tuple[str, _Inside]:
    """What an element says that has no entry of its own where it stands."""
    if name in _WRAPPERS and above in _WRAPPED:
        return "", _WRAPPED[above]
    if above == "text" and name == "w:sym":
        letter = _LETTER.search(rest)
        for sign, codes in reversed(TICKS.items()):
            if (letter[1] if letter else "") in codes:
                return sign, "nothing"
    return "", _OTHERS.get(above, "nothing")


def _with(known: _Properties, name: str, rest: str) -> _Properties:
    """The properties of a cell with one more."""
    value = _VALUE.search(rest)
    if name == "w:vMerge":
        known = known._replace(is_merged=known.is_merged or not value or value[1] != "restart")
    elif name == "w:gridSpan" and value:
        if known.span is not None or not re.fullmatch(r"[0-9]{1,4}", value[1]):
            raise _Strange
        known = known._replace(span=int(value[1]))
    return known._replace(count=known.count + 1)


def _closed(name: str, inside: list[_Element]) -> str:
    """An element ends: what is known of a cell only now is said now."""
    ended, within = inside.pop()
    if ended != name:
        raise _Strange
    return within.marks if isinstance(within, _Properties) else ""
