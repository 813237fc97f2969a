"""Where a word that is also a name stands as a word: `Mark on shin`, `30 May 10`."""

from functools import cache

from chronology.masking.vocabulary import WEEKDAYS_MONTHS, listed, listed_lines

PEOPLE_DO = listed("people_do")
UNITS = listed("units")
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


def is_word_here(key: str, before: str, after: tuple[str, str, str]) -> bool:
    """Return whether a word that is also a name is a word here: its neighbours say so.

    `before` and `after` are the words beside it, in lower case; empty at a full stop. `#` in the
    list is any number.
    """
    first, second, third = after
    if key in WEEKDAYS_MONTHS and is_dated(before, first, second):
        return True
    befores, afters = _contexts().get(key, (frozenset(), frozenset()))
    if before in befores or ("#" in afters and first.isdigit()):
        return True
    return not afters.isdisjoint((first, f"{first}-{second}", f"{first}-{second}-{third}"))


def is_dated(before: str, after: str, second: str) -> bool:
    """Return whether the words beside a month make it one: a day, a year, `in`, `since`."""
    other = UNITS | WEEKDAYS_MONTHS  # `re April 28 Dec 10` has a day of December
    dated = (is_day(after) or _is_year(after)) and second not in other
    return is_day(before) or dated or before in MONTH_BEFORE


def is_day(word: str) -> bool:
    """Return whether the word is the day of a month: `4`, `4th`."""
    digits = word.rstrip("stndrh")
    return digits.isdigit() and 1 <= int(digits) <= 31


def _is_year(word: str) -> bool:
    return word.isdigit() and (len(word) == 2 or word[:2] in ("19", "20"))


def says_person(after: str) -> bool:
    """Return whether the next word is what people do, so that the word before it is somebody."""
    return after in PEOPLE_DO
