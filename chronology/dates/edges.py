"""Dates of which a record gives an edge alone: before, by, after or since a day or month."""

import re
from datetime import date
from functools import lru_cache

from chronology.dates.read import read_when
from chronology.dates.when import Precision, UnreadableWhen

_BEFORE, _BY, _AFTER, _FROM = "before", "by", "after", "from"
_WORDS = (
    (_BY, r"on or before|by|no later than|not later than"),
    (_FROM, r"on or after|since|as (?:of|from)|from"),
    (_BEFORE, r"before|prior to|pre(?=-|\d| )-?"),
    (_AFTER, r"after|following|post(?=-|\d| )-?"),
)
_EDGES = tuple(
    (edge, re.compile(rf"\W*(?:some ?time )?(?:{words})(?![a-z])\s*", re.IGNORECASE))
    for edge, words in _WORDS
)
_ONWARDS = re.compile(r"\s*\bonwards?\W*$", re.IGNORECASE)
_WHOLE = frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR})


@lru_cache(maxsize=4096)
def edge_of(raw: str, start: date, end: date) -> tuple[str, date] | None:
    """The word for the edge and its day, where `raw` names the edge of `start` to `end` alone."""
    edge, rest = _cut(raw)
    try:
        when = read_when(rest) if rest else None
    except UnreadableWhen:
        return None
    if not when or when.precision not in _WHOLE or (when.start, when.end) != (start, end):
        return None
    return edge, end if edge in (_BY, _AFTER) else start


def _cut(raw: str) -> tuple[str, str]:
    """The word for the edge, and the record's words without it; nothing where there is none."""
    for edge, words in _EDGES:
        if match := words.match(raw):
            return edge, _ONWARDS.sub("", raw[match.end() :])
    rest = _ONWARDS.sub("", raw)
    return (_FROM, rest) if rest != raw else ("", "")
