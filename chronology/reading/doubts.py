"""Remarks on entries that are taken as they stand."""

from collections.abc import Sequence
from datetime import date, timedelta

from chronology.dates import Precision, When
from chronology.reading.entries import Place
from chronology.reading.rows import Entry, Fate, Problem


def doubts(entries: Sequence[Entry]) -> tuple[Problem, ...]:
    """What a person had better look at, row by row."""
    return (*swapped_days(entries), *impossible_times(entries))


def impossible_times(entries: Sequence[Entry]) -> list[Problem]:
    """Times that no clock shows: the day is taken, the time is not."""
    found = []
    for entry in entries:
        if entry.when.is_time_impossible:
            raw = entry.when.time_raw or entry.when.raw
            sentence = f"“{raw}” is not a time of day. Look the time up in the record."
            place = Place(*entry[:4])
            found.append(place.problem("impossible_time", Fate.FLAG, sentence, raw))
    return found


def swapped_days(entries: Sequence[Entry]) -> list[Problem]:
    """Days far from both neighbours that would fall between them with day and month swapped."""
    found: list[Problem] = []
    for before, entry, after in zip(entries, entries[1:], entries[2:], strict=False):
        if entry.when.start.day > 12 or (swapped := _swapped(entry.when)) is None:
            continue
        low, high = sorted((before.when.start, after.when.start))
        if not low <= swapped <= high:
            continue
        is_far = min(abs(entry.when.start - low), abs(entry.when.start - high)) > timedelta(days=60)
        if is_far and (high - low) <= timedelta(days=60):
            place = Place(*entry[:4])
            sentence = (
                f"“{entry.when.raw}” is far from the rows around it; {swapped:%-d %B %Y} would fit "
                "between them. Check whether day and month are swapped."
            )
            found.append(place.problem("swapped_day_month", Fate.FLAG, sentence, entry.when.raw))
    return found


def _swapped(when: When) -> date | None:
    day = when.start
    if when.precision is not Precision.DAY or when.is_same_as_above:
        return None
    return None if day.day == day.month else date(day.year, day.day, day.month)
