"""What a record's words say of when: first and last day, how exact, and the time."""

import re
from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache

from chronology.dates.days import (
    Context,
    Days,
    days_of,
    ends_before_start,
    impossible,
    unparseable,
)
from chronology.dates.doubts import touches_date, weekday
from chronology.dates.marks import Kind, Mark, cut
from chronology.dates.times import Clock, clock, read_time, time_at
from chronology.dates.when import Precision, UnreadableWhen, When
from chronology.dates.words import MONTHS, plain, without_slips, written
from chronology.dates.years import newest_year

_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})")
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})[ -]((?:19|20)\d\d)")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_SERIAL = re.compile(r"[2-5]\d{4}(?:\.\d+)?")
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_LEFT_BLANK = re.compile(r"[-*_.x?]{1,4} ?/ ?[-*_.x?]{1,4} ?/ ?[-*_.x?]{1,4}")
LONGEST = 200
_CACHE, _LONGEST_TIME = 16384, 16


@lru_cache(maxsize=_CACHE)
def _marks(raw: str, newest: int) -> tuple[Mark, ...]:
    text = written(raw)
    marks = cut(text, newest)
    if any(mark.kind is Kind.JUNK for mark in marks):
        bare = _BRACKETS.sub(" ", text)
        for other in (without_slips(text), bare):
            tried = cut(other, newest) if other != text else marks
            if _junk(tried) < _junk(marks) and any(m.kind is Kind.DATE for m in tried):
                marks = tried
    return tuple(marks)


def _junk(marks: list[Mark]) -> int:
    return sum(mark.kind is Kind.JUNK for mark in marks)


@lru_cache(maxsize=_CACHE)
def _plain_day(raw: str, newest: int) -> date | None:
    """The day of the commonest forms, 22/05/2009, 22 May 2009 and 2009-05-22, without more ado."""
    text = raw.strip()
    if match := _ISO.fullmatch(text):
        year, number, day = int(match[1]), int(match[2]), int(match[3])
    elif match := _NUMERIC.fullmatch(text):
        year, number, day = int(match[4]), int(match[3]), int(match[1])
        if len(match[4]) == 2:
            year += (newest - year) // 100 * 100
    elif (match := _NAMED.fullmatch(text.lower())) and match[2] in MONTHS:
        year, number, day = int(match[3]), MONTHS[match[2]], int(match[1])
    elif _SERIAL.fullmatch(text):
        return date(1899, 12, 30) + timedelta(days=int(float(text)))
    else:
        return None
    try:
        return date(year, number, day) if year > 1850 else None
    except ValueError:
        raise impossible(text) from None


@lru_cache(maxsize=_CACHE)
def _alone(raw: str, newest: int) -> tuple[Days, Clock] | UnreadableWhen | None:
    """The days and time of words that need nothing above them; None where they do.

    What is wrong with them is handed back, not raised, so that it is found out once.
    """
    try:
        if day := _plain_day(raw, newest):
            return Days(day, day, Precision.DAY), Clock()
        marks = _marks(raw, newest)
        if not any(mark.kind is Kind.DATE for mark in marks):
            return None
        days = days_of(marks, raw.strip(), Context())
    except UnreadableWhen as problem:
        return problem
    return days, _clock_of(marks)


@lru_cache(maxsize=_CACHE)
def read_alone(raw: str, newest: int) -> tuple[date, bool] | None:
    """The first day of words that need nothing above them, and whether they name a time."""
    found = _alone(raw, newest) if len(raw) <= LONGEST else None
    if found is None or isinstance(found, UnreadableWhen):
        return None
    return found[0].start, found[1].at is not None


def _clock_of(marks: tuple[Mark, ...]) -> Clock:
    pieces = [mark.time for mark in marks if mark.time]
    if not pieces:
        return Clock()
    first = next(i for i, mark in enumerate(marks) if mark.time)
    doubts = (Kind.ABOUT, Kind.UNSURE)
    is_about = first > 0 and marks[first - 1].kind in doubts and not touches_date(marks, first - 1)
    is_about = is_about or (marks[-1].kind in doubts and bool(marks[-2].time))
    return clock(pieces, is_approximate=is_about)


def _from_above(marks: tuple[Mark, ...], raw: str, above: When | None) -> tuple[Days, bool]:
    kinds = {mark.kind for mark in marks}
    told = kinds - {Kind.NOISE, Kind.TO, Kind.AND, Kind.TIME}
    if _LEFT_BLANK.fullmatch(plain(raw)):
        raise unparseable(raw)
    if Kind.SAME not in told and told - {Kind.WEEKDAY, Kind.NEXT}:
        raise unparseable(raw)
    if above is None:
        raise UnreadableWhen(
            "missing_date", "There is no date, and no row above to take it from. Give the date."
        )
    if Kind.NEXT in told:
        day = above.end + timedelta(days=1)
        return Days(day, day, Precision.DAY, is_year_inferred=True, is_uncertain=True), False
    if Kind.WEEKDAY in told:
        return _next_weekday(marks, above), False
    return _as_above(above), True


def _as_above(above: When) -> Days:
    return Days(above.start, above.end, above.precision, is_uncertain=above.is_uncertain)


def _next_weekday(marks: tuple[Mark, ...], above: When) -> Days:
    """A weekday alone is the first such day from the row above on."""
    name = next(mark.word for mark in marks if mark.kind is Kind.WEEKDAY)
    day = above.start + timedelta(days=(weekday(name) - above.start.weekday()) % 7)
    return Days(day, day, Precision.DAY, is_year_inferred=True, is_uncertain=True)


def _days(
    raw: str,
    above: When | None,
    order: int,
    newest: int,
    year: int | None = None,
    month: date | None = None,
) -> tuple[Days, Clock, bool]:
    if above is not None and not raw.strip():
        return _as_above(above), Clock(), True
    found = _alone(raw, newest)
    if isinstance(found, UnreadableWhen):
        if found.reason != "unparseable_date" or not (above or year or month):
            raise UnreadableWhen(found.reason, found.sentence)
    elif found:
        return *found, False
    marks = _marks(raw, newest)
    if any(mark.kind is Kind.DATE for mark in marks):
        context = Context(above.start if above else None, order, year, month)
        return days_of(marks, raw.strip(), context), _clock_of(marks), False
    days, is_same = _from_above(marks, raw.strip(), above)
    return days, _clock_of(marks), is_same


def _until(when: When, raw_end: str, raw_end_time: str, order: int, newest: int, raw: str) -> When:
    """The end given in columns of its own; an end that cannot be read is no end."""
    try:
        days, at, is_same = (
            _days(raw_end[:LONGEST], when, 1, newest) if raw_end.strip() else (None, Clock(), True)
        )
    except UnreadableWhen as problem:
        if problem.reason != "unparseable_date":
            raise
        return when
    end_clock = read_time(raw_end_time) if raw_end_time.strip() else at
    until = end_clock.at or when.until
    if days is None or is_same:
        return when._replace(until=until)
    if days.end < when.start:
        raise ends_before_start(f"{raw} – {raw_end.strip()}")
    precision = when.precision
    if days.end != when.end and precision is not Precision.APPROXIMATE:
        precision = Precision.RANGE
    return when._replace(end=max(days.end, when.end), precision=precision, until=until)


_ABOUT = re.compile(r"(?:appr?o?x\w*\.?|about|around|circa|c\.?|~|\?|at|@|time:?)\s*")
_SURE_TIME = re.compile(r"[ap]m\b|h|:|o'? ?clock|noon|night")


@lru_cache(maxsize=_CACHE)
def _time_alone(raw: str) -> str:
    """Plain words that are a time and nothing else; empty where they are not."""
    text = plain(raw)
    if match := _ABOUT.match(text):
        text = text[match.end() :]
    piece = time_at(text, 0)
    return text if piece and piece.at is not None and piece.end == len(text) else ""


def _is_time_alone(
    raw: str, above: When | None, years: Collection[int], *, has_times: bool
) -> bool:
    """Whether the cell for the date holds a time and no date."""
    text = _time_alone(raw)
    if not text or _SURE_TIME.search(text):
        return bool(text)
    if text.isdigit() and (int(text) in years or _is_year_near(int(text), above)):
        return False
    return has_times


@lru_cache(maxsize=_CACHE)
def _maybe_time(raw: str, raw_time: str, newest: int) -> bool:
    """Short words with a figure that are no plain day may be a time, if none stands beside them."""
    if raw_time or len(raw) >= _LONGEST_TIME or not any(c.isdigit() for c in raw):
        return False
    try:
        return _plain_day(raw, newest) is None
    except UnreadableWhen:
        return False


@lru_cache(maxsize=_CACHE)
def read_by_itself(raw: str, raw_time: str, newest: int) -> When | None:
    """What most cells say, whatever stands around them; None where that has to be looked at."""
    if len(raw) > LONGEST or (_maybe_time(raw, raw_time, newest) and _time_alone(raw)):
        return None
    found = _alone(raw, newest)
    if found is None or isinstance(found, UnreadableWhen):
        return None
    return _when(found[0], _told(raw_time, found[1]), raw.strip(), raw_time.strip(), is_same=False)


def _told(raw_time: str, beside: Clock) -> Clock:
    """The time of its own column, or else the one beside the date."""
    told = read_time(raw_time) if raw_time.strip() else beside
    return told if told.precision or told.is_impossible else beside


def _is_year_near(year: int, above: When | None) -> bool:
    return above is not None and abs(year - above.start.year) <= 1


def read_when(
    raw_date: str,
    raw_time: str = "",
    raw_end: str = "",
    raw_end_time: str = "",
    *,
    above: When | None = None,
    order: int = 1,
    year: int | None = None,
    month: date | None = None,
    newest: int | None = None,
    has_times: bool = False,
    years: Collection[int] = (),
) -> When:
    """What the cells of one row say of when it happened; `above` is the entry before it.

    `order` is 1 where the file runs from old to new, -1 where it runs back; `year` and `month` are
    those of the banner the row stands under; `has_times` that the column for the date holds times
    as well, so that a time alone means the same day as above, unless it is one of the `years`.
    Raises UnreadableWhen if no day is read.
    """
    newest = newest or newest_year()
    if len(raw_date) > LONGEST:
        raise unparseable(raw_date.strip())
    if not raw_end and not raw_end_time and (when := read_by_itself(raw_date, raw_time, newest)):
        return when
    if _maybe_time(raw_date, raw_time, newest) and _is_time_alone(
        raw_date, above, years, has_times=has_times
    ):
        raw_date, raw_time = "", raw_date
    days, at, is_same = _days(raw_date, above, order, newest, year, month)
    when = _when(days, _told(raw_time, at), raw_date.strip(), raw_time.strip(), is_same=is_same)
    if raw_end.strip() or raw_end_time.strip():
        return _until(when, raw_end, raw_end_time, order, newest, when.raw)
    return when


def _when(days: Days, told: Clock, raw: str, time_raw: str, *, is_same: bool) -> When:
    return When(
        days.start,
        days.end,
        days.precision,
        raw,
        told.at,
        told.until,
        told.precision,
        time_raw,
        is_same,
        days.is_year_inferred,
        days.is_uncertain,
        days.is_weekday_wrong,
        told.is_impossible,
    )
