"""Spans that records name: seasons, school terms, holidays, quarters, decades, halves of months."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from chronology.dates.when import Precision
from chronology.dates.words import MONTHS, any_of


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day, and how exact the record is about them."""

    start: date
    end: date
    precision: Precision = Precision.APPROXIMATE


def month(year: int, number: int) -> tuple[date, date]:
    """The first and the last day of a month."""
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def full_year(text: str, newest: int) -> int:
    """A two-digit year is the latest one that is not after `newest`."""
    year = int(text)
    if len(text) > 2:
        return year
    if len(text) == 1:
        return newest // 100 * 100 + year
    return year + (newest - year) // 100 * 100


def _easter(year: int) -> date:
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - (c % 4)) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def _months(first: int, last: int) -> Callable[[int], tuple[date, date]]:
    return lambda year: (month(year, first)[0], month(year, last)[1])


def _days(m1: int, d1: int, m2: int, d2: int) -> Callable[[int], tuple[date, date]]:
    return lambda year: (date(year, m1, d1), date(year + (m2 < m1), m2, d2))


def _from_easter(first: int, last: int) -> Callable[[int], tuple[date, date]]:
    return lambda year: (
        _easter(year) + timedelta(days=first),
        _easter(year) + timedelta(days=last),
    )


def _winter(year: int) -> tuple[date, date]:
    return date(year, 12, 1), month(year + 1, 2)[1]


_HOLS = r"(?: school)? ?(?:hols?|holidays?|break|vacation)"
_NAMES: tuple[tuple[str, Callable[[int], tuple[date, date]], bool], ...] = (
    (rf"summer{_HOLS}", _days(7, 20, 8, 31), False),
    (rf"(?:christmas|xmas|winter){_HOLS}", _days(12, 18, 1, 5), False),
    (rf"easter{_HOLS}", _from_easter(-9, 8), False),
    (r"(?:autumn|october|oct) half[- ]?term", _days(10, 20, 10, 31), False),
    (r"(?:february|feb|spring) half[- ]?term", _days(2, 10, 2, 24), False),
    (r"(?:may|summer|whitsun) half[- ]?term|whitsun|whit week", _days(5, 24, 6, 5), False),
    (r"(?:autumn|aut\.?|michaelmas|christmas) term", _days(9, 1, 12, 31), False),
    (r"(?:spring|spr\.?|easter|lent) term", _months(1, 3), False),
    (r"(?:summer|sum\.?|trinity) term", _days(4, 1, 7, 31), False),
    (r"summer(?:time| months)?|summ?\.?", _months(6, 8), False),
    (r"autumn(?: months)?|fall|aut\.?", _months(9, 11), False),
    (r"spring(?:time| months)?|spr\.?", _months(3, 5), False),
    (r"winter(?:time| months)?|win\.?", _winter, False),
    (r"(?:christmas|xmas) eve", _days(12, 24, 12, 24), True),
    (r"(?:christmas|xmas) day", _days(12, 25, 12, 25), True),
    (r"boxing day", _days(12, 26, 12, 26), True),
    (r"(?:christmas|xmas)(?: (?:time|period))?", _days(12, 20, 12, 31), False),
    (r"new year'?s eve|nye", _days(12, 31, 12, 31), True),
    (r"new year'?s day", _days(1, 1, 1, 1), True),
    (r"new year", _days(1, 1, 1, 7), False),
    (r"good friday", _from_easter(-2, -2), True),
    (r"easter monday", _from_easter(1, 1), True),
    (r"easter (?:sun)?day", _from_easter(0, 0), True),
    (r"easter(?: (?:time|period|weekend))?", _from_easter(-2, 1), False),
    (r"hallow'?e'?en", _days(10, 31, 10, 31), True),
    (r"bonfire night", _days(11, 5, 11, 5), True),
    (r"(?:q ?1|(?:1st|first) (?:quarter|qtr)(?: of)?)", _months(1, 3), False),
    (r"(?:q ?2|(?:2nd|second) (?:quarter|qtr)(?: of)?)", _months(4, 6), False),
    (r"(?:q ?3|(?:3rd|third) (?:quarter|qtr)(?: of)?)", _months(7, 9), False),
    (r"(?:q ?4|(?:4th|fourth|last) (?:quarter|qtr)(?: of)?)", _months(10, 12), False),
    (r"(?:academic|school) year", _days(9, 1, 8, 31), False),
    (r"(?:financial|fiscal) year|fy", _days(4, 1, 3, 31), False),
    (r"(?:first|1st) half(?: of)?", _months(1, 6), False),
    (r"(?:second|2nd|latter|last) half(?: of)?", _months(7, 12), False),
)
_YEAR = r"[ ,./(-]*(?:of |in )?'?(\d{4}|\d{2})(?!\d)(?: ?[/-] ?'?(\d{4}|\d{1,2})(?!\d))?"
_NAMED = tuple(
    (re.compile(rf"(?:the )?(?:{name})(?![a-z]){_YEAR}"), span, is_day)
    for name, span, is_day in _NAMES
)
_BEFORE = tuple(
    (re.compile(rf"((?:19|20)\d\d)()[ ,/(-]+(?:{name})(?![a-z])"), span, is_day)
    for name, span, is_day in _NAMES
)
# One look tells most texts from spans; only the rest are held against each name.
_MAY_BE = re.compile(
    rf"(?:the )?(?:{'|'.join(name for name, _, _ in _NAMES)}|(?:(?:19|20)\d)0'?s|'?\d0'?s)|"
    rf"(?:19|20)\d\d[ ,/(-]|(?:{any_of(MONTHS)})\.? ?\d"
)
_SEASONS = {"spring": _months(3, 5), "summer": _months(6, 8), "autumn": _months(9, 11)}
_SEASONS["winter"] = _winter
_SEASON = "(spring|summer|autumn|winter)"
_TWO_SEASONS = re.compile(rf"{_SEASON} ?(?:/|-|to|and|&|or) ?{_SEASON}[ ,]+(\d{{4}}|\d\d)(?![\d/])")
_DECADE = re.compile(r"(?:the )?(?:((?:19|20)\d)0|'?(\d)0)'?s(?![a-z])")
_DOUBLE = re.compile(r"((?:19|20)\d\d)(?: ?/ ?(?:20|19)?(\d\d?)|-(\d))(?![\d/.-])")


_INITIALS = frozenset(name[0] for name in MONTHS)
_NAME = rf"({any_of(MONTHS)})(?![a-z])\.?"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_MONTH_FIRST = re.compile(
    rf"{_NAME} ?{_DAY} ?(?:-|to|and|&|until) ?(?:{_NAME} ?)?{_DAY}(?:, ?| )((?:19|20)\d\d)(?!\d)"
)


def _month_first(match: re.Match[str]) -> Span | None:
    """May 22-25, 2009; none where the calendar lacks one of the days."""
    year, first, last = int(match[5]), MONTHS[match[1]], MONTHS[match[3] or match[1]]
    try:
        return Span(
            date(year, first, int(match[2])), date(year, last, int(match[4])), Precision.RANGE
        )
    except ValueError:
        return None


def span_at(text: str, start: int, newest: int) -> tuple[Span, int] | None:
    """The named span that begins at `start` of plain text, and where its name ends."""
    if not _MAY_BE.match(text, start):
        return None
    for pattern, days, is_day in (*_NAMED, *_BEFORE):
        if match := pattern.match(text, start):
            first, last = days(full_year(match[1], newest))
            precision = Precision.DAY if is_day else Precision.APPROXIMATE
            return Span(first, last, precision), match.end()
    is_name = text[start] in _INITIALS
    if is_name and (match := _MONTH_FIRST.match(text, start)) and (span := _month_first(match)):
        return span, match.end()
    if match := _DECADE.match(text, start):
        year = int(match[1]) * 10 if match[1] else full_year(f"{match[2]}0", newest)
        return Span(date(year, 1, 1), date(year + 9, 12, 31)), match.end()
    if match := _TWO_SEASONS.match(text, start):
        return _two_seasons(match, newest), match.end()
    if (match := _DOUBLE.match(text, start)) and _follows(match):
        year = int(match[1])
        return Span(date(year, 1, 1), date(year + 1, 12, 31)), match.end()
    return None


def _follows(match: re.Match[str]) -> bool:
    """Whether 2008/09, 2008/9 or 2008-9 names two years that follow each other."""
    last = match[2] or match[3]
    return str(int(match[1]) + 1).endswith(last)


def _two_seasons(match: re.Match[str], newest: int) -> Span:
    year = full_year(match[3], newest)
    first, last = (_SEASONS[match[n]] for n in (1, 2))
    return Span(first(year - (match[1] == "winter"))[0], last(year)[1])


_THIRDS = {"early": 0, "mid": 1, "late": 2}
_MONTHS_OF_A_YEAR = {
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "half1": (1, 6),
    "half2": (7, 12),
}
_MONTHS_OF_A_YEAR |= {f"week{n}": (1, 1) for n in range(1, 5)} | {"week0": (12, 12)}


def part_of(start: date, end: date, which: str) -> tuple[date, date]:
    """The early, middle or late part, a half or a week of a span."""
    length = (end - start).days + 1
    if which in _THIRDS and 28 <= length <= 31:
        first = _THIRDS[which] * 10
        last = end if which == "late" else start + timedelta(days=first + 9)
        return start + timedelta(days=first), last
    if 360 < length < 370:
        first, last = _MONTHS_OF_A_YEAR[which]
        return month(start.year, first)[0], month(start.year, last)[1]
    if which in _THIRDS:
        third, n = length / 3, _THIRDS[which]
        return _cut(start, end, round(third * n), round(third * (n + 1)))
    if which.startswith("half"):
        half = 15 if length <= 31 else round(length / 2)
        return _cut(start, end, *((0, half) if which == "half1" else (half, length)))
    if which == "week0":
        return end - timedelta(days=6), end
    n = int(which.removeprefix("week"))
    return _cut(start, end, (n - 1) * 7, n * 7)


def _cut(start: date, end: date, first: int, last: int) -> tuple[date, date]:
    return start + timedelta(days=first), min(end, start + timedelta(days=last - 1))
