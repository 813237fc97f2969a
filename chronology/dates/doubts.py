"""What the words beside a date let one doubt: the date itself, or its weekday."""

from collections.abc import Sequence
from datetime import date

from chronology.dates.marks import Kind, Mark
from chronology.dates.when import Precision

LINKS = (Kind.TO, Kind.AND)
_EXACT = ("exact ", "actual ", "precise ")


def touches_date(marks: Sequence[Mark], i: int) -> bool:
    """Whether a mark is written close to the date before it and apart from what follows."""
    is_close = i > 0 and marks[i - 1].kind is Kind.DATE and marks[i - 1].end == marks[i].start
    if not is_close or i + 1 == len(marks):
        return is_close
    return marks[i + 1].kind in LINKS or marks[i + 1].start > marks[i].end


def is_about(marks: Sequence[Mark], run: Sequence[int]) -> bool:
    """Whether a word of doubt belongs to the date, and not to a time beside it."""
    doubts = (Kind.ABOUT, Kind.UNSURE, Kind.EDGE, Kind.OPEN)
    for i, mark in enumerate(marks):
        if mark.kind not in doubts:
            continue
        if touches_date(marks, i):
            return True
        near = [m for m in marks[i + 1 :] if m.kind in (Kind.DATE, Kind.TIME)][:1]
        near = near or [m for m in reversed(marks[:i]) if m.kind in (Kind.DATE, Kind.TIME)][:1]
        if near and near[0].kind is Kind.DATE:
            return True
    return False


def is_inexact(marks: Sequence[Mark], precision: Precision) -> bool:
    """Whether a whole day stands beside words that the exact date is not known."""
    unknown = (mark.word for mark in marks if mark.kind is Kind.UNKNOWN)
    return precision is Precision.DAY and any(word.startswith(_EXACT) for word in unknown)


def is_weekday_wrong(marks: Sequence[Mark], run: Sequence[int], start: date, end: date) -> bool:
    """Whether a weekday written beside a whole date is not that date's weekday."""
    told = [(i, mark) for i, mark in enumerate(marks) if mark.kind is Kind.WEEKDAY]
    if not told or len(told) > 2:
        return False
    names = [weekday(mark.word) for _, mark in told]
    if len(run) == 1 or len(names) == 2:
        return names[0] != start.weekday() or (len(names) == 2 and names[1] != end.weekday())
    day = start if told[0][0] < run[-1] and told[0][0] <= run[0] else end
    return names[0] not in (day.weekday(), start.weekday())


def weekday(word: str) -> int:
    """Monday is 0."""
    return ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(word[:3])
