"""How agencies are told apart at a glance: by letters first, and by colour besides."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

COLOURS = 10  # .portal-agency--0 to --9 in portal.css, each with white text at 7:1 or more
SMALL_WORDS = {"and", "of", "the", "for", "in"}


@dataclass(frozen=True, slots=True)
class Mark:
    """An agency's name, its letters, which no other has, and the number of its colour."""

    name: str
    letters: str
    colour: int


def marks_of(agencies: Iterable[tuple[int, str]]) -> Mapping[int, Mark]:
    """Return {id: mark} of (id, name): the same agencies have the same marks on every page."""
    marks: dict[int, Mark] = {}
    taken: set[str] = set()
    for place, (pk, name) in enumerate(sorted(agencies)):
        letters = _unlike(taken, _initials(name))
        taken.add(letters)
        marks[pk] = Mark(name, letters, place % COLOURS)
    return marks


def _initials(name: str) -> str:
    every = re.findall(r"[^\W_]+(?:’\w+|'\w+)?", name)
    words = [word for word in every if word.lower() not in SMALL_WORDS] or every or ["?"]
    return (words[0][:2] if len(words) == 1 else "".join(word[0] for word in words[:3])).upper()


def _unlike(taken: set[str], letters: str) -> str:
    if letters not in taken:
        return letters
    number = 2
    while f"{letters}{number}" in taken:
        number += 1
    return f"{letters}{number}"
