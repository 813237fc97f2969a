"""How the words around tell that a first name in small letters, which is a word too, is a name."""

from chronology.masking.acts import BARE, VERBS, acts
from chronology.masking.cast import FIRST
from chronology.masking.grammar import (
    WORDS,
    is_doer,
    is_here_a_word,
    is_small_name,
)
from chronology.masking.lexicon import LOWER
from chronology.masking.passage import Passage
from chronology.masking.vocabulary import listed

TAKEN = WORDS["taken"]
RELATIONS = WORDS["relations"]
NAMED_BEFORE = WORDS["named_before"]
AFTER_NAMES = WORDS["after_names"] | {""}
JOINS = frozenset("&/+")
MANY_ARE = frozenset(["are", "were", "have"])
MODALS = frozenset(["may", "will"])
PAST = frozenset(["said", "rang", "told", "was", "is", "has", "had", "came", "left"])


def is_told_of(passage: Passage, at: int) -> bool:
    """Return whether a first name in small letters that is a word too stands beside somebody."""
    before, after = passage.before(at), passage.after(at)
    if before == "of" and passage.before(at - 1) in TAKEN:
        return not after or "(" in passage.gap(at + 1)
    if is_here_a_word(passage, at):
        return False
    if is_whose_relation(passage, at) or _is_beside_people(passage, at):
        return True
    are = after in listed("people_are") - {"low", "visited"}
    return not before and passage.gap(at).strip() == "," and are


def is_whose_relation(passage: Passage, at: int) -> bool:
    """Return whether a relation is named before: `mum (rose)`, `partner mark rang`."""
    word, before, after = passage.words[at], passage.before(at), passage.after(at)
    if before not in RELATIONS:
        return False
    behind = passage.text[passage.ends[at] : passage.ends[at] + 1]
    if passage.gap(at).endswith("("):
        return behind == ")"
    if passage.gap(at).strip() or (word.key == "rose" and after in ("at", "from", "to")):
        return False
    if word.key in MODALS:
        return after in PAST
    if word.key in VERBS["past"]:  # `Mum rose late`
        return after in PAST
    verb = word.key in BARE
    return is_doer(passage, at) or after in PAST or (not verb and after in ("", "and", "at", "in"))


def _is_beside_people(passage: Passage, at: int) -> bool:
    """Return whether the word stands where a person is told of: `t/c from rose`, `mum and dean`."""
    before, after, gap = passage.before(at), passage.after(at), passage.gap(at).strip()
    if gap in JOINS and at:
        return after in AFTER_NAMES and _is_person(passage, at - 1)
    if gap or at < 2:
        return False
    if before in ("see", "seen", "met") and passage.words[at].key not in BARE:
        return after in AFTER_NAMES
    if before in ("from", "to", "with"):
        return after in AFTER_NAMES and passage.before(at - 1) in NAMED_BEFORE
    if before not in ("and", "not", "or") or passage.words[at].key in MODALS:
        return False
    beside = passage.before(at - 1) in RELATIONS or _is_person(passage, at - 2)
    return beside and (after in AFTER_NAMES | MANY_ARE or acts([after], strictly=False))


def _is_person(passage: Passage, at: int) -> bool:
    """Return whether the word is a name of the cast, in small letters where they tell it."""
    word = passage.words[at]
    if not any(part & FIRST for part in word.exact.values()):
        return False
    return (
        word.shape != LOWER
        or not word.is_ordinary
        or is_small_name(passage, at)
        or is_told_of(passage, at)
    )
