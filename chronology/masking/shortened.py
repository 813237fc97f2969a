"""Names that only letters are left of, and words that open a door: `Banks, H`, `D M`, `by AB`."""

import re
from collections.abc import Iterator

from chronology.masking.cast import SURNAME, Cast, Person, is_title
from chronology.masking.lexicon import Lexicon
from chronology.masking.numbers import Found
from chronology.masking.resolving import NOBODY, label_of
from chronology.masking.vocabulary import fold, is_acronym, is_ordinary, is_proper_noun

LONE = re.compile(r" [A-Z](?![\w'’&/+-])")  # quick to look for
NO_WORD_BEHIND = (
    r"(?!\s(?:block|class|floor|room|unit|ward|wing)\b)(?![\w'’&/+-]|\.[A-Z]|\.?\s?[A-Z][\w'’])"
)
TURNED = re.compile(
    rf"(?<![\w-])(?<!\b[A-Z]\s)(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s)?(?P<last>[A-Z][\w'’-]+),\s(?P<letter>[A-Z])\b\.?{NO_WORD_BEHIND}"
)  # `Banks, H`
SPACED = re.compile(r"(?<![\w&/.+-])(?<!\b[A-Z]\s)[B-HJ-Z]\s[A-Z](?![\w'’&/+-]|\s[A-Z]\b)")
SIGNED = re.compile(
    r"\b(?:authorised|chaired|completed|compiled|drafted|minuted|prepared|recorded|signed|taken"
    r"|typed|written)\sby\s(?P<who>[A-Z]{2,3})(?![\w/&-])"
)
PASSWORD = re.compile(
    r"\bpass(?:word|code)\b(?:\sis|\swas|\sset\sto)?[:=\s]{0,3}"
    r"(?:[\"“'‘](?P<quoted>[^\"”'’\n]{2,30})[\"”'’]|(?<=[:=]\s)(?P<bare>\w{3,30}))",
    re.IGNORECASE,
)
LETTERED = frozenset(
    ["class", "grade", "group", "hep", "hepatitis", "option", "part", "plan", "vitamin"]
)
ARTICLES = ("A", "I")
BEHIND_ARTICLES = re.compile(r"\s?(?:[.),;:(]|$|dob\b|d\.o\.b)", re.IGNORECASE)


def shortened_in(text: str, cast: Cast) -> list[Found]:
    """Return start, end, person, replacement and reason of each."""
    found = list(_in_letters(text, cast)) if LONE.search(text) else []
    if " by " in text or "assw" in text or "assc" in text:
        found += _signed(text, cast)
    return found


def _signed(text: str, cast: Cast) -> Iterator[Found]:
    for match in SIGNED.finditer(text):
        if not _means_something(match["who"], cast):
            yield *match.span("who"), "", NOBODY, "initials that sign"
    for match in PASSWORD.finditer(text):
        yield *match.span("quoted" if match["quoted"] else "bare"), "", "[password]", "a password"


def _in_letters(text: str, cast: Cast) -> Iterator[Found]:
    for match in TURNED.finditer(text):
        if people := _turned(match, cast):
            yield _found(match.span(), people, "a surname and an initial")
    for match in SPACED.finditer(text):
        before = text[: match.start()].lower().split()[-1:]
        if LETTERED.isdisjoint(before) and (people := _of_letters(match.group(), cast)):
            yield _found(match.span(), people, "initials of the cast")


def _found(span: tuple[int, int], people: list[Person], reason: str) -> Found:
    return *span, people[0].id if len(people) == 1 else "", label_of(people), reason


def _turned(match: re.Match, cast: Cast) -> list[Person]:
    """Return whose surname stands before a comma and the first letter of their first name."""
    letter = match["letter"]
    if letter in ARTICLES and not BEHIND_ARTICLES.match(match.string, match.end()):
        return []
    word = Lexicon.of(cast).word(match["last"])
    whose = [cast.people[order] for order, part in word.people.items() if part & SURNAME]
    return [person for person in whose if letter.casefold() in person.initials]


def _of_letters(letters: str, cast: Cast) -> list[Person]:
    key = fold(letters)
    orders = sorted(cast.letters.get(key, ()))
    return [cast.people[order] for order in orders]


def _means_something(letters: str, cast: Cast) -> bool:
    """Return whether the capitals are somebody's of the cast, a title or an abbreviation."""
    key = fold(letters)
    known = is_acronym(key) or is_ordinary(key) or is_title(key) or is_proper_noun(key)
    return known or key in cast.letters or key in cast.names
