"""From questions answered to a probability, in two steps: the pair itself, then its rivals.

Both steps are fitted twice: where the kinds of contact are known, and where they are not, so that
what two accounts share in words counts for more. Each pair takes of either as far as it is unsure,
or as far as its two kinds, though plain, are not one: a kind may be told wrongly.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from .comparison import AT, FEATURES
from .pairing import Pairs
from .understanding import Case

RIVALRY = (
    "odds alone", "odds of best rival", "odds of lesser rival", "best for both", "best for one",
    "a third account agrees",
)  # fmt: skip
LIKELY = 0.15
OTHER_KIND = 0.5  # how far two plain kinds that differ are doubted
SAME_KIND = 0.05  # how unlikely one kind must be before only the day speaks for a pair
BARE = 0.6  # how likely a pair must be whose accounts share neither a day nor anything particular
LIMIT = 30


@dataclass(frozen=True, slots=True)
class Logistic:
    """Weights of features that were centred and scaled."""

    mean: NDArray[np.float64]
    scale: NDArray[np.float64]
    weights: NDArray[np.float64]

    def probability(self, table: NDArray) -> NDArray[np.float64]:
        """How likely each row is one event."""
        score = ((table - self.mean) / self.scale) @ self.weights
        return 1 / (1 + np.exp(-np.clip(score, -LIMIT, LIMIT)))


@dataclass(frozen=True, slots=True)
class Steps:
    """The pair alone, then among its rivals."""

    alone: Logistic
    among_rivals: Logistic


@dataclass(frozen=True, slots=True)
class Scores:
    """Both steps where kinds are known and where they are not, as the fitting script has them."""

    known: Steps
    unsure: Steps

    def probability(self, case: Case, pairs: Pairs, table: NDArray) -> NDArray[np.float64]:
        """How likely each pair is one event, its rivals considered."""
        doubt = _doubt(case, pairs, table)
        alone = _between(self.known.alone, self.unsure.alone, doubt, table)
        told = np.hstack([table, rivalry(case, pairs, alone)])
        return _between(self.known.among_rivals, self.unsure.among_rivals, doubt, told)


def _doubt(case: Case, pairs: Pairs, table: NDArray) -> NDArray[np.float64]:
    """How far the kinds of each pair are not to be relied on."""
    each = case.unsure
    neither = (each[pairs[:, 0]] * each[pairs[:, 1]]).astype(np.float64)
    return np.maximum(neither, OTHER_KIND * (1 - table[:, AT["kind is sure"]]))


def _between(known: Logistic, unsure: Logistic, doubt: NDArray, table: NDArray) -> NDArray:
    return (1 - doubt) * known.probability(table) + doubt * unsure.probability(table)


class Rivals:
    """The two likeliest partners of each account within each other agency."""

    def __init__(self, case: Case, pairs: Pairs, chances: NDArray) -> None:
        agencies = [account.agency for account in case.accounts]
        self.agency = agencies
        self.best: dict[tuple[int, str], tuple[float, float, int]] = defaultdict(
            lambda: (0.0, 0.0, -1)
        )
        self.likely: dict[int, dict[int, float]] = defaultdict(dict)
        for (one, two), chance in zip(pairs.tolist(), chances.tolist(), strict=True):
            self._note(one, two, chance)
            self._note(two, one, chance)

    def _note(self, one: int, two: int, chance: float) -> None:
        first, second, who = self.best[one, self.agency[two]]
        if chance > first:
            self.best[one, self.agency[two]] = (chance, first, two)
        elif chance > second:
            self.best[one, self.agency[two]] = (first, chance, who)
        if chance > LIKELY:
            self.likely[one][two] = chance

    def other(self, one: int, two: int) -> float:
        """The chance of the best partner for `one` in the agency of `two`, besides `two`."""
        first, second, who = self.best[one, self.agency[two]]
        return second if who == two else first

    def third(self, one: int, two: int) -> float:
        """How far a third account is likely one event with both."""
        mine, theirs = self.likely.get(one, {}), self.likely.get(two, {})
        return max((min(mine[k], theirs[k]) for k in mine.keys() & theirs.keys()), default=0.0)


def odds(chance: NDArray) -> NDArray:
    """The logarithm of the odds, kept finite."""
    return np.log((chance + 1e-3) / (1 - chance + 1e-3))


def rivalry(case: Case, pairs: Pairs, chances: NDArray) -> NDArray:
    """Pair × question about its rivals."""
    rivals = Rivals(case, pairs, chances)
    both = np.array(
        [(rivals.other(a, b), rivals.other(b, a), rivals.third(a, b)) for a, b in pairs.tolist()]
    ).reshape(-1, 3)
    best, lesser = both[:, :2].max(axis=1), both[:, :2].min(axis=1)
    columns = (
        odds(chances),
        odds(best),
        odds(lesser),
        chances > best,
        chances > lesser,
        both[:, 2],
    )
    return np.stack(columns, axis=1)


def without_bare(table: NDArray, chances: NDArray) -> NDArray[np.float64]:
    """The chances, none left to pairs that only a day speaks for, or a kind and a day near by.

    Nor to those within a vague date that tell other facts and share none.
    """
    vague, sharing_none = table[:, AT["within vague date"]] > 0, table[:, AT["nothing shared"]] > 0
    day_alone = table[:, AT["kind is sure"]] < SAME_KIND
    elsewhere = (table[:, AT["same day"]] == 0) | vague
    too_little = sharing_none & (day_alone | (elsewhere & (chances < BARE)))
    facts = table[:, AT["shared facts"]] + table[:, AT["shared asides"]]
    contrary = vague & (table[:, AT["facts that differ"]] > 0) & (facts == 0)
    return np.where(too_little | contrary, 0.0, chances)


def one_to_one(
    agencies: Sequence[str], pairs: Pairs, chances: NDArray, threshold: float
) -> list[int]:
    """Rows of the pairs to propose, likeliest first: one partner an agency for each account."""
    taken, kept = set(), []
    for row in np.argsort(-chances, kind="stable").tolist():
        if chances[row] < threshold:
            break
        one, two = pairs[row].tolist()
        claims = {(one, agencies[two]), (two, agencies[one])}
        if taken.isdisjoint(claims):
            taken |= claims
            kept.append(row)
    return kept


def _logistic(stored: dict[str, dict[str, list[float]]], names: Sequence[str]) -> Logistic:
    rows = np.array([stored[name] for name in names])
    return Logistic(rows[:, 0], rows[:, 1], rows[:, 2])


def _steps(stored: dict) -> Steps:
    return Steps(
        _logistic(stored["alone"], FEATURES),
        _logistic(stored["among_rivals"], FEATURES + RIVALRY),
    )


def from_json(stored: dict) -> Scores:
    """The scores from their file: each feature with its mean, scale and weight."""
    return Scores(_steps(stored["known"]), _steps(stored["unsure"]))


@cache
def scores() -> Scores:
    """The committed weights."""
    return from_json(json.loads((files(__package__) / "scores.json").read_text(encoding="utf-8")))
