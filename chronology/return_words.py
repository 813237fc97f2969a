"""How the words of a return read: copies, analysis, roles, abbreviations."""

import re
from collections.abc import Iterable, Sequence

WORD = re.compile(r"[a-z']+")
ACRONYM = re.compile(r"\b[A-Z][A-Z&/]{1,5}\b")
EXPLAINED = (
    re.compile(r"\(([A-Z][A-Z&/]{1,5})\)"),
    re.compile(r"\b([A-Z][A-Z&/]{1,5}) \([a-z][\w' ]{4,}\)"),
)
NO_WORDS = re.compile(
    r"=\s*[A-Z][A-Z.]*\([^)]*\)?|"
    r"\b(?:[A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3}[A-Z])\b"
)
"""Formulas and number plates: their capitals stand for nothing."""
EVERYDAY = frozenset(
    (
        "GP",
        "NHS",
        "TV",
        "PE",
        "UK",
        "MP",
        "OK",
        "AM",
        "PM",
        "ID",
        "DIY",
        "CD",
        "DVD",
        "GCSE",
        "BBC",
        "PC",
        "DC",
        "PS",
        "WC",
        "II",
        "III",
        "MR",
        "MRS",
        "MS",
        "DR",
        "A&E",
    )
)
"""Abbreviations that any panel member reads without a glossary."""
BOILERPLATE = re.compile(
    r"^\W*(?:n/?a|none|nil|no comments?|nfa|no concerns?|no issues?|as above|see (?:above|event|"
    r"narrative)"
    r"|tbc|to follow|noted|good practice|ok|as per (?:record|policy)|appropriate|satisfactory|"
    r"no further (?:action|comment)|expected practice|routine|\W*)\W*$",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"\b(?:social worker|sw|hv|health visitor|gp|doctor|dr|nurse|midwife|teacher|head|pc|dc|ps|"
    r"police|"
    r"officer|worker|manager|mother|mum|father|dad|partner|grand\w+|mgm|pgm|mgf|pgf|aunt|uncle|"
    r"sibling|child|baby|neighbour|consultant|registrar|paediatrician|psychiatrist|solicitor|"
    r"guardian|co-?ordinator|cpn|landlord|brother|sister|carer|dsl|senco|key ?worker)\b",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Miss)\.? [A-Z][a-z]+|[A-Z]\.? [A-Z][a-z]{2,}|"
    r"[A-Z][a-z]{2,} [A-Z][a-z]{2,})\b"
)
SHORTEST_COPY = 6
ALIKE = 0.9
SAMPLE = 4
TIMES_BEFORE_BOILERPLATE = 3


def words(text: str) -> list[str]:
    return WORD.findall(text.casefold())


def is_analysis(comment: str, event: str, times: int) -> bool:
    """Whether a comment is more than a stock phrase, a copy of the event, or one line on all."""
    said = words(comment)
    if len(said) < 3 or BOILERPLATE.match(comment) or times > TIMES_BEFORE_BOILERPLATE:
        return False
    return not set(said) <= set(words(event))


def near_copies(texts: Sequence[str]) -> list[int]:
    """Positions of texts that have nearly the words of an earlier one; short texts do not count.

    Texts are compared only within those that share a rare pair of words, so that the time does
    not grow with the square of the rows.
    """
    bags = [frozenset(words(text)) for text in texts]
    shingles = [_shingles(words(text)) for text in texts]
    first_with: dict[int, list[int]] = {}
    copies = []
    for at, bag in enumerate(bags):
        if len(bag) < SHORTEST_COPY:
            continue
        near = {other for one in shingles[at] for other in first_with.get(one, ())}
        if any(_likeness(bag, bags[other]) >= ALIKE for other in sorted(near)):
            copies.append(at)
            continue
        for one in shingles[at]:
            first_with.setdefault(one, []).append(at)
    return copies


def _shingles(said: Sequence[str]) -> list[int]:
    """The few smallest hashes of runs of three words: near copies share one almost always."""
    runs = {_stable(" ".join(said[at : at + 3])) for at in range(len(said) - 2)}
    return sorted(runs)[:SAMPLE]


def _stable(text: str) -> int:
    """A hash that is the same in every process."""
    number = 2166136261
    for letter in text.encode():
        number = (number ^ letter) * 16777619 & 0xFFFFFFFF
    return number


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


def roles_for_names(text: str) -> tuple[bool, tuple[str, ...]]:
    """Whether any role is given, and the full or titled names in the text."""
    return bool(ROLE.search(text)), tuple(PERSON.findall(text))


def acronyms(text: str) -> list[str]:
    """Abbreviations in capitals that not everybody knows, in order, once each."""
    if text.isupper():
        return []
    found = ACRONYM.findall(NO_WORDS.sub(" ", text))
    return list(dict.fromkeys(one for one in found if one not in EVERYDAY))


def explained(texts: Iterable[str]) -> frozenset[str]:
    """Abbreviations written out anywhere in the texts: “initial health assessment (IHA)”."""
    return frozenset(
        found for text in texts for pattern in EXPLAINED for found in pattern.findall(text)
    )


def unexplained(text: str, known: frozenset[str]) -> list[str]:
    return [one for one in acronyms(text) if one not in known]
