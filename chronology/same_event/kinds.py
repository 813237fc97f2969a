"""What kind of contact a row reports: a linear model over words and concepts."""

import base64
import itertools
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from .lexicon import concepts_of
from .words import plain, sentences, stem, words

WEIGHTS = (1.0, 0.6, 0.35, 0.2, 0.1, 0.1)  # what happened is told first; asides follow
ACTION_WEIGHT = 0.5
ACTION_WORDS = 8
PERSPECTIVE_WEIGHT = 3.0

Features = dict[str, float]


def features(event: str, action: str, perspective: str, names: frozenset[str]) -> Features:
    """Words, pairs of words and concepts of a text, those told first weighing most."""
    found: Features = {f"@{perspective}": PERSPECTIVE_WEIGHT}
    for weight, sentence in zip(WEIGHTS, sentences(plain(event)), strict=False):
        for feature in _of_sentence(sentence, names):
            found.setdefault(feature, weight)
    for word in words(plain(action))[:ACTION_WORDS]:
        found.setdefault(stem(word), ACTION_WEIGHT)
    return found


def _of_sentence(sentence: str, names: frozenset[str]) -> Iterable[str]:
    said = words(sentence)
    stems = [stem(word) for word in said if word not in names and not word[0].isdigit()]
    stems += [word[0] for word in said if word[0] == "£"]
    stems += ["%" for word in said if word.endswith("%")]
    yield from stems
    yield from (f"{a} {b}" for a, b in itertools.pairwise(stems))
    yield from (f"#{concept}" for concept in concepts_of(sentence))


@dataclass(frozen=True, slots=True)
class KindModel:
    """Weights of each feature for each kind; `shared` kinds are told by several agencies."""

    kinds: tuple[str, ...]
    shared: NDArray[np.bool_]
    index: dict[str, int]
    weights: NDArray[np.float32]  # feature × kind
    bias: NDArray[np.float32]

    def probabilities(self, texts: Sequence[Features]) -> NDArray[np.float32]:
        """How likely each text is of each kind: text × kind."""
        at, value, ends = [], [], []
        for text in texts:
            known = [(self.index[f], v) for f, v in text.items() if f in self.index]
            at.extend(i for i, _ in known)
            value.extend(v for _, v in known)
            ends.append(len(at))
        scores = np.empty((len(texts), len(self.kinds)), np.float32)
        weight, start = np.array(value, np.float32), 0
        where = np.array(at, np.intp)
        for row, end in enumerate(ends):
            scores[row] = weight[start:end] @ self.weights[where[start:end]] + self.bias
            start = end
        return softmax(scores)


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scores of each row as probabilities."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def from_json(stored: dict) -> KindModel:
    """The model as the fitting script stores it: whole numbers of a byte, times a scale."""
    kinds, names = tuple(stored["kinds"]), stored["features"]
    raw = np.frombuffer(base64.b64decode(stored["weights"]), np.int8)
    return KindModel(
        kinds,
        np.array([kind not in stored["told_by_one_agency"] for kind in kinds]),
        {name: at for at, name in enumerate(names)},
        raw.reshape(len(names), len(kinds)).astype(np.float32) * stored["scale"],
        np.array(stored["bias"], np.float32),
    )


def _stored(name: str) -> KindModel:
    return from_json(json.loads((files(__package__) / name).read_text(encoding="utf-8")))


@cache
def kind_model() -> KindModel:
    """The committed model of kinds."""
    return _stored("kinds.json")


@cache
def perspective_model() -> KindModel:
    """The committed model of perspectives, by which rows tell whose they are."""
    return _stored("perspectives.json")
