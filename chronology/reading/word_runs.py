"""A document's words with the marks of `word_text`, told from its tags without a tree of them.

Between one text and the next a document repeats the same few runs of tags, so each run is looked
at once. What is out of the ordinary is left to the tree: comments, tables inside cells, other names
for the namespace.
"""

import re
from functools import lru_cache
from typing import NamedTuple
from xml.parsers import expat

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
_DECLARATION = re.compile(r"\ufeff?(?:<\?xml\s[^<>]*\?>)?")
_ENCODING = re.compile(r"encoding\s*=\s*[\"'](?!utf-8[\"'])", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([^\s/>]+)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>([^<]*)")
_VALUE = re.compile(r"\sw:(?:val|char)\s*=\s*[\"']([^\"']*)[\"']")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
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

    def __init__(self, inside: tuple[_Inside, ...]) -> None:
        super().__init__()
        self.inside = inside


def text_by_runs(xml: bytes) -> str | None:
    """The lines and tables of a document with their marks; None where its tree has to tell."""
    try:
        text = xml.decode()
        expat.ParserCreate().Parse(xml, True)
        said = _Walk(_without_declaration(text)).said()
    except (_Strange, UnicodeDecodeError, expat.ExpatError):
        return None
    if "<" in said:  # the words of a comment or the like
        return None
    return _REFERENCE.sub(_referred, said) if "&" in said else said


def _without_declaration(text: str) -> str:
    head = _DECLARATION.match(text)
    if _ENCODING.search(head[0]) or "<w:body" not in text:
        raise _Strange
    text = text[head.end() :]
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _referred(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    return _NAMED[name] if name else chr(int(hexadecimal or decimal, 16 if hexadecimal else 10))


class _Walk:
    """From run to run through a document, each taken from where the one before it led."""

    def __init__(self, text: str) -> None:
        self._pieces = text.split(_END_OF_TEXT)
        self._places: dict[tuple[_Inside, ...], _Place] = {}
        self._declared: set[str] = set()

    def said(self) -> str:
        """All that counts, in order."""
        told: list[str] = []
        place = self._place(("document",))
        *pieces, last = self._pieces
        for piece in pieces:
            cut = piece.rfind(">") + 1
            run = piece[:cut]
            said, is_told, after = place.get(run) or self._step(place, run)
            told.append(said)
            if is_told:
                told.append(piece[cut:])
            place = after
        told.append(self._told(last, [*place.inside]))
        return "".join(told)

    def _place(self, inside: tuple[_Inside, ...]) -> _Place:
        return self._places.setdefault(inside, _Place(inside))

    def _step(self, place: _Place, run: str) -> _Step:
        """What the run says; runs that only editing has told apart are one."""
        bare = _EDITED.sub("", run) if "w14" in self._declared else run
        if (known := place.get(bare)) is None:
            inside = [*place.inside]
            said = self._told(bare, inside)
            known = place[bare] = _Step(said, inside.pop() == "words", self._place(tuple(inside)))
        place[run] = known
        return known

    def _told(self, run: str, inside: list[_Inside]) -> str:
        """What tags and the words between them say; `inside` comes to stand after them."""
        if "<!" in run or "<?" in run or "gridBefore" in run or len(run) > _LONGEST:
            raise _Strange
        told = [run.partition("<")[0]] if inside[-1] == "words" else []
        for end, name, rest, words in _TAG.findall(run):
            if not self._declared or not self._declared.issuperset(_prefixes(name, rest)):
                self._declare(rest)
            if end or not rest.endswith("/"):
                told.append(_closed(inside) if end else _opened(name, rest, inside))
            else:
                told += (_opened(name, rest, inside), _closed(inside))
            if inside[-1] == "words":
                told.append(words)
        return "".join(told)

    def _declare(self, rest: str) -> None:
        """The first element declares all names, and they mean what they usually do."""
        said = dict(_DECLARED.findall(rest))
        usual = {"w": W, "mc": MC} if "mc" in said else {"w": W}
        telling = {prefix: uri for prefix, uri in said.items() if _is_telling(prefix, uri)}
        if self._declared or telling != usual:
            raise _Strange
        self._declared = {"xml", *said}


@lru_cache(maxsize=4096)
def _prefixes(name: str, rest: str) -> frozenset[str]:
    """The namespaces that a tag uses; what it declares counts as one that nobody declared."""
    return frozenset(_PREFIX.findall(f" {name} {_QUOTED.sub('', rest)}"))


def _is_telling(prefix: str, uri: str) -> bool:
    """Whether a declaration is about the names that are looked for."""
    return prefix in ("w", "mc") or uri in (W, MC)


def _opened(name: str, rest: str, inside: list[_Inside]) -> str:
    """An element begins: what it says, and how its content will be looked at."""
    above = inside[-1]
    if len(inside) > _DEEPEST or (name == "w:tbl" and above == "text"):
        raise _Strange
    if name == "w:body":
        if above != "root":
            raise _Strange
        inside[-1] = "finished"
    if isinstance(above, _Properties):
        inside[-1] = _with(above, name, rest)
        inside.append("nothing")
        return ""
    said, within = _KNOWN.get(above, _NONE).get(name) or _otherwise(above, name, rest)
    inside.append(within)
    return said


def _otherwise(above: str, name: str, rest: str) -> tuple[str, _Inside]:
    """What an element says that has no entry of its own where it stands."""
    if name in _WRAPPERS and above in _WRAPPED:
        return "", _WRAPPED[above]
    if above == "text" and name == "w:sym":
        value = _VALUE.search(rest)
        for sign, codes in reversed(TICKS.items()):
            if (value[1] if value else "") in codes:
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


def _closed(inside: list[_Inside]) -> str:
    """An element ends: what is known of a cell only now is said now."""
    ended = inside.pop()
    return ended.marks if isinstance(ended, _Properties) else ""
