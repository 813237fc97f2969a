"""A record's words for a day, cut into marks: dates, times, connecting and qualifying words."""

import re
from dataclasses import dataclass
from enum import StrEnum, auto

from chronology.dates.shapes import Partial, date_at
from chronology.dates.spans import span_at
from chronology.dates.times import Piece, time_at
from chronology.dates.words import MONTHS, WEEKDAYS, any_of


class Kind(StrEnum):
    """What a mark is."""

    DATE = auto()
    TIME = auto()
    PART = auto()
    WEEK_FROM = auto()
    WEEK_TO = auto()
    TO = auto()
    AND = auto()
    ABOUT = auto()
    UNSURE = auto()
    EDGE = auto()
    SAME = auto()
    NEXT = auto()
    WEEKDAY = auto()
    UNKNOWN = auto()
    OPEN = auto()
    NOISE = auto()
    JUNK = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text and what it says."""

    kind: Kind
    start: int
    end: int
    date: Partial | None = None
    time: Piece | None = None
    word: str = ""


_WORDS = (
    (
        Kind.SAME,
        r"(?:(?:the )?same(?: (?:day|date))?|as|see) (?:as )?"
        r"(?:above|before|(?:prev(?:ious)?|last)(?![a-z])\.?(?: entry)?)|asabove|"
        r"[as]/a(?![a-z])|a\.a\.?(?![a-z])|s?aa(?=\W*$)|"
        r"ditt?o|dto(?![a-z])|-?do-?(?![a-z])|ibid\.?|idem|(?:later |also )*"
        r"(?:on )?(?:the )?(?:same|that) (?:day|date)|"
        r"same(?=,? (?:morning|afternoon|evening|night)|\W*$)|same time|above|"
        r"that (?=morning|afternoon|evening|night)|"
        r"(?<!day )(?<!days )(?<!week )(?<!weeks )(?<!month )(?<!months )later(?=$| that )|"
        r"cont(?:inued|inues|'?d|\.)?(?=\W*$)",
    ),
    (
        Kind.NEXT,
        r"(?:on )?(?:the )?(?:next|following) (?:day|morning|afternoon|evening)|"
        r"(?:the )?day after(?: *$)",
    ),
    (
        Kind.WEEK_FROM,
        r"w ?[/.]? ?(?:[cbs]|comm?(?:encing)?|beg(?:inning)?)(?![a-z])\.?|"
        r"(?:the )?(?:week|wk\.?) ?(?:commencing|beginning|"
        r"starting|of|from|"
        r"comm?|beg|/?c)(?![a-z])\.?(?: the)?",
    ),
    (
        Kind.WEEK_TO,
        r"w ?[/.]? ?e(?:nding)?(?![a-z])\.?|"
        r"(?:the )?(?:week|wk) ?/? ?(?:ending|ended|end(?! of)|to|e)(?![a-z])",
    ),
    (
        Kind.UNSURE,
        r"(?<!time )(?:(?:exact |actual |precise )?date )?(?:is |was )?"
        r"(?:not (?:clear|certain|sure|confirmed)|unclear|unconfirmed|uncertain|to be confirmed|"
        r"tb[ca])(?![a-z])|"
        r"\?+|possibly|poss(?![a-z])\.?|probably|prob(?![a-z])\.?|may ?be|perhaps|(?:believed|"
        r"thought|"
        r"likely|understood|presumed|assumed|appears?|seems?|looks)(?: to (?:be|have been)| like)?|"
        r"presumably|unsure|uncertain|unverified|unconfirmed",
    ),
    (
        Kind.UNKNOWN,
        r"(?:exact |actual |precise )?(?:date|day|month)?s? ?(?:is |was )?(?:not |un)(?:known|"
        r"recorded"
        r"|clear|specified|stated|dated|available|given|sure|confirmed|legible)|n/?k(?![a-z])|"
        r"undated|tb[ca](?![a-z])|illegible|no date|various(?: dates| times)?(?![a-z])",
    ),
    (
        Kind.ABOUT,
        r"appr?o?x(?:imate(?:ly)?)?\.?(?: date)?|(?:on or )?(?:about|around|abt)(?![a-z])|"
        r"o/a(?![a-z])|app(?![a-z])\.?|near(?:ly)?(?![a-z])|"
        r"give or take(?: an? (?:day|few days|week))?|"
        r"circa(?![a-z])"
        rf"\.?|ca?\.|ca?(?= ?\d|(?:{any_of(MONTHS)})(?![a-z]))|ca? (?=[a-z])|[~±≈]+|roughly|"
        r"(?:or )?there ?abouts|est(?:imate[ds]?|d)?"
        r"(?![a-z])\.?|in or around|(?:at )?some ?(?:time|point) (?:in|during|around)|"
        r"(?:the )?week-?end of(?![a-z])"
        r"(?! (?:the )?\d{1,2}(?:st|nd|rd|th)? ?(?:[/&-]|and|to) ?\d{1,2}(?:st|nd|rd|th)? [a-z])|"
        r"first|second|third|next|several",
    ),
    (
        Kind.EDGE,
        r"(?:on or )?(?:before|after)(?![a-z])|prior to|pre(?=-|\d| )-?|post(?=-|\d| )-?|"
        r"by(?![a-z])|"
        r"since(?![a-z])|onwards?|following(?![a-z])|no later than|as (?:of|at)(?![a-z])",
    ),
    (
        Kind.OPEN,
        r"(?:to )?(?:ongoing|present|date(?= *$)|the present)|to date|now(?![a-z])|current|"
        r"continuing",
    ),
    (
        Kind.TO,
        r"(?:up )?(?:to|till?|until|through|thru)(?![a-z])(?: and including)?|-+|>+|→|"
        r"(?:\.{2,}|…)(?= ?\d)|(?:end(?:ed|s|ing)?|finish(?:ed)?|discharged?|d/c)(?=[: ]*\d)",
    ),
    (Kind.AND, r"and(?![a-z])|or(?![a-z])|&|\+|,|;|/"),
    (
        Kind.NOISE,
        r"(?:on|the|of|in|within|during|throughout|at|week-?end(?= of| \d)|all of|whole of|"
        r"date[ds]?|day|month|months?|year|from|between|starting|start|period|"
        r"time|times|session|contact|entry|both)(?![a-z])|t(?=\d)|[.:()\[\]'\"@*=|^↑…_ ]",
    ),
    (Kind.WEEKDAY, rf"(?:{any_of(WEEKDAYS)})(?:'?s)?(?![a-z])\.?"),
)
_COMPILED = tuple((kind, re.compile(shape)) for kind, shape in _WORDS)
_PART = re.compile(
    r"(?:the |in |at )?(?:(?P<early>early|begin(?:ning)?|beg|start)|(?P<mid>mid(?:dle)?)|"
    r"(?P<late>late|end)|"
    r"(?P<week>first|second|third|fourth|last|final|1st|2nd|3rd|4th) (?:week|few days|wk)|"
    r"(?P<half>first|second|1st|2nd|latter|last) (?:half|part))"
    r"(?: (?:part|half))?(?: (?:of|in))?(?: the)?(?:[ ./-]+|(?=\d))(?=[a-z'\d])"
    r"(?!\d{1,2}[/.-]\d{1,2}[/.-]\d)"
)
_PART_AFTER = re.compile(
    r"(?:(?P<early>early|beginning|start)|(?P<mid>mid(?:dle)?)|(?P<late>late|end))(?=\W*$)"
)
_NUMBERS = {"first": "1", "1st": "1", "second": "2", "2nd": "2", "latter": "2", "third": "3"}
_NUMBERS |= {"3rd": "3", "fourth": "4", "4th": "4", "last": "0", "final": "0"}
_NOT_PART = re.compile(r"(?:morning|afternoon|evening|night|hours)")
_JUNK = re.compile(r"[a-z']+|\d+|.", re.DOTALL)


def _part_at(text: str, i: int) -> Mark | None:
    match = _PART.match(text, i) or (text[i] in "ebsml" and _PART_AFTER.match(text, i)) or None
    if not match or _NOT_PART.match(text, match.end()):
        return None
    word = match.lastgroup or ""
    if word == "week":
        word += _NUMBERS[match["week"]]
    elif word == "half":
        word += "1" if _NUMBERS[match["half"]] == "1" else "2"
    return Mark(Kind.PART, i, match.end(), word=word)


def _span_at(text: str, i: int, newest: int) -> Mark | None:
    if found := span_at(text, i, newest):
        return Mark(Kind.DATE, i, found[1], date=Partial(span=found[0]))
    return None


def _date_at(text: str, i: int, newest: int) -> Mark | None:
    if found := date_at(text, i, newest):
        return Mark(Kind.DATE, i, found[1], date=found[0])
    return None


def _time_at(text: str, i: int) -> Mark | None:
    if found := time_at(text, i):
        return Mark(Kind.TIME, i, found.end, time=found)
    return None


def _word_at(text: str, i: int) -> Mark:
    for kind, pattern in _COMPILED:
        if match := pattern.match(text, i):
            return Mark(kind, i, match.end(), word=match[0].strip())
    match = _JUNK.match(text, i)
    return Mark(Kind.JUNK, i, match.end() if match else i + 1, word=match[0] if match else "")


def _expects_time(marks: list[Mark]) -> bool:
    """After a whole date comes a time, unless a connecting word leads to another date."""
    told = [m for m in marks if m.kind in (Kind.DATE, Kind.TIME, Kind.TO, Kind.AND, Kind.SAME)]
    if not told or not any(m.kind in (Kind.DATE, Kind.SAME) for m in told):
        return False
    if told[-1].kind in (Kind.TO, Kind.AND):
        is_list = told[-1].word == "," and told[-2].kind is Kind.DATE if len(told) > 1 else False
        return len(told) > 1 and (is_list or told[-2].kind in (Kind.TIME, Kind.SAME))
    last = told[-1].date
    return last is None or last.span is not None or last.year is not None or last.month is not None


_CLOCK = re.compile(
    r"\d{1,2}(?::\d\d| ?(?:am|pm)(?![a-z])|[.]\d\d ?(?:am|pm|hrs?)(?![a-z]))|\d{3,4} ?(?:hrs?|"
    r"hours)(?![a-z])|"
    r"(?:mid-?(?:day|night)|noon|am|pm)(?![a-z])|"
    r"(?:[01]?\d|2[0-3])\.(?:1[3-9]|[2-5]\d)(?![\d./-])"
)


def _is_clock(text: str, i: int) -> bool:
    """Whether what begins here can be nothing but a time."""
    return _CLOCK.match(text, i) is not None


def cut(text: str, newest: int) -> list[Mark]:
    """All marks of plain text, in order."""
    marks: list[Mark] = []
    i = 0
    while i < len(text):
        if text[i] == " ":
            i += 1
            continue
        mark = _next(text, i, newest, marks)
        marks.append(mark)
        i = mark.end
    return marks


def _is_whole(date: Partial) -> bool:
    return bool(date.year and date.day and date.month) and 1 <= (date.month or 0) <= 12


def _next(text: str, i: int, newest: int, marks: list[Mark]) -> Mark:
    mark = _part_at(text, i) or _span_at(text, i, newest)
    if mark is None and (_expects_time(marks) or _is_clock(text, i)):
        whole = _date_at(text, i, newest) if text[i].isdigit() else None
        is_whole = whole and whole.date and _is_whole(whole.date)
        mark = whole if is_whole else _time_at(text, i)
    return mark or _date_at(text, i, newest) or _time_at(text, i) or _word_at(text, i)
