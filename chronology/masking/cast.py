"""Who is in a review, under which names and numbers, and what stands in their place."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from chronology.masking.vocabulary import COURTESIES, RANKS, fold

FIRST, SURNAME, INITIALS, LETTERS = 1, 2, 4, 8  # letters: initials the cast does not list
NUMBERED = ("dob", "nhs_number", "phone", "postcode", "email", "number")
POSSESSIVES = ("'s", "’s", "‘s", "`s", "´s", "'S", "’S")
WORD = re.compile(
    r"S/N|(?-i:(?:[A-Z]\.){1,2}[A-Z]\.?(?!\w))|[^\W_]+(?:['’‘`´-][^\W_]+)*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Identifier:
    """One text that points at one person or place, as a line of people.csv has it."""

    person: str
    text: str
    kind: str
    replacement: str
    shared_by: int = 1
    category: str = "family"
    role: str = ""
    pseudonym: str = ""
    agency: str = ""

    @classmethod
    def of(cls, row: Mapping[str, str]) -> Self:
        """Return the identifier in a line of people.csv."""
        return cls(
            row["person_id"], row["identifier"], row["identifier_type"], row["replacement"],
            int(row.get("shared_by") or 1), row.get("category", ""), row.get("role", ""),
            row.get("pseudonym", ""), row.get("agency", ""),
        )  # fmt: skip


@dataclass(slots=True)
class Person:
    """Somebody, or some place, of the cast."""

    id: str
    order: int
    category: str
    role: str
    agency: str
    label: str
    firsts: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    sexes: set[str] = field(default_factory=set)
    phrases: set[str] = field(default_factory=set)

    @property
    def is_place(self) -> bool:
        return self.category == "place"

    @property
    def initials(self) -> set[str]:
        return {first[0] for first in self.firsts if first}

    @property
    def last_initials(self) -> set[str]:
        return {surname[0] for surname in self.surnames if surname}


def words_of(text: str) -> list[str]:
    """Return the folded words of a text."""
    return [fold(bare(word)) for word in WORD.findall(text)]


def bare(word: str) -> str:
    """Return a word without the ending of the possessive."""
    return word[:-2] if word[-2:] in POSSESSIVES else word


@dataclass(frozen=True, slots=True, eq=False)
class Cast:
    """Everybody of a review, read once; the words of it are looked up in `lexicon.Lexicon`."""

    identifiers: tuple[Identifier, ...]
    people: tuple[Person, ...]
    names: Mapping[str, dict[int, int]]
    letters: Mapping[str, dict[int, int]]
    numbers: Mapping[str, tuple[str, str]]
    phrases: Mapping[str, frozenset[int]]
    places: Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]
    misspelt: frozenset[str]
    memory: dict

    @classmethod
    def of(cls, identifiers: Iterable[Identifier]) -> Self:
        """Return the cast that these identifiers make."""
        from chronology.masking.compiling import compile_cast

        rows = tuple(each for each in identifiers if each.text.strip())
        return cls(rows, *compile_cast(rows), {})

    def labels(self) -> frozenset[str]:
        """Return everything that may stand in somebody's place."""
        return frozenset(each.replacement for each in self.identifiers)


def is_title(word: str) -> bool:
    return word in COURTESIES or word in RANKS
