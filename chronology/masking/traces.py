"""What of a cast could still be seen: its names, initials and numbers, bare of spaces and case."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from chronology.masking.cast import Cast, Identifier
from chronology.masking.vocabulary import (
    BARRED,
    COURTESIES,
    PARTICLES,
    RANKS,
    WEEKDAYS_MONTHS,
    is_acronym,
    is_ordinary,
    listed,
    sound_of,
)

PLACE_WORDS = listed("place_words")
HEAD = 4  # letters by which a split name is looked up
LONG = 6  # letters that a name has before it is looked for across gaps
MONTH_NAMES = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
]  # fmt: skip
Spot = tuple[int, int, str]


@lru_cache(maxsize=100_000)
def fold_letters(text: str) -> str:
    """Return the letters of a text, small and without accents."""
    decomposed = unicodedata.normalize("NFKD", text.translate(BARRED))
    return "".join(c for c in decomposed.casefold() if c.isalpha())


def is_plain_english(key: str) -> bool:
    return is_ordinary(key) or key in WEEKDAYS_MONTHS or key in COURTESIES or key in RANKS


class Traces:
    """Lives in the cast's own memory."""

    def __init__(self, cast: Cast) -> None:
        people = [each for each in cast.identifiers if not each.replacement.startswith("[")]
        short = [each for each in people if each.kind.startswith("initials")]
        named = [each for each in people if not each.kind.startswith("initials")]
        self.initials = {fold_letters(each.text) for each in short} | set(cast.letters)
        self.initialled = _initialled(cast)
        full = [_words(each) for each in named if each.kind == "full"]
        self.turned = {(words[-1], words[0][0]) for words in full if len(words) > 1}
        self.officers = {each.text.casefold() for each in people if each.kind == "collar_number"}
        self.names = {word for each in named for word in _words(each)}
        self.long = sorted(name for name in self.names if len(name) > 3 and not is_ordinary(name))
        self.spelt = sorted(name for name in self.names if len(name) > 2)
        self.firsts = {fold_letters(each.text) for each in named if each.kind == "first"}
        self.firsts |= {_words(each)[0] for each in named if each.kind == "full" and _words(each)}
        short = {name for name in self.firsts if len(name) < 3}
        self.short = {name for name in short if not (is_ordinary(name) or is_acronym(name))}
        lasts = {fold_letters(each.text) for each in named if each.kind == "surname"}
        self.titled = self.names | lasts  # with those that are a title too: `Nurse`
        self.families = {f"{last}{end}" for last in lasts for end in ("s", "es")} - self.names
        self.sounds = {sound_of(name): name for name in self.long}
        born = {each.text for each in cast.identifiers if each.kind == "dob"}
        self.births = re.compile("|".join(map(_written, sorted(born))) or r"(?!)", re.IGNORECASE)
        self.split = _by_head(name for name in self.long if len(name) >= LONG)
        self.phrases = _by_head(key for key in map(_phrase, named) if len(key) >= LONG)
        self.numbers = _by_first(cast)
        self.labels = _labels(cast)
        self.verdicts: dict[str, tuple[str, str, str]] = {}

    @classmethod
    def of(cls, cast: Cast) -> "Traces":
        if "traces" not in cast.memory:
            cast.memory["traces"] = cls(cast)
        return cast.memory["traces"]

    def split_names(self, text: str) -> list[Spot]:
        """Return names whose letters stand apart: over a line, with hyphens, spaced out."""
        at = [n for n, c in enumerate(text) if c.isalpha()]
        letters = "".join(fold_letters(text[n])[:1] or "\x00" for n in at)
        found = []
        for n, place in enumerate(at):
            if place and text[place - 1].isalpha():
                continue
            head = letters[n : n + HEAD]
            for name in (*self.split.get(head, ()), *self.phrases.get(head, ())):
                if letters.startswith(name, n):
                    start, end = place, at[n + len(name) - 1] + 1
                    if _is_apart(text, start, end, name in self.phrases.get(head, ())):
                        found.append((start, end, name))
        return found

    def split_numbers(self, text: str) -> list[Spot]:
        """Return numbers of the cast however they are spaced."""
        at = [n for n, c in enumerate(text) if c.isdigit()]
        if len(at) < LONG:
            return []
        digits = "".join(text[n] for n in at)
        found = []
        for number, kind in self.numbers:
            n = digits.find(number)
            if n >= 0 and at[n + len(number) - 1] - at[n] < 3 * len(number):
                found.append((at[n], at[n + len(number) - 1] + 1, kind))
        return found


def _initialled(cast: Cast) -> re.Pattern:
    """Return a pattern of an initial and a surname that go together: `A. Summers`."""
    pairs: dict[str, set[str]] = {}
    for each in cast.identifiers:
        words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", each.text)
        if each.category != "place" and each.kind == "full" and len(words) > 1:
            pairs.setdefault(words[0][0].upper(), set()).add(re.escape(words[-1]))
    each_letter = (
        rf"{letter}{'.' if letter in 'AI' else '.?'}\s?(?:{'|'.join(sorted(lasts))})".replace(
            ".", r"\."
        )
        for letter, lasts in sorted(pairs.items())
    )
    return re.compile(rf"\b(?:{'|'.join(each_letter) or '(?!)'})\b")


def _written(day: str) -> str:
    """Return a pattern of a day of birth in every layout; one that never fits when it is no day."""
    match = re.fullmatch(r"\s*(\d{1,2})\D(\d{1,2})\D(\d{4})\s*", day)
    if not match or not 1 <= int(match[2]) <= 12:
        return r"(?!)"
    d, m, year = int(match[1]), int(match[2]), match[3]
    y = f"(?:{year}|'?{year[2:]})"
    word = rf"0?{d}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{MONTH_NAMES[m - 1]}[a-z]*\W+{y}"
    either = rf"{word}|0?{d}[/.\- ]0?{m}[/.\- ]{y}|{year}[-/.]0?{m}[-/.]0?{d}"
    return rf"(?<!\d)(?:{either})(?!\d)"


def _words(each: Identifier) -> list[str]:
    found = [fold_letters(word) for word in re.findall(r"[^\W\d_]+", each.text)]
    drop = (
        COURTESIES.keys() | RANKS | PARTICLES | (PLACE_WORDS if each.category == "place" else set())
    )
    return [word for word in found if len(word) > 1 and word not in drop]


def _phrase(each: Identifier) -> str:
    """Return the letters of a name of several words, or nothing."""
    words = _words(each)
    return fold_letters(each.text) if len(words) > 1 or (words and each.category == "place") else ""


def _by_head(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    heads: dict[str, list[str]] = {}
    for name in names:
        heads.setdefault(name[:HEAD], []).append(name)
    return {head: tuple(each) for head, each in heads.items()}


def _by_first(cast: Cast) -> list[tuple[str, str]]:
    """Return the digits and the kind of every number of the cast that is long enough to be one."""
    found = {}
    for each in cast.identifiers:
        digits = "".join(c for c in each.text if c.isdigit())
        if each.replacement.startswith("[") and len(digits) >= LONG:
            found[digits] = each.replacement.strip("[]")
    return sorted(found.items(), key=lambda item: -len(item[0]))


def _labels(cast: Cast) -> re.Pattern:
    labels = sorted(cast.labels() | {p.label for p in cast.people}, key=len, reverse=True)
    words = "|".join(re.escape(each) for each in labels if each) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def _is_apart(text: str, start: int, end: int, is_phrase: bool) -> bool:
    """Return whether something stands between the letters, and the pieces are no words."""
    surface = text[start:end]
    if surface.isalpha() or (end < len(text) and text[end].isalpha()):
        return False
    if is_phrase:
        return "\x00" not in surface and (surface != surface.lower() or "\n" in surface)
    pieces = [fold_letters(piece) for piece in re.split(r"[^\w]+", surface) if piece]
    return "\x00" not in surface and not all(len(p) > 2 and is_ordinary(p) for p in pieces)
