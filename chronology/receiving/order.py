"""The order of a file's rows where neither day nor time tells: its own numbers, else its rows."""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal

from chronology.reading.rows import Entry

_NUMBER = re.compile(r"\d{1,5}(?:\.\d{1,3})?")
_MOST = Decimal("0.8")  # of the rows have a number, where the column counts events


def sequences(entries: Sequence[Entry]) -> list[int]:
    """Return each row's place in the order of the file, from 1; no two have the same.

    Among rows of one day and time those with a number, such as 1, 1.5 and 2, stand by it: they
    change places with one another alone.
    """
    places = [*range(1, len(entries) + 1)]
    numbers = [_number(entry.ref) for entry in entries]
    if len(entries) - numbers.count(None) < _MOST * len(entries):
        return places
    alike: dict[tuple[date, time | None], list[int]] = defaultdict(list)
    for at, entry in enumerate(entries):
        if numbers[at] is not None:
            alike[entry.when.start, entry.when.at].append(at)
    for some in alike.values():
        for place, at in enumerate(sorted(some, key=lambda at: (numbers[at], at))):
            places[at] = some[place] + 1
    return places


def _number(ref: str) -> Decimal | None:
    return Decimal(ref) if _NUMBER.fullmatch(ref) else None
