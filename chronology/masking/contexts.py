"""Where a word that is also a name stands as a word: `a mark on the leg`, `30 May 10`, `Bill of rights`."""

from functools import cache

from chronology.masking.vocabulary import WEEKDAYS_MONTHS, listed_lines

PEOPLE_DO = frozenset(
    "said says stated states told tells reported reports rang called phoned telephoned attended attends"
    " arrived arrives came comes went was is has had did does seen saw sees asked asks denied denies"
    " disclosed discloses informed informs advised advises explained explains agreed agrees refused"
    " refuses left lives lived present appeared appears presented presents admitted admits became"
    " wants wanted felt feels thinks thought alleged alleges visited visits confirmed confirms stayed"
    " observed spoke speaks requested requests returned returns collected brought gave gives took takes"
    " also not who whose aged dob cried cries moved moves smelt hit punched slapped kicked swore"
    " interviewed arrested charged bailed absent late upset tearful unwell intoxicated drunk missing"
    " described describes reports claimed claims believes believed kept keeps needs needed would"
    " could should can cannot will must isn't wasn't hasn't doesn't didn't won't accompanied".split()
)
MONTH_BEFORE = frozenset(
    "in since until till during throughout early mid late last next end".split()
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
