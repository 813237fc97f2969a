"""The field's vocabulary: which different words mean the same thing."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from .words import words

Pattern = tuple[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Concepts by the first word of each of their terms; `family` says what excludes what."""

    exact: dict[str, tuple[Pattern, ...]]
    stems: tuple[tuple[str, Pattern], ...]
    family: dict[str, str]

    def opening(self, word: str) -> tuple[Pattern, ...]:
        """Every term that may begin with this word."""
        return _opening(self, word)

    def concepts(self, text: Sequence[str]) -> frozenset[str]:
        """The concepts these words name."""
        found = set()
        for at, word in enumerate(text):
            for rest, concept in _opening(self, word):
                if not rest or _follows(text, at + 1, rest):
                    found.add(concept)
        return frozenset(found)

    def __hash__(self) -> int:
        return id(self)


def _fits(word: str, term: str) -> bool:
    return word.startswith(term[:-1]) if term.endswith("*") else word == term


def _follows(text: Sequence[str], at: int, rest: tuple[str, ...]) -> bool:
    if len(text) - at < len(rest) or text[at][:1] != rest[0][:1]:
        return False
    return all(_fits(text[at + n], term) for n, term in enumerate(rest))


@lru_cache(maxsize=100_000)
def _opening(lexicon: Lexicon, word: str) -> tuple[Pattern, ...]:
    by_stem = tuple(pattern for begin, pattern in lexicon.stems if word.startswith(begin))
    return lexicon.exact.get(word, ()) + by_stem


def _term(text: str) -> tuple[str, ...]:
    """A term's words as a record's words are read; a star stays with its word."""
    parts = []
    for part in text.split():
        parts.extend([part] if part.endswith("*") else words(part))
    return tuple(parts)


def read(lines: Iterable[str]) -> Lexicon:
    """A lexicon from its file's lines."""
    exact: dict[str, list[Pattern]] = {}
    stems, family, section = [], {}, ""
    for line in lines:
        if heading := re.fullmatch(r"\[(.+)\]\s*", line):
            section = heading[1]
        elif ":" in line and not line.startswith("#"):
            concept, terms = line.split(":", 1)
            concept = f"{section}: {concept.strip()}"
            family[concept] = section
            for term in map(_term, filter(str.strip, terms.split(";"))):
                if term[0].endswith("*"):
                    stems.append((term[0][:-1], (term[1:], concept)))
                else:
                    exact.setdefault(term[0], []).append((term[1:], concept))
    return Lexicon({k: tuple(v) for k, v in exact.items()}, tuple(stems), family)


@lru_cache(maxsize=256)
def concepts_of(sentence: str) -> frozenset[str]:
    """The concepts of the committed vocabulary in a sentence: it is asked for more than once."""
    return lexicon().concepts(words(sentence))


@cache
def lexicon() -> Lexicon:
    """The committed vocabulary."""
    return read((files(__package__) / "lexicon.txt").read_text(encoding="utf-8").splitlines())
