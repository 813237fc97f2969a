"""What the words after it make of the first word of a sentence, where its capital says nothing.

`Young refused entry` has somebody who acts; `Young carers project`, `Mark on left leg` and `Will
need to` have a word. Where neither is plain nothing is said, and the caller keeps to what is safe.
"""

from functools import cache

from chronology.masking.passage import Passage
from chronology.masking.vocabulary import families, is_acronym, is_ordinary, listed

NAME, WORD, EITHER = "name", "word", ""
WORDS = families("clauses")
ADJECTIVES = WORDS["adjectives"]
MODIFIERS = WORDS["modifiers"]
PERSONS = WORDS["persons"]
THINGS = WORDS["things"]
BELONGINGS = WORDS["belongings"]
THINGS_ARE = WORDS["things_are"]
MODAL_ADVERBS = WORDS["modal_adverbs"]
OBJECTS = WORDS["objects"]
ROSE_TO = WORDS["rose_to"]
ENDS_ACT = OBJECTS | WORDS["not_followed"] | {""}
VERBS = families("verbs")
BARE = VERBS["bare"] | listed("base_verbs")
MODALS = frozenset(["will", "may"])
BE = frozenset(["is", "was", "are", "were"])
HAVE = frozenset(["has", "had"])
THEIRS = frozenset(["his", "her", "their"])
NOTES = frozenset(["dna", "dnas", "dnad", "fta", "wnb"])  # did not attend, was not brought
FAR = 6  # words that are read, as many as lead from a preposition to a part of the body


def reading(passage: Passage, at: int) -> str:
    """Return whether what follows makes the word somebody's name or a word, or leaves it open."""
    key = passage.words[at].key
    after = following(passage, at)
    if not after:
        return _at_a_break(passage, at)
    if _is_subject(key, after):
        return NAME
    return WORD if _is_thing(key, after) else EITHER


def following(passage: Passage, at: int) -> list[str]:
    """Return the words that come after without a break, in lower case."""
    found: list[str] = []
    while len(found) < FAR and (word := passage.after(at + len(found))):
        if passage.gap(at + len(found) + 1).strip(" £'’‘"):
            break
        found.append(word)
    return found


def is_modal(passage: Passage, at: int) -> bool:
    """Return whether it is `Will` or `May` before a verb in its bare form."""
    if passage.words[at].key not in MODALS:
        return False
    after = following(passage, at)
    rest = after[1:] if after and after[0] in MODAL_ADVERBS else after
    if not rest or rest[0] not in BARE:
        return False
    return rest[0] not in WORDS["also_adjectives"] or _second(rest) in OBJECTS


def _at_a_break(passage: Passage, at: int) -> str:
    """Return what a comma, a dash, a bracket or a colon and the word behind it tell."""
    if at + 1 >= len(passage.words):
        return EITHER
    gap, word = passage.gap(at + 1).strip(), passage.words[at + 1].text.lower()
    if gap in (",", "(", "-", "–", "/") and (word in ("who", "whose", "aged") or word in PERSONS):
        return NAME
    if gap == ":" and is_act(word, following(passage, at + 1), strictly=True):
        return NAME
    return EITHER


def _is_subject(key: str, after: list[str]) -> bool:
    """Return whether the word is who acts in its sentence."""
    first, second = after[0], _second(after)
    if first in HAVE:
        return _has_acted(after[1:])
    if first in ("and", "to"):
        return second in THEIRS if first == "and" else _is_told_to(key, second)
    if first in ("on", "off", "known"):
        return second in (WORDS["away"] if first != "known" else ("as", "for", "to"))
    if first in THINGS_ARE or (key == "rose" and first in ROSE_TO):
        return False
    strictly = key in ADJECTIVES
    if first in listed("people_are") and second in ENDS_ACT:
        return not (strictly and first in THINGS)
    return is_act(first, after[1:], strictly=strictly)


def _has_acted(rest: list[str]) -> bool:
    """Return whether what comes after `has` is what people have done."""
    if rest and (rest[0].endswith("ly") or rest[0] in MODAL_ADVERBS | {"since"}):
        rest = rest[1:]
    if not rest or rest[0] in WORDS["not_of_people"]:
        return False
    return rest[0] in VERBS["past"] or _is_past(rest[0])


def _is_told_to(key: str, verb: str) -> bool:
    """Return whether `to` and a verb say what somebody is to do: `Hunter to chase`."""
    return key not in WORDS["wished_well"] | {"hope", "rose"} and verb in BARE


def is_act(word: str, rest: list[str], *, strictly: bool) -> bool:
    """Return whether the word is a verb with a subject.

    Strictly: before it stands an adjective, so that `Young married couple` and `Long lost` are
    none, and the words after it have to show that it is no adjective itself.
    """
    second = _second(["", *rest])
    ends = second in ENDS_ACT or second.endswith("ly") or is_acronym(second)
    if word in NOTES:
        return True
    if word in VERBS["past"]:
        return ends or not (strictly and word in WORDS["past_also"])
    if word.endswith("ing"):
        return ends and word not in WORDS["doing_things"] and bool(_base(word, "ing"))
    if word.endswith("ed"):
        return _is_past(word) and (ends or not strictly) and not _is_done_to(word, second)
    base = _base(word, "s", "es")
    return bool(base) and (base not in VERBS["also_nouns"] or second in OBJECTS)


def _is_past(word: str) -> bool:
    return word.endswith("ed") and word not in WORDS["like_adjectives"] and bool(_base(word, "ed"))


def _is_done_to(word: str, second: str) -> bool:
    """Return whether it is what is done to things and nothing it is done to comes after."""
    return word in WORDS["done_to_things"] and second not in OBJECTS


@cache
def _base(word: str, *endings: str) -> str:
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


def _is_thing(key: str, after: list[str]) -> bool:
    """Return whether the word is a noun, an adjective or a verb of English here."""
    first, second = after[0], _second(after)
    if first == "of":
        return bool(second) and _is_what_it_is_of(second)
    if key in WORDS["surfaces"] and first in WORDS["sides"]:
        return _leads_to_body(after[1:])
    if key == "rose":
        return first in ROSE_TO and (second in THEIRS or second[:1].isdigit())
    if key == "hope" and first == "to":
        return second in WORDS["hoped"]
    if first in BE:
        keeping = key in WORDS["surfaces"] and after[1:3] == ["in", "keeping"]
        return keeping or second in THINGS_ARE or (key == "hope" and second in ("that", "to"))
    if first in THINGS_ARE:
        return True
    if key in ADJECTIVES:
        return _qualifies(first, second)
    thing = second if first == "and" else first
    return key in MODIFIERS and thing in THINGS and not _base(thing, "s", "es")


def _is_what_it_is_of(word: str) -> bool:
    """Return whether somebody is not of it: of no fixed abode, of this address, of 14 Hill Road."""
    return len(word) == 4 if word.isdigit() else word not in ("no", "this") and word.isalpha()


def _leads_to_body(words: list[str]) -> bool:
    """Return whether a part of the body comes next, whatever tells which."""
    for word in words:
        if word in WORDS["body"] or word[:1].isdigit():
            return True
        if word not in WORDS["near_body"]:
            return False
    return False


def _qualifies(first: str, second: str) -> bool:
    """Return whether an adjective has its noun behind it, or another adjective."""
    if first == "and":
        return is_ordinary(second) and second not in PERSONS | OBJECTS
    return first in THINGS | BELONGINGS or first in PERSONS - OBJECTS


def _second(words: list[str]) -> str:
    return words[1] if len(words) > 1 else ""
