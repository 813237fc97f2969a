"""How the words around tell that a first name in small letters, which is a word too, is a name."""

from chronology.masking.acts import BARE, VERBS, acts
from chronology.masking.clauses import MODALS, PERSONS, following, is_subject
from chronology.masking.contexts import says_person
from chronology.masking.grammar import (
    AUXILIARIES,
    CLAUSES,
    GOING,
    JOINS,
    SPEAKING,
    TELLING,
    WORDS,
    is_doer,
    is_here_a_word,
)
from chronology.masking.lexicon import LOWER
from chronology.masking.passage import Passage
from chronology.masking.vocabulary import listed

TAKEN = WORDS["taken"]
DONE_TO_THINGS = WORDS["done_to_things"]
ON_A_BODY = WORDS["on_a_body"]
RELATIONS = WORDS["relations"]
RELATIVES = PERSONS - {"her", "his", "my", "one", "our", "their", "ex", "minor"}
NAMED_BEFORE = WORDS["named_before"]
AFTER_NAMES = WORDS["after_names"] | {""}
MANY_ARE = frozenset(["are", "were", "have"])
PAST = frozenset(["said", "rang", "told", "was", "is", "has", "had", "came", "left"])
SAYING = frozenset(["alleged", "alleges", "disclosed", "said", "says", "stated", "states", "that"])
ABOUT_WHAT = frozenset(["", "that", "to", "he", "she", "about", "and", "not"])
BEHIND_PEOPLE = frozenset(["re", "who", "in", "by"])
WITH_PEOPLE = frozenset(
    ["and", "between", "both", "by", "from", "if", "that", "to", "when", "with"]
)
TOLD_OR_SEEN = dict.fromkeys(["told", "asked", "informed"], ABOUT_WHAT)
TOLD_OR_SEEN |= dict.fromkeys(["see", "seeing"], ABOUT_WHAT | BEHIND_PEOPLE)


def is_small_name(passage: Passage, at: int) -> bool:
    """Return whether a first name in small letters that is a word too is somebody here."""
    before, after = passage.before(at), passage.after(at)
    if before == "of":
        taken = passage.before(at - 1) in TAKEN
        return taken and (not after or "(" in passage.gap(at + 1))
    if is_here_a_word(passage, at):
        return False
    if any(tells(passage, at) for tells in TELLS):
        return True
    if before in TOLD_OR_SEEN:
        return after in TOLD_OR_SEEN[before]
    if before in ("re", "saw"):
        return after not in ON_A_BODY
    return _begins(passage, at)


def _begins(passage: Passage, at: int) -> bool:
    """Return whether a sentence, or a part of it, begins with the word and tells of a person."""
    before, after = passage.before(at), passage.after(at)
    if _starts_small(passage, at):
        return after not in DONE_TO_THINGS | ON_A_BODY | {"for", ""} and (
            after not in AUXILIARIES - {"not"} or is_doer(passage, at)
        )
    if before:
        return False
    are = after in listed("people_are") - {"low", "visited"}
    if says_person(after) or (are and passage.gap(at).strip() == ","):
        return True
    return _is_small_throughout(passage) and is_subject(passage, at)


def _is_told_of(passage: Passage, at: int) -> bool:
    """Return whether it is said what somebody did written small: `said rich hit him`."""
    if passage.before(at) not in SAYING | RELATIVES:
        return False
    if passage.words[at].key in MODALS and passage.before(at) in RELATIVES:
        return passage.after(at) in ("is", "rang", "said", "told", "was")
    if passage.after(at) in ("is", "was"):
        return passage.after(at + 1) in listed("people_are") - CLAUSES["things_are_too"]
    return acts(following(passage, at), strictly=True)


def _is_met(passage: Passage, at: int) -> bool:
    """Return whether the word, small as it is, is whom somebody met, spoke to or went to see."""
    before, after = passage.before(at), passage.after(at)
    spoken_to = before == "to" and passage.before(at - 1) in SPEAKING | GOING
    if spoken_to and after in ABOUT_WHAT | BEHIND_PEOPLE:
        return True
    if at < 2 or passage.gap(at).strip() or after not in AFTER_NAMES:
        return False
    if before in ("see", "seen", "met"):
        return passage.words[at].key not in BARE
    return before in ("from", "to", "with") and passage.before(at - 1) in NAMED_BEFORE


def _is_whose_relation(passage: Passage, at: int) -> bool:
    """Return whether a relation is named before: `mum (rose)`, `partner mark rang`."""
    word, before, after = passage.words[at], passage.before(at), passage.after(at)
    if before not in RELATIONS:
        return False
    behind = passage.text[passage.ends[at] : passage.ends[at] + 1]
    if passage.gap(at).endswith("("):
        return behind == ")"
    if passage.gap(at).strip() or (word.key == "rose" and after in ("at", "from", "to")):
        return False
    if word.key in MODALS or word.key in VERBS["past"]:  # `Mum rose late`
        return after in PAST
    verb = word.key in BARE
    return is_doer(passage, at) or after in PAST or (not verb and after in ("", "and", "at", "in"))


def _is_beside_somebody(passage: Passage, at: int) -> bool:
    """Return whether somebody is joined to the word: `mum and dean`, `tim & rose`."""
    before, after, gap = passage.before(at), passage.after(at), passage.gap(at).strip()
    joined = before in ("and", "not", "or") and passage.words[at].key not in MODALS
    if joined and not after and passage.before(at - 1) in RELATIVES:
        return True
    if gap in JOINS and at:
        return after in AFTER_NAMES and _is_person(passage, at - 1)
    if gap or at < 2 or not joined:
        return False
    beside = passage.before(at - 1) in RELATIONS or _is_person(passage, at - 2)
    return beside and (after in AFTER_NAMES | MANY_ARE or acts([after], strictly=False))


def _is_person(passage: Passage, at: int) -> bool:
    """Return whether the word is a name of the cast, in small letters where they tell it."""
    word = passage.words[at]
    plain = word.shape != LOWER or not word.is_ordinary
    return word.is_first_of_cast and (plain or is_small_name(passage, at))


def _is_one_of_two(passage: Passage, at: int) -> bool:
    """Return whether a first name of the cast is joined to the word: `dawn and dean`."""
    words = passage.words
    for step in (1, -1):
        gap = passage.gap(at + 1) if step > 0 and at + 1 < len(words) else passage.gap(at)
        other = at + step
        if 0 <= other + step < len(words) and words[other].key == "and" and gap == " ":
            other += step
        elif gap.strip() not in JOINS:
            continue
        if 0 <= other < len(words) and _is_first_too(passage, other, at):
            before = passage.before(min(at, other))
            return not before or before in TELLING | RELATIVES | WITH_PEOPLE
    return False


def _is_first_too(passage: Passage, other: int, at: int) -> bool:
    word = passage.words[other]
    apart = word.key != passage.words[at].key
    return word.is_first_of_cast and apart and not is_here_a_word(passage, other)


def _is_small_throughout(passage: Passage) -> bool:
    """Return whether nobody gave a word of the text a capital."""
    return not any(word.is_capital for word in passage.words)


def _starts_small(passage: Passage, at: int) -> bool:
    """Return whether a sentence begins with the word, small as it is written."""
    gap = passage.gap(at)
    return "\n" not in gap and (passage.begins(at) or gap.strip() in ("–", "-"))


TELLS = (_is_told_of, _is_met, _is_whose_relation, _is_one_of_two, _is_beside_somebody)
