"""The forms of verbs, and whether one of them has the word before it for its subject."""

from functools import cache

from chronology.masking.vocabulary import families, is_acronym, listed

VERBS = families("verbs")
WORDS = families("clauses")
BARE = VERBS["bare"] | listed("base_verbs")
OBJECTS = WORDS["objects"]
ENDS_ACT = OBJECTS | WORDS["not_followed"] | {""}
NOTES = frozenset(["dna", "dnas", "dnad", "fta", "wnb"])  # did not attend, was not brought
HAVE = frozenset(["has", "had"])
BEEN = frozenset(["is", "was", "been"])
WILLING = frozenset(["agreed", "asked", "needed", "offered", "wanted"])  # `agreed to work with`
MAY = frozenset(["can", "cannot", "could", "did", "does", "must", "should", "will", "would"])


def acts(words: list[str], *, strictly: bool) -> bool:
    """Return whether the words say what somebody does, did or is, the adverbs before it aside.

    Strictly: before them stands an adjective, so that `Young married couple` and `Long lost` are
    none, and the words after the verb have to show that it is no adjective itself.
    """
    rest = without_adverbs(words)
    if not rest:
        return False
    first, second = rest[0], second_of(rest)
    if first in HAVE:
        return _has_done(without_adverbs(rest[1:]))
    if first in BEEN:
        return _is_done_to_people(without_adverbs(rest[1:]))
    if first in MAY:
        verb = without_adverbs(rest[1:])
        return bool(verb) and verb[0] in BARE - {"be", "have", "happen"}
    if first in listed("people_are") and second in ENDS_ACT:
        return not strictly or first not in WORDS["things"] | WORDS["belongings"]
    tries = second == "to" and second_of(rest[1:]) in BARE and is_plural(first)
    return tries or is_willing(rest) or is_act(first, second, strictly=strictly)


def is_willing(words: list[str]) -> bool:
    """Return whether the words say what somebody agreed to do: `agreed to work with us`."""
    said = words[0] in WILLING and second_of(words) == "to"
    return said and second_of(words[1:]) in BARE - {"be"}


def is_act(word: str, second: str, *, strictly: bool) -> bool:
    """Return whether the word is a verb with a subject, the second word coming after it."""
    ends = second in ENDS_ACT or second.endswith("ly") or is_acronym(second)
    if word in NOTES:
        return True
    if word in VERBS["past"] | VERBS["participles"]:
        return ends or not (strictly and word in WORDS["past_also"] | VERBS["participles"])
    if word.endswith("ing"):
        ends = ends or not strictly
        return ends and word not in WORDS["doing_things"] and bool(base_of(word, "ing"))
    if word.endswith("ed"):
        adjective = strictly and word in WORDS["attributive"] and not ends
        return is_past(word) and not adjective and not _is_done_to_things(word, second)
    base = base_of(word, "s", "es")
    one = second in OBJECTS or second in WORDS["how_often"]
    return bool(base) and (base not in VERBS["also_nouns"] or one)


def is_plural(word: str) -> bool:
    """Return whether what may be a verb may as well be more than one of a thing: `reports`."""
    return base_of(word, "s", "es") in VERBS["also_nouns"]


def is_past(word: str) -> bool:
    """Return whether the word is the past of a verb, listed or not: few others end in `ed`."""
    return len(word) > 4 and word.endswith("ed") and word not in WORDS["like_adjectives"]


def without_adverbs(words: list[str]) -> list[str]:
    """Return the words from the first on that is no adverb."""
    for at, word in enumerate(words):
        if word not in WORDS["adverbs"] and not (word.endswith("ly") and len(word) > 5):
            return words[at:]
    return []


def second_of(words: list[str]) -> str:
    return words[1] if len(words) > 1 else ""


def _has_done(words: list[str]) -> bool:
    """Return whether what comes after `has` is what people have done, or what they own."""
    if not words:
        return False
    if words[0] == "been":
        return _is_done_to_people(without_adverbs(words[1:]))
    return words[0] not in WORDS["not_of_people"]


def _is_done_to_people(words: list[str]) -> bool:
    """Return whether what comes after `was` is done to people and seldom to things."""
    if not words or words[0] in WORDS["done_to_things"] - WORDS["done_to_people"]:
        return False
    return words[0] in VERBS["past"] | VERBS["participles"] or is_past(words[0])


def _is_done_to_things(word: str, second: str) -> bool:
    """Return whether it is what is done to things and nothing it is done to comes after."""
    return word in WORDS["done_to_things"] and second in ENDS_ACT - OBJECTS


@cache
def base_of(word: str, *endings: str) -> str:
    """Return the verb that has one of these endings put on it here, or nothing."""
    for ending in endings:
        if not word.endswith(ending):
            continue
        stem = word.removesuffix(ending)
        doubled = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
        for each in (stem, f"{stem}e", doubled, f"{stem[:-1]}y" if stem.endswith("i") else stem):
            if each in VERBS["bare"] and (ending not in ("s", "es") or each != f"{stem}e"):
                return each
    return ""
