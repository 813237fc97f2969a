"""People, places and numbers that the texts name and the cast does not."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from chronology.masking.cast import Cast
from chronology.masking.passage import Context
from chronology.masking.view import NOWHERE, mask

Text = tuple[str, str] | tuple[str, str, Context]
SHOWN = 5  # places named of each suggestion


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text to add to the cast: how often and where it stands, and whose it may be."""

    text: str
    kind: str
    count: int
    where: tuple[str, ...]
    likely_person: str | None


def suggest_people(texts: Iterable[Text], cast: Cast) -> list[Suggestion]:
    """Return what is masked in the texts without being in the cast, the most frequent first.

    `texts` are pairs of where a text stands and the text; a third item, its `Context`, tells whose
    file and which column it is, so that names in small letters in a list of those present are
    suggested too, and a surname that two share goes to the agency's own worker.
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    wheres: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    known = {_plain(each.text) for each in cast.identifiers}
    for where, text, *context in texts:
        for span in mask(text, cast, context=context[0] if context else NOWHERE).spans:
            found = _flat(text[span.start : span.end])
            if _plain(found) in known:
                continue
            kind = span.replacement.strip("[]") if span.replacement.startswith("[") else "spelling"
            key = (found, kind, span.person)
            counts[key] += 1
            if len(wheres[key]) < SHOWN:
                wheres[key].append(where)
    return [
        Suggestion(text, kind, count, tuple(wheres[text, kind, person]), person or None)
        for (text, kind, person), count in sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    ]


def _flat(text: str) -> str:
    return " ".join(text.split())


def _plain(text: str) -> str:
    """Return the words without case and full stops."""
    return _flat(text.replace(".", "")).casefold()
