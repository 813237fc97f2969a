"""Decides whose name it is: by parts, title, sex, role, agency and who else is named."""

from rapidfuzz.distance import OSA

from chronology.masking.cast import Cast, Person
from chronology.masking.passage import Passage
from chronology.masking.runs import Run
from chronology.masking.vocabulary import COURTESIES

# What a title before a name says of the role of the person (people.csv's `role`).
ROLES = {
    "sw": ("SW",), "ssw": ("SW",), "hv": ("HV",), "mw": ("MW",), "sn": ("NURSE",),
    "nurse": ("NURSE", "NN"),
    "sister": ("NURSE",), "dr": ("GP", "DR", "PSY"), "pc": ("PC",), "wpc": ("PC",), "dc": ("DC",),
    "ps": ("SGT",), "sgt": ("SGT",), "ds": ("SGT", "DC"), "cpn": ("CPN",), "ewo": ("EWO",),
    "ho": ("HO",), "ht": ("HEAD",), "po": ("PO",), "tm": ("TM",), "iro": ("IRO",),
}  # fmt: skip
HOUSEHOLD = frozenset({"M", "F", "P", "C"})
CHILDREN = frozenset({"C"})
NOBODY = "[name]"


def whose(passage: Passage, run: Run, cast: Cast, seen: set[int]) -> list[Person]:
    """Return the person named; several when nothing tells them apart, none when not of the cast."""
    if run.collar:
        phrase = cast.phrases.get(f"{run.title} {run.collar}")
        if phrase:
            return [cast.people[order] for order in sorted(phrase)]
    words = [passage.words[at] for at in run.names]
    if run.title and len(words) == 1 and len(words[0].key) == 1:
        return _by_letter(words[0].key, run, cast)
    scores: dict[int, float] = {}
    for order in {order for word in words for order in word.people}:
        score = _fit(passage, run, cast.people[order], order)
        if score is not None:
            known = 0.4 if order in seen and (run.title or len(words) > 1) else 0
            scores[order] = score + _exact(cast, passage, run, order) + known
    if not scores:
        return []
    best = max(scores.values())
    first = sorted(order for order, score in scores.items() if best - score < 0.01)
    return _settled([cast.people[order] for order in first], run, words)


def label_of(people: list[Person]) -> str:
    """Return what stands for a person; all of them when it may be any of two or three."""
    labels = list(dict.fromkeys(person.label for person in people))
    return " or ".join(labels) if len(labels) <= 3 else NOBODY


def _by_letter(letter: str, run: Run, cast: Cast) -> list[Person]:
    """Return who alone has such a title and a surname that begins so."""
    fits = [p for p in cast.people if letter in p.last_initials and _title(run, p) > 0]
    return fits if len(fits) == 1 else []


def _settled(people: list[Person], run: Run, words: list) -> list[Person]:
    """Return the first grown-up where a bare surname is the family's."""
    bare = len(words) == 1 and not run.title and all(words[0].key in p.surnames for p in people)
    grown = [person for person in people if person.role not in CHILDREN]
    if bare and people[0].category == "family" and len(people) > 1:
        return (grown or people)[:1]
    return people


def _exact(cast: Cast, passage: Passage, run: Run, order: int) -> float:
    """Return what it counts that the cast has the very words."""
    keys = [passage.words[at].key for at in run.names]
    with_title = cast.phrases.get(" ".join([run.title, *keys]), ())
    if run.title and order in with_title:
        return 5
    return 2 if order in cast.phrases.get(" ".join(keys), ()) else 0


def _fit(passage: Passage, run: Run, person: Person, order: int) -> float | None:
    """Return how well the person fits the words, or nothing when they contradict each other."""
    score = 0.0
    for at in run.names:
        part = _part(passage, run, at, person, order)
        if part is None:
            return None
        score += part
    return score + _title(run, person) + _place(passage, run, person)


def _part(passage: Passage, run: Run, at: int, person: Person, order: int) -> float | None:
    word = passage.words[at]
    if len(word.key) == 1:
        if at > run.names[0] and at == run.names[-1]:
            either = person.last_initials | person.initials
            return 3.0 if word.key in either else -3.0
        return 3.0 if word.key in person.initials else -3.0
    if order in word.exact:
        return 4.0
    if order in word.near:
        return 3.0
    if len(run.names) > 1 and any(OSA.distance(word.key, first) == 1 for first in person.firsts):
        return 2.5
    if word.is_listed or word.is_unknown or word.people:
        return None if not word.people else -2.5
    return 0.0


def _title(run: Run, person: Person) -> float:
    if not run.title:
        return 0.0
    if run.title in person.titles:
        return 2.0
    sex = COURTESIES.get(run.title)
    if sex is not None:
        return _courtesy(sex, person)
    fits = ROLES.get(run.title, ())
    return 2.5 if person.role in fits else -2.5


def _courtesy(sex: str, person: Person) -> float:
    if person.role in CHILDREN:
        return -2.5
    if sex and person.sexes:
        return 0.5 if sex in person.sexes else -4.0
    return 0.0


def _place(passage: Passage, run: Run, person: Person) -> float:
    """Return what it counts whose file it is: the family comes first, then the agency's own."""
    context = passage.context
    if person.category == "family":
        near = person.role in HOUSEHOLD or passage.is_owner(run.names[-1])
        return 1.5 if near else 0.8
    if not context.agency or person.agency != context.agency:
        return 0.0
    return 3.0 if context.cell == "source" else 1.0
