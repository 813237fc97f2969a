"""Times of day as records write them: 1255hrs, 12.55pm, approx 11am, noon, early hours."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from functools import lru_cache
from typing import NamedTuple

from chronology.dates.when import TimePrecision
from chronology.dates.words import plain, without_slips

PARTS_OF_DAY = (
    "early h(?:ou)?rs(?: of (?:the )?(?:morning|day))?|small hours|"
    "(?:early|mid|late|same|that|the)?[ -]*"
    "(?:morning|afternoon|evening|night)(?:[- ]?time)?|overnight|nights?|lunch ?-?time|lunch|"
    "day ?time|tea ?-?time|dinner ?-?time|bed ?time|break ?time|breakfast(?: time)?|"
    "(?:before|after|end of|during) (?:school|work|lunch|tea|dinner)(?: day)?|home ?-?time|"
    "school (?:drop[- ]off|pick[- ]up|run|day|hours)|play ?time|forenoon|"
    "registration|dawn|dusk|all day|am|pm|eve|a/n|"
    "out of hours|ooh"
)
_LONGEST = 100
_WORDED = {
    word: hour
    for hour, word in enumerate(
        (
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ),
        start=1,
    )
}
_HOUR = rf"(\d{{1,2}}|{'|'.join(_WORDED)})"
_HALF = r"(?: ?(?P<half>am|pm)\b| (?:in )?(?:the )?(?P<part>morning|afternoon|evening)\b)"
_IN_THE = r" (?:in )?(?:the )?(?:morning|afternoon|evening)"
_AFTER_NOON = ("pm", "afternoon", "evening")
_HOURS = r"(?:hrs?\b\.?|hours?\b|h\b)"


class Clock(NamedTuple):
    """A time as far as it is known: `at` and perhaps `until`, or a part of the day alone."""

    at: time | None = None
    until: time | None = None
    precision: TimePrecision = TimePrecision.NONE
    is_impossible: bool = False


def _of(hour: int, minute: int, meridiem: str | None = None) -> time | None:
    if meridiem and meridiem.endswith(_AFTER_NOON) and hour < 12:
        hour += 12
    elif meridiem in ("am", "morning") and hour == 12:
        hour = 0
    if (hour, minute) == (24, 0):
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _shared(match: re.Match[str]) -> time | None:
    hour, minute, last, meridiem = (match[1], match[2] or "0", match[3], match[4])
    start = _of(int(hour), int(minute), meridiem)
    if start and meridiem == "pm" and int(hour) % 12 > int(last) % 12:
        return _of(int(hour), int(minute), "am" if int(hour) < 12 else None)
    return start


def _quarters(match: re.Match[str]) -> time | None:
    minute = {"half": 30, "quarter": 15}.get(match[1]) or int(match[1])
    hour = _hour(match[3])
    if match[2] == "to":
        hour, minute = (hour - 1) % 24 or 12, 60 - minute
    return _of(hour, minute, _half_of_day(match))


def _o_clock(match: re.Match[str]) -> time | None:
    return _of(_hour(match[1]), 0, _half_of_day(match))


def _hour(text: str) -> int:
    return int(text) if text.isdigit() else _WORDED[text]


def _half_of_day(match: re.Match[str]) -> str | None:
    if match["part"]:
        return "am" if match["part"] == "morning" else "pm"
    return match["half"]


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], time | None]], ...] = (
    (
        re.compile(
            r"(\d{1,2})(?:[:.](\d{2}))?(?= ?(?:-(?!(?:0\d|1[3-9]|[2-5]\d) ?[ap]m)|to|"
            r"til+|until|and|"
            r"&) ?(\d{1,2})(?:[:.]\d{2})? ?(am|pm))"
        ),
        _shared,
    ),
    (
        re.compile(
            rf"(\d{{1,2}}) ?[:.;]{{1,2}} ?(\d{{2}})(?::\d{{2}}(?:\.\d+)?|\.00)?(?! ?(?:noon|mid))"
            rf"(?!\d|/(?!\d{{1,2}}[:.]\d\d(?!\d))|\.\d)(?: ?(am|pm|{_HOURS})|"
            r" (?:in )?(?:the )?(morning|afternoon|evening)\b)?"
        ),
        lambda m: _of(int(m[1]), int(m[2]), m[3] or m[4]),
    ),
    (re.compile(r"(\d{1,2}) ?h ?(\d{2})\b"), lambda m: _of(int(m[1]), int(m[2]))),
    (
        re.compile(r"(\d{1,2})[: -](\d{2}) ?(am|pm)\b"),
        lambda m: _of(int(m[1]), int(m[2]), m[3]),
    ),
    (re.compile(r"(?:12(?:[:.]00)? ?)?(?:noon|mid[- ]?day)\b"), lambda _: time(12)),
    (re.compile(r"(?:12(?:[:.]00)? ?)?mid-?night\b"), lambda _: time(0)),
    (re.compile(r"(\d{1,2})(?:am|pm)?[- ]?(?:ish)? ?(am|pm)\b"), lambda m: _of(int(m[1]), 0, m[2])),
    (
        re.compile(rf"(\d{{2}})(\d{{2}})(?![\d.]|/(?!\d{{4}}\b)) ?(am|pm|ish|{_HOURS})?"),
        lambda m: _of(int(m[1]), int(m[2]), m[3]),
    ),
    (
        re.compile(rf"(\d)(\d{{2}})(?![\d/.]) ?(am|pm|{_HOURS})"),
        lambda m: _of(int(m[1]), int(m[2]), m[3]),
    ),
    (
        re.compile(rf"(half|quarter|\d{{1,2}})(?: minutes?)? (past|to) {_HOUR}\b{_HALF}?"),
        _quarters,
    ),
    (re.compile(rf"{_HOUR}(?: ?o'? ?clock\b|(?={_IN_THE})){_HALF}?"), _o_clock),
    (re.compile(rf"(\d{{1,2}}) ?{_HOURS}"), lambda m: _of(int(m[1]), 0)),
)
_FIGURES_ALONE = (r"(\d)", r"(\d{2})", r"(\d{1,2})")
_OF_WORDS = tuple(each for each in _SHAPES if not each[0].pattern.startswith(_FIGURES_ALONE))
_PART = re.compile(rf"(?:in |during |on )?(?:the )?(?:{PARTS_OF_DAY})\b")
_APPROXIMATE = re.compile(
    r"approx\w*\.?|about\b|around\b|circa\b|ca?\.(?=\s?\d)|c(?=\d)|c (?=\d)|roughly\b|~|\?|"
    r"\(\?\)|\bish\b|just (?:before|after)\b|"
    r"before\b|after\b|since\b|onwards?\b|by\b|nearly\b|almost\b|abt\b|thereabouts\b|"
    r"prior to\b|past\b|est\w*\.?(?= ?\d)|\(est|"
    r"unsure\b|poss(?:ibly)?\b|thought\b|believed\b|ca (?=\d)|≈"
)
_SPACED = re.compile(r"^([01]?\d|2[0-3])(?:[ ,](?=[0-5])|-(?=0|1[3-9]|[2-5]))(\d\d)$")
_HALF_FIRST = re.compile(r"^([ap]m)[ :,(-]+(\d[^a-z]*)$")
_OF_A_DAY = re.compile(r"0?\.\d{3,}")


@dataclass(frozen=True, slots=True)
class Piece:
    """What one stretch of text says of the time, and where that stretch ends."""

    end: int
    at: time | None
    is_part: bool = False
    is_impossible: bool = False


def time_at(text: str, start: int) -> Piece | None:
    """The time that begins at `start` of plain text, if one does."""
    for pattern, build in _SHAPES if text[start].isdigit() else _OF_WORDS:
        if match := pattern.match(text, start):
            at = build(match)
            return Piece(match.end(), at, is_impossible=at is None)
    if match := _PART.match(text, start):
        return Piece(match.end(), None, is_part=True)
    return None


def _pieces(text: str) -> tuple[list[Piece], bool]:
    pieces, is_approximate, i, after = [], False, 0, 0
    while i < len(text):
        is_start = i == after or not text[i - 1].isalnum()
        piece = time_at(text, i) if is_start else None
        if piece:
            pieces.append(piece)
            i = piece.end
        elif match := _APPROXIMATE.match(text, i):
            is_approximate, i = True, match.end()
            after = i
        else:
            i += 1
    return pieces, is_approximate


def clock(pieces: list[Piece], *, is_approximate: bool) -> Clock:
    """The pieces of one cell together: the first time, the last one as its end."""
    times = [piece.at for piece in pieces if piece.at]
    if not times:
        is_part = any(piece.is_part for piece in pieces)
        return Clock(
            precision=TimePrecision.PART_OF_DAY if is_part else TimePrecision.NONE,
            is_impossible=any(piece.is_impossible for piece in pieces),
        )
    return Clock(
        at=times[0],
        until=times[-1] if len(times) > 1 else None,
        precision=TimePrecision.APPROXIMATE if is_approximate else TimePrecision.EXACT,
    )


@lru_cache(maxsize=8192)
def read_time(raw: str) -> Clock:
    """What a cell for the time says; a cell that says nothing of it is no time."""
    text = plain(raw[:_LONGEST])
    if not any(c.isalnum() for c in text):
        return Clock()
    if "." in text[:2] and _OF_A_DAY.fullmatch(text):
        minutes = round(float(text) * 1440) % 1440
        return Clock(at=time(*divmod(minutes, 60)), precision=TimePrecision.EXACT)
    text = _SPACED.sub(r"\1:\2", text) if text[0].isdigit() else _HALF_FIRST.sub(r"\2 \1", text)
    pieces, is_approximate = _pieces(text)
    if not pieces and (figures := without_slips(text)) != text:
        pieces, is_approximate = _pieces(figures)
    is_approximate = is_approximate or bool(re.search(r"\dish\b", text))
    return clock(pieces, is_approximate=is_approximate)
