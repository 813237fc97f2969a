"""The shapes of a written date: 22/05/2009, 22nd of May '09, 2009-05-22, 22.v.09, May 2009 …"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from chronology.dates.spans import Span, full_year
from chronology.dates.words import MONTHS, ROMAN, WEEKDAYS, any_of


@dataclass(frozen=True, slots=True)
class Partial:
    """A date with as much of year, month and day as is written; None where it is not."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    span: Span | None = None


def _of(match: re.Match[str], newest: int) -> Partial:
    parts = {"y": None, "m": None, "d": None, "b": None, "r": None} | match.groupdict()
    number = int(parts["m"]) if parts["m"] else None
    if parts["b"]:
        number = MONTHS[parts["b"]]
    elif parts["r"]:
        number = ROMAN[parts["r"]]
    return Partial(
        full_year(parts["y"], newest) if parts["y"] else None,
        number,
        int(parts["d"]) if parts["d"] else None,
    )


def _compact(match: re.Match[str], newest: int) -> Partial:
    text = match[0]
    if len(text) == 8 and text[:2] in ("19", "20") and 1 <= int(text[4:6]) <= 12:
        return Partial(int(text[:4]), int(text[4:6]), int(text[6:]))
    return Partial(full_year(text[4:], newest), int(text[2:4]), int(text[:2]))


_MON = rf"(?P<b>{any_of(MONTHS)})(?![a-z])\.?"
_ORD = rf"(?: ?(?:st|nd|rd|th|ts|sd)(?:(?![a-z])|(?=(?:{any_of(MONTHS)})(?![a-z]))))?"
_D = r"(?P<d>\d{1,2})"
_M = r"(?P<m>\d{1,2})"
_Y = r"'?(?P<y>(?:1[89]|2[01])\d\d|\d{2})(?!\d)"
_YYYY = r"(?P<y>(?:19|20)\d\d)(?!\d)"
_SEP = r"(?: ?[./,;_|]+ ?|[./\-,_]+| )"
_LINK = r" ?(?:-|to|&|,|and|or|/|until|till) ?"
_GLUE = r"[ \-./,_']*"
_NO_TIME = r"(?! ?[:.]\d)(?!(?:am|pm| ?hrs?| ?hours)(?![a-z]))"
# 10.05 22/05/2009 is a time and a date: what follows the space begins a date of its own.
_NO_DATE = (
    rf"(?! ?[ ,] ?\d{{1,2}}(?:[./]\d|-\d{{1,2}}-\d|(?:st|nd|rd|th)(?![a-z])|"
    rf"[ -]?(?:{any_of(MONTHS)})(?![a-z])))"
)
_DAY_NAME = rf"(?:(?:{any_of(WEEKDAYS)})(?![a-z])[., ]*)?"
_NOT_MONTH = r"(?!(?<=-\d\d) )"
_LISTED = rf"(?:(?: ?[,&+] ?| and )\d{{1,2}}{_ORD}){{1,9}}"  # the other days of 22, 24 and 25 May
_BLANK = r"(?:x{1,2}|\?\?|_{1,3}|-{2}|\.{2,3}|dd)"
_BLANK_OR_DOUBT = rf"(?:{_BLANK}|\?(?=[./-]))"

# The first shape that fits is taken, so the order matters: whole dates before parts of dates.
_SHAPES = (
    rf"(?P<y>\d{{4}})(?P<s>[./-]){_M}(?P=s){_D}(?!\d)",
    rf"{_D}(?P<s>[./-]){_M}(?P=s){_Y}(?!(?P=s)\d)",
    rf"{_D}(?P<s> ?[./-] ?){_M}(?P=s){_Y}(?!(?P=s)\d)",
    rf"{_D}{_ORD}(?={_LINK}{_DAY_NAME}\d{{1,2}}(?P<s>[./-])\d{{1,2}}(?P=s)(?:\d{{4}}|\d{{2}})(?!\d))",
    rf"{_D}{_ORD}(?={_LINK}{_DAY_NAME}\d{{1,2}}{_ORD}(?:{_LINK}\d{{1,2}}{_ORD})?(?: of)?[ "
    rf"./-]*(?:{any_of(MONTHS)})(?![a-z]))",
    rf"{_D}[./]{_M}(?={_LINK}{_DAY_NAME}\d{{1,2}}(?P<s>[./-])\d{{1,2}}(?P=s)(?:\d{{4}}|\d{{2}})(?!\d))",
    rf"{_D}{_ORD}(?={_LISTED}(?:[./-]\d{{1,2}}[./-](?:\d{{4}}|\d{{2}})(?!\d)|(?: of)? ?[./-]?"
    rf"(?:{any_of(MONTHS)})(?![a-z])))",
    rf"{_D}(?P<s>[./]){_M}(?P=s)0?(?P<y>\d)(?![\da-z])",
    rf"{_D}{_ORD}(?: of)?[ ./-]*{_MON}(?={_LINK}{_DAY_NAME}\d{{1,2}}{_ORD}(?: of)?[ "
    rf"./-]*(?:{any_of(MONTHS)})(?![a-z]))",
    rf"{_D}(?:st|nd|rd|th)?{_SEP}{_M}{_NO_DATE}{_SEP}{_Y}{_NO_TIME}",
    rf"{_D}{_ORD}(?: day)?(?: of)?{_GLUE}{_MON}{_GLUE}(?:in |of )?{_YYYY}",
    rf"{_D}{_ORD}(?: day)?(?: of)?{_GLUE}{_MON}{_GLUE}{_Y}{_NO_TIME}",
    rf"(?P<y>\d{{4}}){_GLUE}{_MON}{_GLUE}{_D}{_ORD}(?!\d)",
    rf"{_MON}{_GLUE}(?:the )?{_D}{_ORD}{_NOT_MONTH}[ ,./-]+{_YYYY}",
    rf"{_MON}{_GLUE}(?:the )?{_D}{_ORD}{_NOT_MONTH}[ ,./-]+{_Y}{_NO_TIME}",
    rf"{_D}[ ./-]+(?P<r>{any_of(ROMAN)})[ ./-]+{_Y}",
    rf"{_BLANK_OR_DOUBT}{_SEP}{_M}{_SEP}{_Y}(?![./-]\d)",
    rf"{_BLANK}{_GLUE}{_MON}{_GLUE}{_Y}",
    rf"{_BLANK_OR_DOUBT}{_SEP}{_BLANK_OR_DOUBT}{_SEP}(?P<y>\d{{4}})(?!\d)",
    r"(?P<whole>\d{8}|\d{6})(?!\d)",
    rf"{_M} ?[/\-.] ?{_YYYY}",
    rf"(?P<m>\d\d)(?<=0[1-9]|1[0-2]) {_YYYY}",
    rf"{_YYYY}[-./](?P<m>0[1-9]|1[0-2])(?!\d)",
    rf"{_D}{_ORD}(?: day)?(?: of)?{_GLUE}{_MON}(?!\.?\d)",
    rf"{_MON}[ \-./,']*(?:of |in )?{_YYYY}",
    rf"{_MON} ?(?:the )?{_D}(?:st|nd|rd|th)(?![a-z])",
    rf"{_MON}[ \-./,]*{_Y}{_NO_TIME}",
    rf"{_YYYY}[ \-./,]*{_MON}",
    _MON,
    rf"{_D}[/.\-](?P<m>0?[1-9]|1[0-2])(?![\d:])(?! ?(?:am|pm|hrs?)(?![a-z]))",
    r"(?P<y>(?:19|20)\d\d) (?P<m>0[1-9]|1[0-2]) (?P<d>[0-3]\d)(?!\d)",
    rf"{_D}:{_M}:{_YYYY}",
    rf"{_YYYY}(?! ?(?:hrs?|hours|h)(?![a-z]))",
    r"'(?P<y>\d\d)(?!\d|[./-]\d{1,2}[./-]\d)",
    rf"{_D}(?:(?:st|nd|rd|th)(?![a-z])|(?![\d:]))(?! ?(?:am|pm|hrs?|/|weeks?|days?|"
    rf"months?)(?![a-z]))",
)
_COMPILED: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int], Partial]], ...] = tuple(
    (re.compile(shape), _compact if "whole" in shape else _of) for shape in _SHAPES
)


_OF_FIGURES = tuple(
    each
    for each in _COMPILED
    if each[0].pattern.startswith((r"(?P<d>\d", r"(?P<m>\d", "(?P<y>", "(?P<whole>"))
)
_OF_WORDS = tuple(each for each in _COMPILED if each not in _OF_FIGURES)
_FIRST_OF_WORDS = frozenset(name[0] for name in MONTHS) | frozenset("'x?_-.d")


def date_at(text: str, start: int, newest: int) -> tuple[Partial, int] | None:
    """The date or part of a date that begins at `start` of plain text, and where it ends."""
    if text[start].isdigit():
        shapes = _OF_FIGURES
    else:
        shapes = _OF_WORDS if text[start] in _FIRST_OF_WORDS else ()
    for pattern, build in shapes:
        if match := pattern.match(text, start):
            return build(match, newest), match.end()
    return None
