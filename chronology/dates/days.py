"""First and last day that the marks of a date speak of, and how exact they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from chronology.dates.doubts import LINKS, is_about, is_inexact, is_weekday_wrong, weekday
from chronology.dates.marks import Kind, Mark
from chronology.dates.shapes import Partial
from chronology.dates.spans import month, part_of
from chronology.dates.when import Precision, UnreadableWhen

OLDEST_YEAR, NEWEST_YEAR = 1850, 2150
_SHOWN = 60
_SLIP = timedelta(days=31)
_HALF_A_YEAR = 6
_TRANSPARENT = (
    *LINKS,
    Kind.NOISE,
    Kind.WEEKDAY,
    Kind.ABOUT,
    Kind.UNSURE,
    Kind.TIME,
    Kind.PART,
    Kind.WEEK_FROM,
    Kind.WEEK_TO,
    Kind.EDGE,
)


class Days(NamedTuple):
    """The days, and what the record's words let one doubt about them."""

    start: date
    end: date
    precision: Precision
    is_year_inferred: bool = False
    is_uncertain: bool = False
    is_weekday_wrong: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a date: the day above it, the way the file runs, a banner's words."""

    above: date | None = None
    order: int = 1
    year: int | None = None
    month: date | None = None


def unparseable(raw: str) -> UnreadableWhen:
    """No day can be made of the words."""
    shown = raw if len(raw) <= _SHOWN else f"{raw[:_SHOWN]}…"
    return UnreadableWhen(
        "unparseable_date",
        f"“{shown}” is not a date. Give a day, a month or a year, such as 22/05/2009 or May 2009.",
    )


def impossible(raw: str) -> UnreadableWhen:
    """The words are a date, but the calendar has no such day."""
    return UnreadableWhen(
        "impossible_date", f"“{raw}” is not a day of the calendar. Look the date up in the record."
    )


def ends_before_start(raw: str) -> UnreadableWhen:
    """The last day stands before the first."""
    return UnreadableWhen(
        "end_before_start", f"“{raw}” ends before it starts. Give the earlier day first."
    )


def _completeness(mark: Mark) -> int:
    partial = mark.date or Partial()
    if partial.span:
        return 5
    return 4 * bool(partial.year) + 2 * bool(partial.month) + bool(partial.day is not None)


def _runs(marks: Sequence[Mark]) -> list[list[int]]:
    """Positions of dates that connecting words join."""
    runs: list[list[int]] = []
    is_linked = False
    for i, mark in enumerate(marks):
        if mark.kind is Kind.DATE:
            if runs and is_linked:
                runs[-1].append(i)
            else:
                runs.append([i])
            is_linked = False
        elif mark.kind in LINKS:
            is_linked = True
        elif mark.kind not in _TRANSPARENT:
            is_linked = False
    return runs


def _best(marks: Sequence[Mark]) -> list[int]:
    """The dates of the run that says most; the first of two that say as much."""
    return max(_runs(marks), key=lambda run: max(_completeness(marks[i]) for i in run))


def _filled(first: Partial, last: Partial) -> tuple[Partial, Partial]:
    """In “22–25 May 2009” the first day borrows the month and year of the last, and so on."""
    if first.span or last.span:
        return first, last
    year, number = first.year, first.month
    if year is None:
        year = last.year
        if year and number and last.month and number > last.month:
            year -= 1
    if number is None and first.day is not None:
        number = last.month
    end_month = last.month or (number if last.day is not None else None)
    end_year = last.year or (year + _is_new_year(number, end_month) if year else year)
    return replace(first, year=year, month=number), Partial(end_year, end_month, last.day)


def _is_new_year(first: int | None, last: int | None) -> bool:
    """Whether a month soon after another is one of the next year: 30 December 2008 – 2 January."""
    return bool(first and last) and (first or 0) - (last or 0) > _HALF_A_YEAR


def _nearest(day: int, number: int, context: Context) -> int:
    """The year in which a day of a month follows the row above, the way the file runs."""
    above = context.above
    if above is None:
        return context.year or 0
    if context.year and above.year != context.year:
        return context.year
    found = [(y, _safe(y, number, day)) for y in (above.year - 1, above.year, above.year + 1)]
    days = [(y, d) for y, d in found if d]
    if context.order > 0:
        after = [y for y, d in days if d >= above - _SLIP]
        return after[0] if after else above.year
    if context.order < 0:
        before = [y for y, d in days if d <= above + _SLIP]
        return before[-1] if before else above.year
    return min(days, key=lambda pair: abs(pair[1] - above))[0] if days else above.year


def _safe(year: int, number: int, day: int) -> date | None:
    try:
        return date(year, number, day)
    except ValueError:
        return None


def _with_year(partial: Partial, context: Context, raw: str, marks: Sequence[Mark] = ()) -> Partial:
    if partial.span or partial.year is not None:
        return partial
    if partial.month is None:
        within = context.month or context.above
        if within is None or partial.day is None:
            raise unparseable(raw)
        return replace(partial, year=within.year, month=within.month)
    if not 1 <= partial.month <= 12:
        raise impossible(raw)
    year = _nearest(partial.day or 1, partial.month, context)
    if year and context.above and _is_same_year(partial, context.above.year, year, marks):
        year = context.above.year
    if not year:
        raise unparseable(raw)
    return replace(partial, year=year)


def _is_same_year(partial: Partial, above: int, year: int, marks: Sequence[Mark]) -> bool:
    """Whether the weekday that is written says that a day is of the year above after all."""
    names = [weekday(mark.word) for mark in marks if mark.kind is Kind.WEEKDAY]
    if year == above or len(names) != 1 or not partial.day:
        return False
    days = (_safe(each, partial.month or 1, partial.day) for each in (above, year))
    return [day and day.weekday() == names[0] for day in days] == [True, False]


def _resolved(partial: Partial, raw: str) -> tuple[date, date, Precision]:
    if partial.span:
        return partial.span.start, partial.span.end, partial.span.precision
    year = partial.year or 0
    if not OLDEST_YEAR <= year <= NEWEST_YEAR:
        raise unparseable(raw)
    if partial.month is None:
        return date(year, 1, 1), date(year, 12, 31), Precision.YEAR
    if not 1 <= partial.month <= 12:
        raise impossible(raw)
    if partial.day is None:
        return *month(year, partial.month), Precision.MONTH
    if (day := _safe(year, partial.month, partial.day)) is None:
        raise impossible(raw)
    return day, day, Precision.DAY


def _before(marks: Sequence[Mark], index: int) -> list[Mark]:
    """The qualifying words that stand before a date, back to the date before it."""
    words: list[Mark] = []
    for mark in reversed(marks[:index]):
        if mark.kind is Kind.DATE:
            break
        words.append(mark)
    return words[::-1]


def _narrowed(
    marks: Sequence[Mark], index: int, found: tuple[date, date, Precision]
) -> tuple[date, date, Precision]:
    """Early, mid, the first week of …, week commencing … applied to the date after the words."""
    start, end, precision = found
    words = _before(marks, index)
    after = marks[index + 1 :] if len(_runs(marks)[0]) == 1 else ()
    parts = [mark.word for mark in words if mark.kind is Kind.PART]
    parts = parts or [mark.word for mark in after if mark.kind is Kind.PART]
    if parts and precision is not Precision.DAY:
        start, end = part_of(start, end, parts[0])[0], part_of(start, end, parts[-1])[1]
        return start, end, Precision.APPROXIMATE
    kinds = {mark.kind for mark in (*words, *after)}
    if precision is Precision.DAY and Kind.WEEK_FROM in kinds:
        return start, start + timedelta(days=6), Precision.RANGE
    if precision is Precision.DAY and Kind.WEEK_TO in kinds:
        return start - timedelta(days=6), start, Precision.RANGE
    return start, end, precision


def _of_both(marks: Sequence[Mark], run: Sequence[int]) -> Sequence[Mark]:
    """“w/e 22–25 May” gives both its days: the weekend needs no counting back."""
    told = [i for i, mark in enumerate(marks) if mark.kind is Kind.WEEK_TO]
    return (
        marks
        if len(told) != 1 or told[0] > run[0]
        else [
            replace(mark, kind=Kind.NOISE) if i == told[0] else mark for i, mark in enumerate(marks)
        ]
    )


def _checked(marks: Sequence[Mark], run: Sequence[int], raw: str) -> None:
    """Other words beside less than a month and a year make no date of a sentence."""
    best = max(_completeness(marks[i]) for i in run)
    if best < 6 and best != 5 and any(mark.kind is Kind.JUNK for mark in marks):
        raise unparseable(raw)


def days_of(marks: Sequence[Mark], raw: str, context: Context) -> Days:
    """The days of marks that hold at least one date."""
    run = _best(marks)
    _checked(marks, run, raw)
    first, last = marks[run[0]].date or Partial(), marks[run[-1]].date or Partial()
    if len(run) > 1:
        first, last = _filled(first, last)
        marks = _of_both(marks, run)
    whole = tuple(_with_year(each, context, raw, marks) for each in (first, last))
    start, _, low = start_found = _narrowed(marks, run[0], _resolved(whole[0], raw))
    _, end, high = end_found = _narrowed(marks, run[-1], _resolved(whole[1], raw))
    if len(run) == 1:
        start, end = start_found[0], end_found[1]
    if end < start:
        raise ends_before_start(raw)
    is_unsure = is_about(marks, run) or is_inexact(marks, low)
    precision = low if len(run) == 1 else _of_two(low, high, start, end)
    is_day = first.day is not None or Precision.DAY in (low, high)
    return Days(
        start,
        end,
        Precision.APPROXIMATE if is_unsure else precision,
        is_year_inferred=whole != (first, last),
        is_uncertain=is_unsure or any(m.kind is Kind.UNKNOWN for m in marks),
        is_weekday_wrong=is_day and is_weekday_wrong(marks, run, start, end),
    )


def _of_two(low: Precision, high: Precision, start: date, end: date) -> Precision:
    if start == end:
        return Precision.DAY
    return Precision.APPROXIMATE if Precision.APPROXIMATE in (low, high) else Precision.RANGE
