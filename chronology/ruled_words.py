"""Words that a ruling left as they stand, in finished copies; and rulings on words that are quoted.

A quote says the words of an entry without its place, so a ruling on one mention is followed there
as far as it is safe: whom somebody saw is hidden, and words stay only where all like them stay.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from boards.govuk.words import on_paper
from chronology.masking import Ruled, Span
from chronology.models import Entry, Ruling
from chronology.wording import TEXTS

BLANK = "\x00"


@dataclass(frozen=True, slots=True)
class LeftWord:
    """Characters of a cell of a finished line that stand there by a ruling."""

    cell: str
    start: int
    end: int
    ruling: Ruling

    @property
    def said(self) -> dict[str, str]:
        """Which words they are, and who left them, when and why."""
        return {
            "surface": self.ruling.surface,
            "by": str(self.ruling.by),
            "on": on_paper(self.ruling.at.date()),
            "because": self.ruling.because,
        }


def without(text: str, words: Iterable[LeftWord]) -> str:
    """Return a cell with the words that somebody left taken out, everything else in its place."""
    for each in words:
        text = f"{text[: each.start]}{BLANK * (each.end - each.start)}{text[each.end :]}"
    return text


def in_quotes(
    text: str, found: Sequence[Span], said: Iterable[Ruling], entries: Sequence[Entry]
) -> list[Ruled]:
    """Return what rulings on these entries make of words that quote them; `found` is hidden yet."""
    by_words: dict[str, list[Ruling]] = {}
    for each in said:
        by_words.setdefault(each.surface, []).append(each)
    quoted: list[Ruled] = []
    for surface, rulings in by_words.items():
        ruling, is_for_all = _followed(surface, rulings, entries)
        for start, end in _places(text, surface) if ruling else ():
            if is_for_all or not any(s.start < end and start < s.end for s in found):
                quoted.append(replace(ruling.ruled, start=start, end=end))
    return quoted


def _followed(
    surface: str, rulings: list[Ruling], entries: Sequence[Entry]
) -> tuple[Ruling | None, bool]:
    """Return the ruling to follow, and whether it is the same for all such words."""
    cells = (getattr(entry, name) for entry in entries for name in TEXTS)
    number = sum(len(_places(cell, surface)) for cell in cells)
    if number <= len(rulings) and len({each.person_id for each in rulings}) == 1:
        return rulings[0], True
    return next((each for each in rulings if each.person_id), None), False


def _places(text: str, surface: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", text)]
