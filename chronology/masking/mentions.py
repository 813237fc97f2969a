"""Every place in a text where somebody of the cast may be meant, and what is doubtful about it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chronology.masking.cast import FIRST, SURNAME, Cast, Person, bare, is_title, words_of
from chronology.masking.traces import is_plain_english
from chronology.masking.view import Span
from chronology.masking.vocabulary import fold

A_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Doubt(StrEnum):
    """Why somebody should look at a mention; `LEFT` are words that were not taken for a name."""

    NONE = ""
    WORD = "word"
    SHARED = "shared"
    MISSPELT = "misspelt"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters `start` to `end` of a text, who may be meant there, and as whom they are hidden.

    `people` are those who may be meant, by their ids; `replacement` is None where the words stand.
    """

    start: int
    end: int
    people: tuple[str, ...]
    replacement: str | None
    doubt: Doubt


def mentions(text: str, spans: Sequence[Span], cast: Cast) -> list[Mention]:
    """Return the mentions in a text, of which `spans` were found to be names, in their order."""
    found = [_of_span(text, span, cast) for span in spans]
    found += _left_words(text, spans, cast)
    return sorted(found, key=lambda each: each.start)


def as_compared(text: str) -> str:
    """Return the words of a mention without title, case and accents: `Mr O’Neill's` is `oneill`."""
    words = words_of(text)
    named = words[1:] if len(words) > 1 and is_title(words[0]) else words
    return " ".join(named) or fold(text)


def answering(text: str, cast: Cast) -> list[Person]:
    """Return everybody of the cast who is called by all the words, or else by any of them.

    Where somebody of them has the title before the name, the others do not answer to it.
    """
    known = cast.memory.setdefault("answering", {})
    if text not in known:
        known[text] = _answering(text, cast)
    return known[text]


def _answering(text: str, cast: Cast) -> list[Person]:
    words = [word for word in as_compared(text).split() if word in cast.names]
    each = [set(cast.names[word]) for word in words]
    if not each:
        return []
    orders = set.intersection(*each) or set.union(*each)
    people = [cast.people[order] for order in sorted(orders)]
    title = words_of(text)[0]
    return [person for person in people if title in person.titles] or people


def _of_span(text: str, span: Span, cast: Cast) -> Mention:
    surface = text[span.start : span.end]
    if span.kind != "name":
        people = (span.person,) if span.person else ()
        return Mention(span.start, span.end, people, span.replacement, Doubt.NONE)
    others = answering(surface, cast)
    meant = span.replacement.split(" or ")  # several, where nothing told them apart
    either = [person for person in others if person.label in meant] or others
    people = (span.person,) if span.person else tuple(person.id for person in either)
    doubt = _doubt(surface, span, cast, others)
    return Mention(span.start, span.end, people, span.replacement, doubt)


def _doubt(surface: str, span: Span, cast: Cast, others: Sequence[Person]) -> Doubt:
    words = words_of(surface)
    if len(words) == 1 and is_plain_english(words[0]):
        return Doubt.WORD
    if len(others) > 1:
        return Doubt.SHARED
    named = [word for word in as_compared(surface).split() if len(word) > 2 and word.isalpha()]
    is_listed = " ".join(words) in cast.phrases or all(word in cast.names for word in named)
    return Doubt.NONE if is_listed or not span.person else Doubt.MISSPELT


def _left_words(text: str, spans: Sequence[Span], cast: Cast) -> Iterator[Mention]:
    """Yield the words that are somebody's name and were left, outside the spans."""
    for match in A_WORD.finditer(text):
        names = cast.names.get(fold(bare(match.group())))
        if names is None or _is_within(match, spans):
            continue
        whose = [order for order, parts in names.items() if parts & (FIRST | SURNAME)]
        people = tuple(cast.people[order].id for order in sorted(whose))
        if people:
            end = match.start() + len(bare(match.group()))
            yield Mention(match.start(), end, people, None, Doubt.LEFT)


def _is_within(match: re.Match, spans: Iterable[Span]) -> bool:
    return any(span.start < match.end() and match.start() < span.end for span in spans)
