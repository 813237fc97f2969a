"""How two accounts compare: each feature is one plain question."""

from collections.abc import Callable
from datetime import date

import numpy as np
from numpy.typing import NDArray

from .mentions import speaks_of
from .pairing import LATE, NEAR, Pairs, swapped
from .understanding import Case, Understood

FEATURES = (
    "always", "same day", "one day apart", "two days apart", "three days apart",
    "up to a week apart", "over a week apart", "day and month swapped", "day named in text",
    "another day named in text", "within vague date", "within range", "approximate date",
    "later one hears of it", "same kind", "kind by chance", "kind is sure",
    "speaks of other agency",
    "both speak of each other", "shared words", "shared phrases", "shared facts",
    "facts that differ", "shared asides", "asides on both sides", "shared rare names",
    "family name shared", "family names differ", "amount shared", "amounts differ", "same time",
    "times within quarter", "times within hour", "times far apart", "same small number",
    "child seen differs", "routine for one", "routine for both",
    "nothing shared", "nothing shared in vague date", "day named but nothing shared",
    "other child named",
)  # fmt: skip
AT = {name: at for at, name in enumerate(FEATURES)}
RECEIVING = frozenset(
    (
        "GP", "HV", "CSC", "SCH", "HOU", "PROB", "YOT", "MW", "AMH", "CAMHS", "SUB", "NUR", "FOS",
    )
)  # fmt: skip
FAINT = 1e-4


def compare(case: Case, pairs: Pairs, step: Callable[[int, int], None] | None = None) -> NDArray:
    """Pair × feature."""
    table = np.zeros((len(pairs), len(FEATURES)), np.float32)
    table[:, AT["always"]] = 1
    _kinds(case, pairs, table)
    for row, (one, two) in enumerate(pairs):
        _days(case, one, two, table[row])
        _texts(case, case.understood[one], case.understood[two], table[row])
        seen, other = case.accounts[one].child_seen, case.accounts[two].child_seen
        table[row, AT["child seen differs"]] = None not in (seen, other) and seen != other
        if not _share(case, case.understood[one], case.understood[two], table[row]):
            _nothing_shared(table[row])
        if step and row % 5000 == 0:
            step(row, len(pairs))
    return table


def _kinds(case: Case, pairs: Pairs, table: NDArray) -> None:
    told = case.kinds[:, case.model.shared]
    one, two = pairs[:, 0], pairs[:, 1]
    each = told[one] * told[two]
    same = each.sum(axis=1)
    table[:, AT["same kind"]] = np.log(same + FAINT)
    table[:, AT["kind is sure"]] = same
    agencies = np.array([a.agency for a in case.accounts])
    days = max(1, len({a.start for a in case.accounts}))
    often = np.zeros_like(told)
    for agency in np.unique(agencies):
        often[agencies == agency] = told[agencies == agency].sum(axis=0) / days
    chance = (each * np.maximum(often[one], often[two])).sum(axis=1) / (same + FAINT)
    table[:, AT["kind by chance"]] = np.log(chance + FAINT)
    busy = _routine(case, agencies)
    table[:, AT["routine for one"]] = np.log1p(np.maximum(busy[one], busy[two]))
    table[:, AT["routine for both"]] = np.log1p(np.minimum(busy[one], busy[two]))


def _routine(case: Case, agencies: NDArray) -> NDArray:
    """How many other rows of the same agency and kind lie within a fortnight."""
    top = case.kinds.argmax(axis=1)
    days = np.array([a.start.toordinal() for a in case.accounts])
    many = np.zeros(len(days))
    _, group = np.unique(
        np.array([f"{a}|{k}" for a, k in zip(agencies, top, strict=True)]), return_inverse=True
    )
    for one in range(group.max() + 1 if len(group) else 0):
        members = np.flatnonzero(group == one)
        at = np.sort(days[members])
        many[members] = (
            np.searchsorted(at, days[members] + LATE, "right")
            - np.searchsorted(at, days[members] - LATE, "left")
            - 1
        )
    return many


def _days(case: Case, one: int, two: int, row: NDArray) -> None:
    a, b = case.accounts[one], case.accounts[two]
    named, other_named = case.understood[one].days, case.understood[two].days
    apart = (b.start - a.start).days
    row[AT["approximate date"]] = "approximate" in (a.precision, b.precision)
    row[AT["within vague date"]], row[AT["within range"]] = _covered(a, b)
    if b.start in named or a.start in other_named or named & other_named:
        row[AT["day named in text"]] = 1
    elif named or other_named:
        row[AT["another day named in text"]] = 1
    row[AT["day and month swapped"]] = apart != 0 and b.start == swapped(a.start)
    row[AT[_distance(abs(apart))]] = 1
    if apart:
        later = case.understood[two if apart > 0 else one]
        row[AT["later one hears of it"]] = later.perspective in RECEIVING


def _distance(days: int) -> str:
    """The feature for so many days; far apart is the bare case, told by what excuses it."""
    near = ("same day", "one day apart", "two days apart", "three days apart")
    if days <= NEAR:
        return near[days]
    return "up to a week apart" if days <= 7 else "over a week apart"


def _covered(a: object, b: object) -> tuple[bool, bool]:
    """Whether one date lies within the other's month or season, and within its range."""
    vague = wide = False
    for one, two in ((a, b), (b, a)):
        if one.end > one.start and _inside(two.start, one.start, one.end):
            wide |= one.precision == "range"
            vague |= one.precision != "range"
    return vague, wide


def _inside(day: date, first: date, last: date) -> bool:
    return first <= day <= last


def _texts(case: Case, a: Understood, b: Understood, row: NDArray) -> None:
    weigh = case.rarity.get
    row[AT["shared words"]] = np.log1p(sum(weigh(w, 0.0) for w in a.stems & b.stems))
    row[AT["shared phrases"]] = np.log1p(sum(weigh(w, 0.0) for w in a.pairs & b.pairs))
    row[AT["shared facts"]] = sum(weigh(w, 0.0) for w in a.facts & b.facts) / 4
    row[AT["facts that differ"]] = len(families(a.facts - b.facts) & families(b.facts - a.facts))
    row[AT["shared asides"]] = sum(weigh(w, 0.0) for w in a.asides & b.asides) / 4
    row[AT["asides on both sides"]] = bool(a.asides and b.asides)
    spoken = speaks_of(a.stems, b.perspective) + speaks_of(b.stems, a.perspective)
    row[AT["speaks of other agency"]], row[AT["both speak of each other"]] = spoken > 0, spoken > 1
    _people(case, a, b, row)
    _numbers(a, b, row)
    _times(a, b, row)


def _share(case: Case, a: Understood, b: Understood, row: NDArray) -> bool:
    """Whether two accounts have anything in common beyond their kind and day."""
    told = (a.facts & b.facts) | (a.asides & b.asides) | (a.pairs & b.pairs)
    named = {f"name {name}" for name in (a.names & b.names) - case.family}
    same_time = row[AT["same time"]] or row[AT["times within quarter"]]
    return bool(same_time or a.amounts & b.amounts or (told | named) & case.rarity.keys())


def _nothing_shared(row: NDArray) -> None:
    """Marks that two accounts share nothing, and what their days are like."""
    row[AT["nothing shared"]] = 1
    row[AT["nothing shared in vague date"]] = row[AT["within vague date"]]
    row[AT["day named but nothing shared"]] = row[AT["day named in text"]]


def families(facts: frozenset[str]) -> frozenset[str]:
    """The families that facts belong to."""
    return frozenset(fact.split(":", 1)[0] for fact in facts)


def _people(case: Case, a: Understood, b: Understood, row: NDArray) -> None:
    rare = (a.names & b.names) - case.family
    row[AT["shared rare names"]] = sum(case.rarity.get(f"name {n}", 0.0) for n in rare) / 4
    row[AT["other child named"]] = bool(a.children and b.children and not a.children & b.children)
    mine, theirs = a.names & case.family, b.names & case.family
    row[AT["family name shared"]] = bool(mine & theirs)
    row[AT["family names differ"]] = bool(mine and theirs and not mine & theirs)


def _numbers(a: Understood, b: Understood, row: NDArray) -> None:
    row[AT["amount shared"]] = bool(a.amounts & b.amounts)
    row[AT["amounts differ"]] = bool(
        not a.amounts & b.amounts
        and {m[0] == "£" for m in a.amounts} & {m[0] == "£" for m in b.amounts}
    )
    row[AT["same small number"]] = bool(a.counts & b.counts)


def apart(a: frozenset[int], b: frozenset[int]) -> int | None:
    """Minutes between the closest times of two accounts; none where one names no time."""
    return min((abs(x - y) for x in a for y in b), default=None)


def _times(a: Understood, b: Understood, row: NDArray) -> None:
    minutes = apart(a.times, b.times)
    if minutes is None:
        return
    for limit, name in ((0, "same time"), (15, "times within quarter"), (60, "times within hour")):
        if minutes <= limit:
            row[AT[name]] = 1
            return
    row[AT["times far apart"]] = 1
