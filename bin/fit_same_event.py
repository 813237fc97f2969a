#!/usr/bin/env python3
"""Fits the weights of the same-event matcher, with numpy alone.

    bin/fit_same_event.py SET… [--check]

Each SET is a folder with truth.json and people.csv. Writes kinds.json, perspectives.json and
scores.json in chronology/same_event. `--check` writes nothing; it leaves each set out in turn and
prints how well pairs are found in it: with its wordings known, with half of them unknown, and with
all of them unknown.
"""

import argparse
import base64
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))

from chronology.same_event.comparison import FEATURES, compare
from chronology.same_event.fitting.learning import (
    case,
    crossed,
    examples,
    learn_kinds,
    learn_perspectives,
    learn_scores,
    phrases,
    strangers,
)
from chronology.same_event.fitting.sets import Set, read
from chronology.same_event.kinds import KindModel
from chronology.same_event.matching import LEAST_KIND, threshold_for
from chronology.same_event.pairing import candidates
from chronology.same_event.scoring import (
    RIVALRY,
    Logistic,
    Scores,
    Steps,
    one_to_one,
    without_bare,
)
from chronology.same_event.understanding import Case

PACKAGE = HOME / "chronology" / "same_event"
FAINT = 0.6  # features that weigh less for every kind are not kept


def measured(one: Set, made: Case, scores: Scores) -> dict[str, float]:
    """Precision, recall, F1 and the share of decoys among the pairs proposed."""
    pairs = candidates(made, LEAST_KIND)
    table = compare(made, pairs)
    chances = without_bare(table, scores.probability(made, pairs, table))
    agencies, least = [a.agency for a in one.accounts], threshold_for(one.accounts)
    rows = one_to_one(agencies, pairs, chances, least)
    got = {tuple(pairs[row].tolist()) for row in rows}
    right = len(got & one.pairs)
    figures = {
        "f1": 2 * right / (len(got) + len(one.pairs)),
        "precision": right / max(1, len(got)),
        "recall": right / len(one.pairs),
        "decoys": len(got & one.decoys) / max(1, len(got)),
    }
    return {name: round(figure, 3) for name, figure in figures.items()}


def check(sets: Sequence[Set]) -> None:
    """Prints what each set says of weights fitted without it."""
    drawn, alone = phrases()
    kinds = sorted({kind for _, kind, _ in drawn})
    own = learn_kinds(drawn, kinds, alone)
    for left_out in sets:
        others = [one for one in sets if one is not left_out]
        halves = [learn_kinds(examples(others, h) + drawn, kinds, alone) for h in (0, 1)]
        whole = learn_kinds(examples(others, None) + drawn, kinds, alone)
        scores = learn_scores(
            others, halves, strangers(examples(others, None) + drawn, kinds, alone)
        )
        for name, made in (
            ("wordings known", case(left_out, whole)),
            ("half of the wordings unknown", case(left_out, halves[0])),
            ("each wording unknown", case(left_out, whole, crossed(left_out, halves))),
            ("no set's wording known", case(left_out, own)),
        ):
            print(
                json.dumps({"set": left_out.title, "with": name} | measured(left_out, made, scores))
            )


def stored_kinds(model: KindModel) -> dict:
    """The model as kinds.json holds it, its faintest features left out."""
    strong = [f for f, n in model.index.items() if np.abs(model.weights[n]).max() >= FAINT]
    kept = model.weights[[model.index[f] for f in strong]]
    scale = float(np.abs(kept).max() / 127)
    return {
        "kinds": model.kinds,
        "told_by_one_agency": [k for k, s in zip(model.kinds, model.shared, strict=True) if not s],
        "features": strong,
        "scale": scale,
        "bias": [0.0] * len(model.kinds),
        "weights": base64.b64encode(np.round(kept / scale).astype(np.int8).tobytes()).decode(),
    }


def stored_logistic(step: Logistic, names: Sequence[str]) -> dict[str, list[float]]:
    """Each feature with its mean, scale and weight."""
    rows = zip(step.mean, step.scale, step.weights, strict=True)
    return {n: [round(float(x), 5) for x in row] for n, row in zip(names, rows, strict=True)}


def stored_steps(steps: Steps) -> dict:
    """Both steps as scores.json holds them."""
    return {
        "alone": stored_logistic(steps.alone, FEATURES),
        "among_rivals": stored_logistic(steps.among_rivals, FEATURES + RIVALRY),
    }


def fit(sets: Sequence[Set]) -> None:
    """Writes both files of weights."""
    drawn, alone = phrases()
    kinds = sorted({kind for _, kind, _ in drawn})
    halves = [learn_kinds(examples(sets, h) + drawn, kinds, alone) for h in (0, 1)]
    rows = examples(sets, None) + drawn
    scores = learn_scores(sets, halves, strangers(rows, kinds, alone))
    origin = (
        f"bin/fit_same_event.py on {', '.join(s.title for s in sets)} (fictional) and phrases.txt"
    )
    for name, model in (
        ("kinds.json", learn_kinds(rows, kinds, alone)),
        ("perspectives.json", learn_perspectives(rows)),
    ):
        stored = {"origin": origin} | stored_kinds(model)
        (PACKAGE / name).write_text(json.dumps(stored) + "\n", encoding="utf-8")
    stored = {"origin": origin, "known": stored_steps(scores.known)}
    stored |= {"unsure": stored_steps(scores.unsure)}
    (PACKAGE / "scores.json").write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args()
    (check if chosen.check else fit)([read(folder) for folder in chosen.sets])
