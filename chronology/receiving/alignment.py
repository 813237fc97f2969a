"""Which row of a corrected file is which row of the earlier one.

Rows move when others are put in, left out or sorted, so their place says little. What is the same
is found by digest first, wherever it stands; between two such rows what was changed is found by
its place and by how alike its words are. The work grows with the number of rows, and with the
square only inside a short stretch of changed ones.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from rapidfuzz import fuzz

STRETCH = 2_500  # pairs of rows that are compared one by one
ALIKE = 0.5
TELLING = 20  # characters from which an event's words are its own


@dataclass(frozen=True, slots=True)
class Row:
    """A row as far as it is needed to know it again; `place` is where it stands in its file."""

    id: int
    place: str
    start: date
    end: date
    time: time | None
    event: str

    @property
    def words(self) -> str:
        return re.sub(r"\s+", " ", self.event).strip().casefold()

    @property
    def day(self) -> tuple[date, date]:
        return self.start, self.end


KnownBy = Callable[[Row], Hashable]
Pairs = dict[int, int]  # id of an arriving row → id of a standing one


def align(standing: Sequence[Row], arriving: Sequence[Row]) -> Pairs:
    """Return which standing row each arriving one is; what is left out is new, or gone."""
    pairs: Pairs = {}
    for known_by in (_whole_in_place, _whole):
        _pair_by(known_by, _left(standing, pairs.values()), _left(arriving, pairs), pairs)
    for before, now in _stretches(standing, arriving, pairs):
        _pair_the_alike(before, now, pairs)
    for known_by in (_place, _telling_words):
        before, now = _left(standing, pairs.values()), _left(arriving, pairs)
        _pair_where_alike(known_by, before, now, pairs)
    return pairs


def _whole(row: Row) -> Hashable:
    return row.day, row.time, row.words


def _whole_in_place(row: Row) -> Hashable:
    return row.place, _whole(row)


def _place(row: Row) -> Hashable:
    return row.place


def _telling_words(row: Row) -> Hashable:
    return row.words if len(row.words) >= TELLING else row.id


def _left(rows: Sequence[Row], taken: Iterable[int]) -> list[Row]:
    ids = set(taken)
    return [row for row in rows if row.id not in ids]


def _by(known_by: KnownBy, rows: Sequence[Row]) -> Mapping[Hashable, list[Row]]:
    found: dict[Hashable, list[Row]] = defaultdict(list)
    for row in rows:
        found[known_by(row)].append(row)
    return found


def _pair_by(
    known_by: KnownBy, standing: Sequence[Row], arriving: Sequence[Row], pairs: Pairs
) -> None:
    """Rows known by the same are paired in the order in which they stand."""
    before = _by(known_by, standing)
    for name, rows in _by(known_by, arriving).items():
        for now, then in zip(rows, before.get(name, ()), strict=False):
            pairs[now.id] = then.id


def _pair_where_alike(
    known_by: KnownBy, standing: Sequence[Row], arriving: Sequence[Row], pairs: Pairs
) -> None:
    before = _by(known_by, standing)
    for name, rows in _by(known_by, arriving).items():
        for now, then in zip(rows, before.get(name, ()), strict=False):
            if likeness(then, now) >= ALIKE:
                pairs[now.id] = then.id


def _stretches(
    standing: Sequence[Row], arriving: Sequence[Row], pairs: Pairs
) -> Iterator[tuple[list[Row], list[Row]]]:
    """Yield what is unpaired between the same two paired rows: those before, those now."""
    then_of = {then: then for then in pairs.values()}
    before = _after(standing, then_of)
    for place, rows in _after(arriving, pairs).items():
        if place in before:
            yield before[place], rows


def _after(rows: Sequence[Row], pairs: Pairs) -> dict[int | None, list[Row]]:
    """Return the unpaired rows by the standing row that was paired last before them."""
    found: dict[int | None, list[Row]] = defaultdict(list)
    last = None
    for row in rows:
        if row.id in pairs:
            last = pairs[row.id]
        else:
            found[last].append(row)
    return found


def _pair_the_alike(standing: list[Row], arriving: list[Row], pairs: Pairs) -> None:
    """The most alike are paired first; what is like nothing stays alone."""
    if len(standing) * len(arriving) > STRETCH:
        return
    scored = [
        (likeness(then, now), -abs(i - j), then.id, now.id)
        for i, then in enumerate(standing)
        for j, now in enumerate(arriving)
    ]
    taken: set[int] = set()
    for score, _near, then, now in sorted(scored, reverse=True):
        if score >= ALIKE and then not in taken and now not in pairs:
            pairs[now] = then
            taken.add(then)


def likeness(then: Row, now: Row) -> float:
    """Return from 0 to 1 how much the two look like one row: words, day, time and place."""
    words = fuzz.ratio(then.words[:2_000], now.words[:2_000]) / 100
    return (
        0.55 * words
        + 0.25 * (then.day == now.day)
        + 0.05 * (then.time == now.time)
        + 0.15 * (then.place == now.place)
    )
