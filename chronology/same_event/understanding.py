"""Each account as the comparison sees it: kind, people, facts and possible days."""

import itertools
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from . import named
from .account import Account, Cast
from .agencies import perspective
from .kinds import KindModel, features
from .lexicon import lexicon
from .words import SHORT_FORMS, plain, sentences, stem, words

WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
COMMON = 0.02  # a name in more than this share of the accounts is the family's
RARE_IN_CASE = 0.08  # a word in more than this share says nothing
ASIDE = "observation"
NOT_NAMES = frozenset(
    [
        "mr",
        "mrs",
        "miss",
        "ms",
        "cafcass",
        "police",
        "social",
        "services",
        "health",
        "council",
        "offices",
        "office",
        "court",
        "street",
        "road",
        "flat",
        "park",
        "drive",
        "close",
        "walk",
        "station",
        "primary",
        "infants",
        "school",
        "surgery",
        "medical",
        "centre",
        "hospital",
        "high",
        "electric",
        "valium",
        "methadone",
        "mother",
        "father",
        "education",
        "children",
    ]
)
Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Understood:
    """What one account says, taken apart."""

    perspective: str
    stems: frozenset[str]
    pairs: frozenset[str]
    facts: frozenset[str]  # concepts told of what happened
    asides: frozenset[str]  # concepts of what was seen besides
    names: frozenset[str]
    days: frozenset[date]
    times: frozenset[int]
    amounts: frozenset[str]
    counts: frozenset[int]


@dataclass(frozen=True, slots=True)
class Case:
    """All accounts of one chronology, understood together."""

    accounts: Sequence[Account]
    understood: list[Understood]
    kinds: NDArray[np.float32]  # account × kind
    model: KindModel
    rarity: dict[str, float]  # of words, concepts and names: log of how few accounts hold them
    family: frozenset[str]  # names so common that they tell nobody apart


def names_of(accounts: Sequence[Account], cast: Cast | None) -> frozenset[str]:
    """Words that the accounts write as names: capitals within sentences, and the cast's."""
    small, capital = Counter(), Counter()
    for account in accounts:
        for sentence in sentences(plain(account.event)):
            for at, match in enumerate(WORD.finditer(sentence)):
                word = match[0]
                if not word[0].isupper():
                    small[word] += 1
                elif at and word[1:].islower():
                    capital[word.lower()] += 1
    found = {word for word, many in capital.items() if many > 2 * small[word]}
    if cast:
        known = {w.lower() for named in cast.names for w in WORD.findall(named.identifier)}
        found |= {word for word in known if len(word) > 2 and small[word] <= capital[word]}
    return frozenset(found - SHORT_FORMS.keys() - NOT_NAMES)


def understand(account: Account, names: frozenset[str]) -> Understood:
    """One account taken apart."""
    text = plain(account.event)
    told = ". ".join((text, plain(account.present), plain(account.source)))
    said = words(text)
    own = [word for word in said if word not in names]
    stems = [stem(word) for word in own if not word[0].isdigit()]
    concepts = lexicon().concepts(said + words(plain(account.action)))
    times = set(named.clock_times(text))
    if account.at:
        times.add(account.at.hour * 60 + account.at.minute)
    return Understood(
        perspective(account.agency),
        frozenset(stems),
        frozenset(f"{a} {b}" for a, b in itertools.pairwise(stems)),
        frozenset(c for c in concepts if not c.startswith((ASIDE, "child seen"))),
        frozenset(c for c in concepts if c.startswith(ASIDE)),
        frozenset(m[0].lower().removesuffix("'s") for m in WORD.finditer(told)) & names,
        named.days(text, account.start),
        frozenset(times),
        named.amounts(text),
        named.counts(said),
    )  # fmt: skip


def case_of(
    accounts: Sequence[Account], cast: Cast | None, model: KindModel, step: Step | None = None
) -> Case:
    """Every account understood, and how rare each word is among them."""
    names = names_of(accounts, cast)
    understood = []
    texts = []
    for at, account in enumerate(accounts):
        one = understand(account, names)
        understood.append(one)
        texts.append(features(account.event, account.action, one.perspective, names))
        if step and at % 200 == 0:
            step(at, len(accounts))
    seen = Counter()
    for one in understood:
        seen.update(one.stems | one.pairs | one.facts | one.asides)
        seen.update(f"name {name}" for name in one.names)
    n = max(len(accounts), 1)
    rarity = {
        word: float(np.log(n / count))
        for word, count in seen.items()
        if count <= n * RARE_IN_CASE or count < 3
    }
    family = frozenset(
        name for one in understood for name in one.names if seen[f"name {name}"] > n * COMMON
    )
    return Case(accounts, understood, model.probabilities(texts), model, rarity, family)
