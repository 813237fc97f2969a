"""Rows of one agency, by different files or typed, that look like one event told twice.

They are offered to the agency alone, before it hands in; what is done with them it says itself.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from rapidfuzz import fuzz

from chronology.models import AgencyChronology, Entry
from chronology.models.order import rows_of_agency

ALIKE = 0.68  # of the words: the same, in whatever order
WITHIN = 0.85  # where one tells all that the other does, at the same time of day
LEAST_WORDS = 3  # for that
COMPARED = 1_000  # characters
MOST_A_DAY = 5_000  # pairs
FIELDS = ("key", "date_start", "date_end", "time", "event", "version", "file_id")


@dataclass(frozen=True, slots=True)
class Repeat:
    """Two rows that look alike, the earlier one first, and from 0 to 1 how much."""

    first: Entry
    second: Entry
    likeness: float


def repeats(chronology: AgencyChronology) -> list[Repeat]:
    """Return pairs that may be one event, the likeliest first, a row in no more than one."""
    rows = rows_of_agency(chronology).filter(is_note=False).only(*FIELDS)
    by_day: dict[tuple[date, date], list[Entry]] = defaultdict(list)
    for row in rows.order_by("pk"):
        by_day[row.date_start, row.date_end].append(row)
    apart = set(chronology.kept_apart.values_list("first", "second"))
    found = [one for some in by_day.values() for one in _alike(some)]
    taken: set[int] = set()
    kept: list[Repeat] = []
    for one in sorted(found, key=lambda one: (-one.likeness, one.first.pk, one.second.pk)):
        pair = (one.first.pk, one.second.pk)
        if pair not in apart and taken.isdisjoint(pair):
            taken.update(pair)
            kept.append(one)
    return kept


def _alike(rows: list[Entry]) -> Iterator[Repeat]:
    """Yield the pairs of one day of which the two came by different ways."""
    pairs = ((a, b) for a, b in combinations(rows, 2) if a.file_id != b.file_id)
    words = {row.pk: " ".join(row.event[:COMPARED].casefold().split()) for row in rows}
    for number, (first, second) in enumerate(pairs):
        if number >= MOST_A_DAY:
            return
        if first.time and second.time and first.time != second.time:
            continue
        likeness = _likeness(words[first.pk], words[second.pk], is_at=first.time == second.time)
        if likeness:
            yield Repeat(first, second, likeness)


def _likeness(one: str, other: str, *, is_at: bool) -> float:
    """Return how alike two texts are, 0 where it is not enough."""
    alike = max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other)) / 100
    if alike >= ALIKE:
        return alike
    if is_at and min(len(one.split()), len(other.split())) >= LEAST_WORDS:
        within = fuzz.token_set_ratio(one, other) / 100
        return within * ALIKE if within >= WITHIN else 0.0
    return 0.0
