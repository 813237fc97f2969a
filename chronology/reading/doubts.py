"""Remarks on entries that are taken as they stand."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from chronology.dates import Precision, When
from chronology.reading.entries import Place
from chronology.reading.rows import Entry, Fate, Problem

_WEEK = re.compile(r"\W*(?:the )?w(?:ee)?k? ?[/.]? ?(?:(?P<ending>e)|[cbs])", re.IGNORECASE)
_FIRSTS, _LASTS = (0, 6), (4, 5, 6)  # Monday or Sunday; Friday to Sunday


def doubts(entries: Sequence[Entry]) -> tuple[Problem, ...]:
    """What a person had better look at, row by row."""
    return (*swapped_days(entries), *impossible_times(entries), *odd_weeks(entries))


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


def odd_weeks(entries: Sequence[Entry]) -> list[Problem]:
    """Weeks said to begin in the middle of a week, or to end there."""
    found = []
    for entry in entries:
        when = entry.when
        if when.precision is not Precision.RANGE or (when.end - when.start).days != 6:
            continue
        words = _WEEK.match(when.raw)
        day = when.end if words and words["ending"] else when.start
        if words and day.weekday() not in (_LASTS if words["ending"] else _FIRSTS):
            sentence = f"{day:%-d %B %Y} was a {day:%A}. Check the day that the week is named by."
            place = Place(*entry[:4])
            found.append(place.problem("week_begins_oddly", Fate.FLAG, sentence, when.raw))
    return found


def swapped_days(entries: Sequence[Entry]) -> list[Problem]:
    """Days far from both neighbours that would fall between them with day and month swapped."""
    found: list[Problem] = []
    for before, entry, after in zip(entries, entries[1:], entries[2:], strict=False):
        day = entry.when.start
        if day.day > 12 or before.when.start <= day <= after.when.start:  # as most are
            continue
        if (swapped := _swapped(entry.when)) is None:
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
