"""How agencies are told apart at a glance: by letters first, and by colour besides."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# White text on each has a contrast of 7:1 or more; .portal-agency--0 to --9 in portal.css.
FILLS = (
    "#0b4a50",
    "#4c2c92",
    "#7a1d0c",
    "#003078",
    "#00512b",
    "#6b1048",
    "#4d4000",
    "#383f43",
    "#1b4d72",
    "#5c3317",
)
# Black text on each has a contrast of 17:1 or more; .portal-of-agency--0 to --9 in portal.css.
TINTS = (
    "#eaf5f5",
    "#f2eefb",
    "#fcefec",
    "#ebf2fd",
    "#eaf7ef",
    "#fbeef5",
    "#fbf7e3",
    "#f1f2f3",
    "#e8f3fa",
    "#f8f0e9",
)
SMALL_WORDS = {"and", "of", "the", "for", "in"}


@dataclass(frozen=True, slots=True)
class Mark:
    """An agency's name, its letters, which no other has, and the number of its colour."""

    name: str
    letters: str
    colour: int

    @property
    def fill(self) -> str:
        return FILLS[self.colour]

    @property
    def tint(self) -> str:
        """Return the pale colour on which the agency's words stand."""
        return TINTS[self.colour]


def marks_of(agencies: Iterable[tuple[int, str]]) -> Mapping[int, Mark]:
    """Return {id: mark} of (id, name): the same agencies have the same marks on every page."""
    marks: dict[int, Mark] = {}
    taken: set[str] = set()
    for place, (pk, name) in enumerate(sorted(agencies)):
        letters = _unlike(taken, _initials(name))
        taken.add(letters)
        marks[pk] = Mark(name, letters, place % len(FILLS))
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
