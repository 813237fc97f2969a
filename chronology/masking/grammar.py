"""How the words around tell a name from a word where the capital says nothing.

A capital says nothing at the start of a sentence, and nowhere in a text that is all in capitals.
"""

from chronology.masking.clauses import is_many, is_mark, is_modal
from chronology.masking.contexts import is_dated, is_day, is_word_here, says_person
from chronology.masking.lexicon import CAPITAL, LOWER, Word
from chronology.masking.passage import Passage
from chronology.masking.vocabulary import WEEKDAYS_MONTHS, families, listed

WORDS = families("grammar")
CLAUSES = families("clauses")
DETERMINERS = WORDS["determiners"]
SMALL = WORDS["small"]
AUXILIARIES = WORDS["auxiliaries"]
TELLING = WORDS["telling"]
SPEAKING = WORDS["speaking"]
MONTH_OF = WORDS["month_of"]
OF_THINGS = WORDS["of_things"]
WHERE_PEOPLE_ARE = WORDS["where_people_are"]
KIN = WORDS["kin"]
SENT = WORDS["sent"]
DONE_TO_PEOPLE = WORDS["done_to_people"]
PLANNED = WORDS["planned"]
APART = frozenset("–—-()")
LEADING = frozenset(["about", "say", "says"])  # `at about dawn`, `says grace`, but `says Grace`
JOINS = frozenset("&/+")
GOING = frozenset(["call", "hv", "v", "visit", "visits"])
BEFORE_VERBS = AUXILIARIES | {
    "children", "did", "didn't", "don't", "he", "i", "may", "might", "must", "never", "often",
    "she", "should", "they", "we", "you",
}  # fmt: skip
COLOURS = frozenset(["black", "white"])
AND = frozenset(["and", "or", "to", "until"])


def is_here_a_word(passage: Passage, at: int) -> bool:
    """Return whether its neighbours make the word a word and nobody's name."""
    word, before, after = passage.words[at], passage.before(at), passage.after(at)
    before = "" if APART.intersection(passage.gap(at)) else before
    second = passage.after(at + 1) if after else ""
    if word.key in WEEKDAYS_MONTHS and (
        is_dated(before, after, second) or _is_month(passage, at, after, second)
    ):
        return True
    if says_nothing(passage, at):
        if before in DETERMINERS or is_modal(passage, at):
            return True
    else:
        before = "" if before in SMALL | LEADING else before
        if _is_first(word) and after and not passage.words[at + 1].is_capital:
            after = after if after.isdigit() else ""
            second = second if after else ""
    third = passage.after(at + 2) if second else ""
    return is_word_here(word.key, before, (after, second, third))


def _is_first(word: Word) -> bool:
    return word.is_first or word.is_first_of_cast


def says_nothing(passage: Passage, at: int) -> bool:
    """Return whether a capital here does not set the word apart from others."""
    return passage.words[at].shape == LOWER or passage.begins(at) or passage.shouts(at)


def _is_month(passage: Passage, at: int, after: str, second: str) -> bool:
    """Return whether the word stands beside another month, or before what has months."""
    if passage.begins(at) and (after in MONTH_OF or (after == "the" and is_day(second))):
        return True
    if passage.before(at) in ("for", "to") and passage.before(at - 1) in PLANNED:
        return True
    if after in AND and second in WEEKDAYS_MONTHS:
        return True
    return passage.before(at) in AND and passage.before(at - 1) in WEEKDAYS_MONTHS


def is_doer(passage: Passage, at: int) -> bool:
    """Return whether the word does, or is, what only people do or are."""
    after = passage.after(at)
    if after in AUXILIARIES:
        return _is_of_people(passage.after(at + 1), passage.after(at + 2))
    if after in KIN and passage.begins(at):
        return True
    if stands_with_somebody(passage, at):
        return True
    return says_person(after) and not (is_many(passage, at) or is_mark(passage, at))


def _is_of_people(word: str, following: str) -> bool:
    """Return whether what comes after `is` or `was` is said of people and not of things."""
    if word == "in":
        return following in WHERE_PEOPLE_ARE
    doing = word.endswith("ing") and len(word) > 4 and word not in OF_THINGS
    return doing or word == "with" or word in listed("people_are")


def stands_with_somebody(passage: Passage, at: int) -> bool:
    """Return whether the word and somebody's name are joined: `Green and King`."""
    other = at + 1
    if other < len(passage.words) and passage.words[other].key == "and" and passage.after(at):
        other += 1
    elif other >= len(passage.words) or passage.gap(other).strip() not in JOINS:
        return False
    if other >= len(passage.words):
        return False
    word = passage.words[other]
    named = bool(word.people) or (word.is_listed and not word.is_ordinary)
    return word.shape == CAPITAL and named and word.key not in WEEKDAYS_MONTHS


def is_spoken_to(passage: Passage, at: int) -> bool:
    """Return whether the word is whom somebody told, saw or met."""
    before = passage.before(at)
    if passage.shouts(at) and before in DONE_TO_PEOPLE:
        return True
    return before in TELLING or (before == "to" and passage.before(at - 1) in SPEAKING)


def is_sender(passage: Passage, at: int) -> bool:
    """Return whether the word is whom a call or a letter is from."""
    return passage.before(at) == "from" and passage.before(at - 1) in SENT


def is_family(passage: Passage, at: int) -> bool:
    """Return whether the word is a surname of several: `the Young family`, `the Marshes`."""
    if passage.before(at) not in ("the", "both") or says_nothing(passage, at):
        return False
    word = passage.words[at]
    kin = passage.after(at) in KIN and passage.after(at + 1) not in CLAUSES["things"]
    return word.is_family or (kin and word.key not in COLOURS)


def is_verb(passage: Passage, at: int) -> bool:
    """Return whether `miss`, small as it is, is what somebody does: `will miss school`."""
    before = passage.before(at)
    if before == "to":
        return passage.before(at - 1) not in SPEAKING | GOING | SENT
    return before in BEFORE_VERBS


def is_sent_there(passage: Passage, at: int) -> bool:
    """Return whether the word is who goes to a meeting, or had a session: `Bill to conference`."""
    after, second = passage.after(at), passage.after(at + 1)
    return (after == "to" and second in WORDS["meetings"]) or (
        after in ("session", "keywork") and second[:1].isdigit()
    )


def is_post(passage: Passage, at: int) -> bool:
    """Return whether a sentence begins with a post and what its holder keeps: `Head's diary`."""
    kept = passage.is_owner(at) and passage.after(at) in WORDS["kept_in_post"]
    return passage.begins(at) and passage.words[at].key in WORDS["posts"] and kept
