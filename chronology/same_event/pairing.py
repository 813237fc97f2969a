"""Which accounts are worth comparing: of different agencies, on days that may be one."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from .understanding import Case

NEAR, LATE = 3, 14  # days: a slip of the pen; how long news may take
DAY = timedelta(days=1)
UNSURE = 0.2  # how unlikely both kinds must be before words may stand in for them
ENOUGH_WORDS = 6.0  # the rarity that two accounts' words and facts must share for that
LONG = 366  # days: nothing vaguer than a year is compared
Pairs = NDArray[np.intp]  # n × 2


def swapped(day: date) -> date | None:
    """The day with day and month exchanged, where that is another day."""
    if day.day == day.month or day.day > 12:
        return None
    return date(day.year, day.day, day.month)


def candidates(case: Case, least_kind: float) -> Pairs:
    """Pairs on days that fit, whose kinds may be the same, or else their words where unsure."""
    starts = np.array([a.start.toordinal() for a in case.accounts], np.int64)
    ends = np.array([a.end.toordinal() for a in case.accounts], np.int64)
    order = np.argsort(starts, kind="stable")
    agencies = _numbered([a.agency for a in case.accounts])
    told = case.kinds[:, case.model.shared]
    unsure = case.unsure
    kept = []
    for joined in _joins(case, starts, ends, order):
        one, two = np.array(joined)[:, agencies[joined[0]] != agencies[joined[1]]]
        alike = np.einsum("ij,ij->i", told[one], told[two]) >= least_kind
        doubtful = ~alike & (unsure[one] * unsure[two] >= UNSURE)
        for row in np.flatnonzero(doubtful).tolist():
            alike[row] = _shared(case, one[row], two[row]) >= ENOUGH_WORDS
        kept.append(np.stack((np.minimum(one, two)[alike], np.maximum(one, two)[alike]), axis=1))
    return np.unique(np.concatenate(kept), axis=0) if kept else np.empty((0, 2), np.intp)


def _shared(case: Case, one: int, two: int) -> float:
    """How rare the words and facts are that two accounts have in common."""
    a, b = case.understood[one], case.understood[two]
    return sum(case.rarity.get(word, 0.0) for word in (a.stems & b.stems) | (a.facts & b.facts))


def _numbered(names: list[str]) -> NDArray[np.intp]:
    return np.unique(np.array(names, dtype=object).astype(str), return_inverse=True)[1]


def _joins(
    case: Case, starts: NDArray, ends: NDArray, order: NDArray
) -> Iterator[tuple[NDArray, NDArray]]:
    """Pairs by each way that two days may be one, in pieces that fit into memory."""
    everyone = np.arange(len(starts))
    yield from _within(everyone, starts, starts + LATE, starts, order)
    long = everyone[(ends > starts) & (ends - starts < LONG)]
    yield from _within(long, starts[long] - NEAR, ends[long] + NEAR, starts, order)
    who, days = _other_days(case)
    yield from _within(who, days - 1, days + 1, starts, order)


def _other_days(case: Case) -> tuple[NDArray, NDArray]:
    """Days an account may mean besides its own: named in its text, or day and month exchanged."""
    rows = []
    for at, (account, one) in enumerate(zip(case.accounts, case.understood, strict=True)):
        also = set(one.days) | {swapped(account.start)}
        rows.extend((at, day.toordinal()) for day in also if day and day != account.start)
    table = np.array(rows, np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]


def _within(
    who: NDArray, first: NDArray, last: NDArray, starts: NDArray, order: NDArray, piece: int = 2000
) -> Iterator[tuple[NDArray, NDArray]]:
    """Each of `who` with everyone whose first day lies between `first` and `last`."""
    sorted_days = starts[order]
    low = np.searchsorted(sorted_days, first, "left")
    high = np.searchsorted(sorted_days, last, "right")
    for at in range(0, len(who), piece):
        lo, hi = low[at : at + piece], high[at : at + piece]
        many = hi - lo
        one = np.repeat(who[at : at + piece], many)
        offset = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
        two = order[np.repeat(lo, many) + offset]
        yield one[one != two], two[one != two]
