"""Where a word that is also a name stands as a word: `Mark on shin`, `30 May 10`."""

from functools import cache

from chronology.masking.vocabulary import WEEKDAYS_MONTHS, listed, listed_lines

PEOPLE_DO = listed("people_do")
MONTH_BEFORE = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "during",
        "throughout",
        "early",
        "mid",
        "late",
        "last",
        "next",
        "end",
        "due",
        "circa",
    ]
)


@cache
def _contexts() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return, by word, what stands before and after it where it is no name."""
    found = {}
    for line in listed_lines("contexts"):
        word, _, rest = line.partition(" < ")
        before, _, after = rest.partition(" > ")
        found[word.strip()] = (_listed(before), _listed(after))
    return found


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split()) - {"-"}


def is_word_here(key: str, before: str, after: str, second: str) -> bool:
    """Return whether a word that is also a name is a word here: its neighbours say so.

    `before`, `after` and `second` are the words beside it, in lower case; empty at a full stop.
    """
    if key in WEEKDAYS_MONTHS and _is_dated(before, after):
        return True
    befores, afters = _contexts().get(key, (frozenset(), frozenset()))
    return before in befores or after in afters or f"{after}-{second}" in afters


def _is_dated(before: str, after: str) -> bool:
    return _is_day(before) or _is_year(after) or before in MONTH_BEFORE


def _is_day(word: str) -> bool:
    digits = word.rstrip("stndrh")
    return digits.isdigit() and 1 <= int(digits) <= 31


def _is_year(word: str) -> bool:
    return word.isdigit() and (len(word) == 2 or word[:2] in ("19", "20"))


def says_person(after: str) -> bool:
    """Return whether the next word is what people do, so that the word before it is somebody."""
    return after in PEOPLE_DO
