"""Kinds from wordings, and weights from pairs: both by numpy alone."""

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from ..comparison import compare
from ..kinds import Features, KindModel, features, softmax
from ..matching import LEAST_KIND
from ..pairing import candidates
from ..scoring import Logistic, Scores, Steps, rivalry
from ..understanding import Case, case_of
from .sets import Set

DRAWS, PHRASE_WEIGHT, LEAST_SEEN = 25, 0.5, 3
EPOCHS, RATE, SHRINK, START = 12, 0.35, 1e-4, 0.1
RIDGE, ROUNDS = 2.0, 30
Example = tuple[Features, str, float]


def phrases() -> tuple[list[Example], set[str]]:
    """Examples drawn from the committed phrases, and the kinds told by one agency alone."""
    draw, words = random.Random(1), {}  # noqa: S311 - repeatable, no secret
    found, alone, kind = [], set(), ""
    for line in (files(__package__) / "phrases.txt").read_text(encoding="utf-8").splitlines():
        if macro := re.fullmatch(r"\$(\w+) = (.+)", line):
            words[macro[1]] = macro[2]
        elif heading := re.fullmatch(r"\[(\w+)\]( alone)?", line):
            kind = heading[1]
            alone |= {kind} if heading[2] else set()
        elif ": " in line and not line.startswith("#"):
            code, phrase = line.split(": ", 1)
            phrase = re.sub(r"\$(\w+)", lambda m: f"({words[m[1]]})", phrase)
            for _ in range(DRAWS):
                text = re.sub(r"\(([^()]*)\)", lambda m: draw.choice(m[1].split("|")), phrase)
                found.append((features(text, "", code, frozenset()), kind, PHRASE_WEIGHT))
    return found, alone


def examples(sets: Sequence[Set], half: int | None) -> list[Example]:
    """The sets' entries (of one half of the wordings), common wordings weighing less."""
    rows = [
        (text, kind, wording)
        for one in sets
        for text, kind, wording, part in zip(
            one.texts(), one.kinds, one.wordings, one.half(), strict=True
        )
        if half is None or part == half
    ]
    often = Counter(wording for *_, wording in rows)
    return [(text, kind, often[wording] ** -0.5) for text, kind, wording in rows]


def learn_kinds(rows: Sequence[Example], kinds: Sequence[str], alone: set[str]) -> KindModel:
    """A softmax regression by gradient steps of their own size for every weight."""
    seen = Counter(feature for text, *_ in rows for feature in text)
    index = {f: n for n, f in enumerate(f for f, many in seen.items() if many >= LEAST_SEEN)}
    known = [[(index[f], v) for f, v in text.items() if f in index] for text, *_ in rows]
    at = [np.array([i for i, _ in row], np.intp) for row in known]
    value = [np.array([v for _, v in row], np.float32) for row in known]
    weights = np.zeros((len(index), len(kinds)), np.float32)
    pace = np.full_like(weights, START)
    column = {kind: n for n, kind in enumerate(kinds)}
    shuffle = np.random.default_rng(0)
    for _ in range(EPOCHS):
        for row in shuffle.permutation(len(rows)):
            here = weights[at[row]]
            off = softmax((value[row] @ here)[None, :])[0]
            off[column[rows[row][1]]] -= 1
            slope = value[row][:, None] * off * rows[row][2] + SHRINK * here
            pace[at[row]] += slope**2
            weights[at[row]] = here - RATE * slope / np.sqrt(pace[at[row]])
    shared = np.array([kind not in alone for kind in kinds])
    return KindModel(tuple(kinds), shared, index, weights, np.zeros(len(kinds), np.float32))


def learn_perspectives(rows: Sequence[Example]) -> KindModel:
    """The same regression for whose words a text is, the agency's mark kept from it."""
    told = [
        ({f: v for f, v in text.items() if f[0] != "@"}, mark[1:], weight)
        for text, _, weight in rows
        for mark in text
        if mark[0] == "@"
    ]
    return learn_kinds(told, sorted({code for _, code, _ in told}), set())


def crossed(one: Set, halves: Sequence[KindModel]) -> NDArray:
    """Kinds of a set's entries, each told by the model that has not seen its wording."""
    texts = one.texts()
    first, second = (model.probabilities(texts) for model in halves)
    return np.where(one.half()[:, None] == 1, first, second)


def strangers(rows: Sequence[Example], kinds: Sequence[str], alone: set[str]) -> list[KindModel]:
    """A model that has never met the even kinds, and one that has never met the odd ones."""
    return [
        learn_kinds([row for row in rows if kinds.index(row[1]) % 2 != odd], kinds, alone)
        for odd in (0, 1)
    ]


def unmet(one: Set, models: Sequence[KindModel]) -> NDArray:
    """Kinds of a set's entries, each told by the model that has never met its kind."""
    texts = one.texts()
    even, odd = (model.probabilities(texts) for model in models)
    number = np.array([models[0].kinds.index(kind) for kind in one.kinds])
    return np.where(number[:, None] % 2 == 0, even, odd)


def learn_logistic(table: NDArray, true: NDArray) -> Logistic:
    """A ridge logistic regression by Newton's steps."""
    mean, scale = table.mean(axis=0), table.std(axis=0) + 1e-6
    mean[0], scale[0] = 0, 1
    rows, weights = (table - mean) / scale, np.zeros(table.shape[1])
    ridge = np.full(table.shape[1], RIDGE)
    ridge[0] = 1e-6
    for _ in range(ROUNDS):
        chance = Logistic(np.zeros(1), np.ones(1), weights).probability(rows)
        curve = (rows * (chance * (1 - chance) + 1e-6)[:, None]).T @ rows + np.diag(ridge)
        weights = weights - np.linalg.solve(curve, rows.T @ (chance - true) + ridge * weights)
    return Logistic(mean, scale, weights)


def case(one: Set, model: KindModel, kinds: NDArray | None = None) -> Case:
    """The set's case, its kinds told by the model or given."""
    made = case_of(one.accounts, one.cast, model)
    return made if kinds is None else replace(made, kinds=kinds.astype(np.float32))


def learn_scores(
    sets: Sequence[Set], halves: Sequence[KindModel], unmet_by: Sequence[KindModel]
) -> Scores:
    """Both steps, from pairs whose wordings, and from pairs whose kinds, no model had seen."""
    return Scores(
        learn_steps(sets, [case(one, halves[0], crossed(one, halves)) for one in sets]),
        learn_steps(sets, [case(one, unmet_by[0], unmet(one, unmet_by)) for one in sets]),
    )


def learn_steps(sets: Sequence[Set], cases: Sequence[Case]) -> Steps:
    """The pair alone, then among its rivals."""
    pairs = [candidates(made, LEAST_KIND) for made in cases]
    tables = [compare(made, which) for made, which in zip(cases, pairs, strict=True)]
    true = np.concatenate(
        [
            [tuple(p) in one.pairs for p in which.tolist()]
            for one, which in zip(sets, pairs, strict=True)
        ]
    ).astype(float)
    alone = learn_logistic(np.concatenate(tables).astype(float), true)
    rivals = [
        np.hstack([table, rivalry(made, which, alone.probability(table))])
        for made, which, table in zip(cases, pairs, tables, strict=True)
    ]
    return Steps(alone, learn_logistic(np.concatenate(rivals).astype(float), true))
