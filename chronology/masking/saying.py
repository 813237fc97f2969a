"""Whether what comes after a word says what somebody does or is; for the scan alone.

It knows the words that the mask knows, but not what the mask makes of them.
"""

from chronology.masking.acts import base_of
from chronology.masking.vocabulary import families, is_acronym, listed

WORDS = families("signs")
CLAUSES = families("clauses")
VERBS = families("verbs")
BARE = VERBS["bare"] | listed("base_verbs")
POINTING = WORDS["pointing"]
DONE_TO = WORDS["done_to"]
DONE_TO_THINGS = WORDS["done_to_things"]
PASSING = WORDS["passing"]
PASSIVE = WORDS["passive"]
ONWARDS = WORDS["onwards"] | POINTING | DONE_TO | {""}
KIN = WORDS["kin"]
NO_DEED = CLAUSES["like_adjectives"] | PASSIVE
NO_DOING = WORDS["of_things"] | CLAUSES["doing_things"] | CLAUSES["things"]
NEAR = frozenset(["in", "on", "at", "under", "off"])
HAVING = frozenset(["has", "had", "hasn't", "hadn't"])
BEING = frozenset(["is", "was", "isn't", "wasn't"])
DOING = frozenset(["can", "cannot", "could", "did", "does", "must", "should", "will", "would"])
SHORT = frozenset(["did", "wont", "didnt", "doesnt", "wasnt", "hasnt"])
TAKEN_FOR = frozenset(["not", "in", "a", "with"])  # after `is`, what a first name is taken for
STAYING = frozenset(["alone", "daily", "inside", "outside", "upstairs", "downstairs"])
NOTES = frozenset(
    ["dna", "dna'd", "dnad", "fta", "wnb", "keywork"]
)  # did not attend, was not brought


def says_what_somebody_does(words: list[str], *, is_first: bool) -> bool:
    """Return whether the words, in small letters, are said of who is named before them.

    Of a surname less is taken for granted than of a first name: `Street living costs`.
    """
    rest = _without_passing(words)
    first, second, third = (*rest, "", "", "")[:3]
    if not first or _is_prayer_or_wound(first, second, third):
        return False
    if first in HAVING | BEING | DOING | SHORT or first.endswith(("n't", "n’t")):
        return _is_said_with(first, rest[1:], is_first=is_first)
    if first == "and":
        return second in KIN or (second in ("his", "her") and rest[2:3] != [])
    if first == "to":
        return is_first and second in (BARE - {"be"}) | WORDS["gone_to"]
    if first in NEAR:  # of a surname only what is never said of things: `Frost in the bedroom`
        told = second in POINTING and is_first
        where = third if told or second in ("annual", "sick") else second
        return where in WORDS["where_people_are"]
    if _is_state(first, second):
        return True
    onwards = third in BARE if second == "to" else _goes_onwards(second)
    return _is_verb(first, second, is_first=is_first, onwards=onwards)


def _is_said_with(first: str, after: list[str], *, is_first: bool) -> bool:
    """Return whether `has`, `was`, `will` and what comes after it are said of people."""
    rest = _without_passing(after)
    if first in HAVING:
        return is_first or _is_had_by_people(rest)
    if first in BEING:
        taken = is_first and (*after, "")[0] in TAKEN_FOR
        return taken or _is_said_of_people(rest, is_first=is_first)
    if is_first and first in SHORT:
        return True
    return bool(rest) and rest[0] in BARE - {"be", "have"}


def _without_passing(words: list[str]) -> list[str]:
    """Return the words from the first on that is not said in passing: `also`, `not`, `calmly`."""
    for at, word in enumerate(words):
        if word not in PASSING and not (word.endswith("ly") and len(word) > 5):
            return words[at:]
    return []


def _goes_onwards(word: str) -> bool:
    """Return whether the word may follow a verb, and not a noun that the verb tells more of."""
    return word in ONWARDS or word.endswith("ly") or bool(base_of(word, "ing")) or is_acronym(word)


def _is_prayer_or_wound(first: str, second: str, third: str) -> bool:
    prayed = first == "said" and second in WORDS["of_prayer"] and third not in ("home", "school")
    return prayed or (first == "seen" and second in WORDS["on_a_body"])


def _is_had_by_people(words: list[str]) -> bool:
    """Return whether what comes after `has` is what people have or have done."""
    rest = words
    if rest[:1] == ["been"]:
        return _is_said_of_people(_without_passing(rest[1:]), is_first=False)
    done = rest[:1] and rest[0] in DONE_TO_THINGS and (*rest, "")[1] not in POINTING | DONE_TO
    return bool(rest) and not done and rest[0] not in WORDS["of_things"]


def _is_said_of_people(words: list[str], *, is_first: bool) -> bool:
    """Return whether what comes after `is` or `was` is said of people and not of things."""
    first, second, third = (*words, "", "", "")[:3]
    if first in ("a", "an", "her", "his", "my", "our", "the"):
        return second in KIN or third in KIN
    if first in NEAR:
        return (third if second in POINTING else second) in WORDS["where_people_are"]
    verb = bool(base_of(first, "ing")) or (is_first and first.endswith("ing") and len(first) > 5)
    doing = verb and first not in NO_DOING
    return doing or first in ("with", "sat", "drunk") or first in listed("people_are")


def _is_state(first: str, second: str) -> bool:
    """Return whether it is how people are, with `is` left out: `asleep`, `home alone`."""
    if first in ("home", "out", "back"):
        return second in ("alone", "from", "with", "again", "all") or bool(base_of(second, "ing"))
    told = second not in ONWARDS and first in CLAUSES["attributive"]  # `Young married couple`
    things = told or (first in DONE_TO_THINGS and second not in POINTING | DONE_TO)
    return first in listed("people_do") or (first in listed("people_are") and not things)


def _is_verb(first: str, second: str, *, is_first: bool, onwards: bool) -> bool:
    """Return whether it is a verb that has who is named for its subject."""
    if first in NOTES:
        return True
    if first in VERBS["past"] - PASSIVE:
        return onwards or second == "to"
    if first in VERBS["past"] or (first.endswith("ed") and len(first) > 4):
        where = first in DONE_TO_THINGS and second in ("at", "out", "over", "up")
        if second in POINTING | DONE_TO and not where:
            return True
        if not is_first and second in ("by", "from"):
            return False
        things = DONE_TO_THINGS if is_first else DONE_TO_THINGS | CLAUSES["done_to_things"]
        return (is_first or onwards) and first not in things | NO_DEED
    base = base_of(first, "s", "es")
    if base:
        one = second in POINTING | DONE_TO or (is_first and second in STAYING)
        return base not in VERBS["also_nouns"] or one
    doing = bool(base_of(first, "ing")) and first not in NO_DOING
    return doing and onwards and (is_first or second in POINTING | DONE_TO)
