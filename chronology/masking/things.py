"""Which words tell of things and of nobody, behind a word that may be a name."""

from chronology.masking.acts import ENDS_ACT, OBJECTS, WORDS, base_of, is_act, second_of
from chronology.masking.vocabulary import families, is_english, is_ordinary, listed

PERSONS = WORDS["persons"]
SMALL_WORDS = families("grammar")["small"] | families("grammar")["auxiliaries"]
NOT_WHAT = frozenset(["a", "above", "an", "asian", "black", "dual", "mixed", "no", "this", "white"])


def is_before_thing(key: str, after: list[str]) -> bool:
    """Return whether a word that is only a surname has a thing behind it, or is itself a verb."""
    first, second = after[0], second_of(after)
    if key == "banks":
        return first in WORDS[key]
    thing = second if first == "and" else first
    plain = thing in WORDS["things"] - WORDS["of_contact"] and not base_of(thing, "s", "es")
    done = is_act(second, "", strictly=True) and second_of(after[1:]) in OBJECTS
    return plain and second not in OBJECTS and not done


def is_of_no_person(word: str) -> bool:
    """Return whether the word is neither what people are or do, nor what joins other words."""
    if word in PERSONS | ENDS_ACT | listed("people_are") | WORDS["adverbs"] | SMALL_WORDS:
        return False
    if word.endswith("ed"):
        return word in WORDS["like_adjectives"]
    return is_known(word) and not word.endswith("ly")


def is_known(word: str) -> bool:
    return is_ordinary(word) or is_english(word)


def is_what_it_is_of(word: str) -> bool:
    """Return whether nobody is `of` it, as they are of no fixed abode or of 14 Hill Road."""
    if word.isdigit():
        return len(word) == 4
    if word.startswith("£"):
        return True
    return word.isalpha() and word not in NOT_WHAT


def leads_to_body(words: list[str]) -> bool:
    """Return whether a part of the body comes next, whatever tells which, or how far it is."""
    for word in words:
        if word in WORDS["body"] or word[:1].isdigit():
            return True
        if word not in WORDS["near_body"]:
            return False
    return False


def qualifies(first: str, second: str) -> bool:
    """Return whether an adjective has its noun behind it, or another adjective."""
    if first in ("and", "but", "or"):
        return is_known(second) and second not in PERSONS | OBJECTS
    if first in WORDS["like_adjectives"] | WORDS["attributive"] and second not in ENDS_ACT:
        return True
    return first in PERSONS - ENDS_ACT or is_of_no_person(first)
