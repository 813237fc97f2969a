"""Tables that stand beside a chronology and are none: people, versions, abbreviations, details."""

import re
from collections.abc import Sequence

from chronology.reading.grids import Grid
from chronology.reading.headings import plain_heading

_NOT_OF_A_CHRONOLOGY = re.compile(
    r"version|recommendation|abbreviation|acronym|meaning|glossary|by when|birth|relationship|"
    r"\bd\.?o\.?b\b|amendment|definition|stands for|full (?:term|form)|\bterm\b"
)
_LABEL = re.compile(
    r"agency|subject|period|author|name|organisation|child|review|date of (?:birth|report)|"
    r"prepared|completed|version|address|contact|title",
    re.IGNORECASE,
)


def is_other_table(headings: Sequence[str]) -> bool:
    """Whether the headings are those of something else."""
    plain = [plain_heading(heading) for heading in headings if heading]
    telling = sum(bool(_NOT_OF_A_CHRONOLOGY.search(heading)) for heading in plain)
    return telling > 0 and (
        telling * 3 >= len(plain) or any("version" in h or "birth" in h for h in plain)
    )


def has_labels(samples: Sequence[Sequence[str]]) -> bool:
    """Whether the first column holds what a form asks for."""
    labels = [cell for cell in samples[0] if cell]
    return bool(labels) and sum(bool(_LABEL.match(label)) for label in labels) * 2 >= len(labels)


def kind_of_other(grid: Grid) -> str:
    """What a table without a chronology is called."""
    width = max(map(len, grid.rows), default=0)
    first = [row[0] for row in grid.rows if row and row[0]]
    if width <= 3 and first and sum(bool(_LABEL.match(cell)) for cell in first) * 2 >= len(first):
        return "details_table"
    return "glossary_table" if width <= 2 else "other_table"


def rows_below(rows: Sequence[Sequence[str]]) -> range:
    """The rows of a key to abbreviations, or of who signed when, that end a table.

    They stand below a blank row or a title, and each says no more than a word and its meaning.
    """
    first = len(rows)
    while first and _explains([cell for cell in rows[first - 1] if cell]):
        first -= 1
    above = [cell for cell in rows[first - 1] if cell] if first else []
    is_titled = len(above) == 1 and _KEY.match(above[0]) is not None
    if len(rows) - first < _FEWEST or not (is_titled or not above):
        return range(0)
    return range(first - is_titled, len(rows))


def _explains(told: Sequence[str]) -> bool:
    if len(told) == 1:
        return _SIGNED.match(told[0]) is not None
    if len(told) != _A_WORD_AND_ITS_MEANING or len(told[1]) > _LONGEST_MEANING:
        return False
    return _stands_for(*told) or _SIGNED_BY.fullmatch(told[0]) is not None


def _stands_for(short: str, words: str) -> bool:
    """Whether capitals are those of the words, as T/C is of telephone call."""
    if not _SHORT_FORM.fullmatch(short) or words[:1].upper() != short[0]:
        return False
    letters = iter(words.upper())
    return all(letter in letters for letter in short.upper() if letter.isalpha())


_FEWEST, _A_WORD_AND_ITS_MEANING, _LONGEST_MEANING = 2, 2, 60
_SHORT_FORM = re.compile(r"[A-Z][A-Za-z&/. ]{0,6}[A-Z.]")
_KEY = re.compile(r"abbreviations?\b|acronyms?\b|key\b|glossary\b|terms\b|list of", re.IGNORECASE)
_WHO = (
    r"(?:name|author|designation|post|job title|role|sign(?:ed|ature)|date|tel(?:ephone)?|e-?mail)"
)
_SIGNED_BY = re.compile(
    rf"(?:{_WHO}|agency|organisation|date (?:signed|completed))\W*", re.IGNORECASE
)
_SIGNED = re.compile(rf"{_WHO}(?: by)? ?:", re.IGNORECASE)
