"""Each account as the comparison sees it: kind, people, facts and possible days."""

import itertools
import re
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from . import named
from .account import Account, Cast
from .agencies import OTHER, perspective, perspective_of_rows
from .kinds import KindModel, features, perspective_model
from .lexicon import concepts_of, lexicon
from .words import SHORT_FORMS, plain, sentences, stem, words

WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
FEW = 5
COMMON = 0.02  # a name in more than this share of the accounts is the family's
RARE_IN_CASE = 0.08  # a word in more than this share says nothing
ASIDE, SEEN = "observation", "child seen"
CHILD = re.compile(r"(?:c|(?:subject )?child.*|sibling.*|baby.*)\s*", re.IGNORECASE)
NOT_NAMES = frozenset(
    (
        "mr", "mrs", "miss", "ms", "cafcass", "police", "social", "services", "health", "council",
        "offices", "office", "court", "street", "road", "flat", "park", "drive", "close", "walk",
        "station", "primary", "infants", "school", "surgery", "medical", "centre", "hospital",
        "high", "electric", "valium", "methadone", "mother", "father", "education", "children",
    )
)  # fmt: skip
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
    children: frozenset[Hashable]  # of the cast, named by a name of theirs alone


@dataclass(frozen=True, slots=True)
class Case:
    """All accounts of one chronology, understood together."""

    accounts: Sequence[Account]
    understood: list[Understood]
    kinds: NDArray[np.float32]  # account × kind
    model: KindModel
    rarity: dict[str, float]  # of words, concepts and names: log of how few accounts hold them
    family: frozenset[str]  # names so common that they tell nobody apart

    @property
    def unsure(self) -> NDArray[np.float32]:
        """How far each account is from being plainly of one known kind."""
        return 1 - self.kinds.max(axis=1)

    def kind_of_both(self, one: int, two: int, least: float = 0.0) -> str:
        """The kind that both accounts most likely tell of; empty where that is unlikely."""
        each = self.kinds[one] * self.kinds[two] * self.model.shared
        return self.model.kinds[each.argmax()] if each.max() >= least else ""


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


def children_of(cast: Cast | None) -> dict[str, Hashable]:
    """The child that a word of the cast's names means, where it means nobody else."""
    people: dict[str, set[Hashable]] = {}
    for one in cast.names if cast else ():
        for word in WORD.findall(one.identifier):
            people.setdefault(word.lower(), set()).add(one.person)
    young = {
        one.person
        for one in (cast.names if cast else ())
        if CHILD.fullmatch(one.role) or CHILD.fullmatch(one.pseudonym)
    }
    alone = {word: next(iter(who)) for word, who in people.items() if len(who) == 1}
    return {word: who for word, who in alone.items() if who in young}


def told_facts(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """What a text tells of the event itself, and what its author saw besides.

    A sentence with an aside tells nothing of the event, unless it is the first.
    """
    facts, asides = set(), set()
    for at, sentence in enumerate(sentences(text)):
        concepts = concepts_of(sentence)
        besides = {concept for concept in concepts if concept.startswith(ASIDE)}
        asides |= besides
        if not besides or at == 0:
            facts |= {concept for concept in concepts if not concept.startswith((ASIDE, SEEN))}
    return frozenset(facts), frozenset(asides)


def understand(
    account: Account, names: frozenset[str], eyes: str, children: Mapping[str, Hashable]
) -> Understood:
    """One account taken apart, seen with the eyes of its agency."""
    text = plain(account.event)
    told = ". ".join((text, plain(account.present), plain(account.source)))
    said = words(text)
    own = [word for word in said if word not in names]
    stems = [stem(word) for word in own if not word[0].isdigit()]
    facts, asides = told_facts(text)
    times = set(named.clock_times(text))
    if account.at:
        times.add(account.at.hour * 60 + account.at.minute)
    return Understood(
        eyes,
        frozenset(stems),
        frozenset(f"{a} {b}" for a, b in itertools.pairwise(stems)),
        facts | lexicon().concepts(words(plain(account.action))),
        asides,
        frozenset(m[0].lower().removesuffix("'s") for m in WORD.finditer(told)) & names,
        named.days(text, account.start),
        frozenset(times),
        named.amounts(text),
        named.counts(said),
        frozenset(children[word] for word in said if word in children),
    )  # fmt: skip


def perspectives_of(accounts: Sequence[Account], names: frozenset[str]) -> dict[str, str]:
    """Each agency's perspective; the rows speak for those whose name does not tell."""
    found = {account.agency: perspective(account.agency) for account in accounts}
    for agency in [agency for agency, code in found.items() if code == OTHER]:
        rows = [
            features(account.event, account.action, OTHER, names)
            for account in accounts
            if account.agency == agency
        ]
        model = perspective_model()
        found[agency] = perspective_of_rows(model.probabilities(rows), model.kinds)
    return found


def case_of(
    accounts: Sequence[Account], cast: Cast | None, model: KindModel, step: Step | None = None
) -> Case:
    """Every account understood, and how rare each word is among them."""
    names = names_of(accounts, cast)
    eyes, children = perspectives_of(accounts, names), children_of(cast)
    understood = []
    texts = []
    for at, account in enumerate(accounts):
        one = understand(account, names, eyes[account.agency], children)
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
        name
        for one in understood
        for name in one.names
        if seen[f"name {name}"] > max(FEW, n * COMMON)
    )
    return Case(accounts, understood, model.probabilities(texts), model, rarity, family)
