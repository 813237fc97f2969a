"""What the words after it make of the first word of a sentence, where its capital says nothing.

`Young refused entry` has somebody who acts; `Young carers project`, `Mark on left leg` and `Will
need to` have a word. Where neither is plain nothing is said, and the caller keeps to what is safe.
"""

from itertools import takewhile

from chronology.masking.acts import (
    BARE,
    ENDS_ACT,
    OBJECTS,
    WORDS,
    acts,
    base_of,
    is_act,
    is_past,
    is_plural,
    is_willing,
    second_of,
    without_adverbs,
)
from chronology.masking.passage import Passage
from chronology.masking.things import (
    PERSONS,
    is_before_thing,
    is_known,
    is_of_no_person,
    is_what_it_is_of,
    leads_to_body,
    qualifies,
)
from chronology.masking.vocabulary import WEEKDAYS_MONTHS, listed

NAME, WORD, EITHER = "name", "word", ""
ADJECTIVES = WORDS["adjectives"]
THINGS_ARE = WORDS["things_are"]
ROSE_TO = WORDS["rose_to"]
MODALS = frozenset(["will", "may"])
BE = frozenset(["is", "was", "are", "were"])
MANY_ARE = frozenset(["are", "were"])
ON_WHAT_TERMS = frozenset(["after", "case", "if", "once", "pending", "unless", "when"])
THEIRS = frozenset(["his", "her", "their"])
OTHERS = THEIRS | {"a", "another", "the", "two"}
DETERMINERS = THEIRS | {"a", "the"}
ORDERED = THEIRS | {"all", "any", "the", "these", "this", "those"}
APPOSED = PERSONS | {"family", "health", "housing", "social", "support", "visitor"}
THEMSELVES = frozenset(["herself", "himself", "themselves"])
NEVER = frozenset(["ex", "no", "not", "nowhere"])  # after a noun that no article is before
SHORT = {"wo": "will", "ca": "can"}
FALLS = frozenset(["fell", "wells"])  # verbs as well: `Fell off wall`, `Wells up when asked`
BREAKS = frozenset([",", "(", "-", "–", "—", "/"])
FAR = 6  # words that are read, as many as lead from a preposition to a part of the body


def reading(passage: Passage, at: int, *, is_first: bool) -> str:
    """Return whether what follows makes the word somebody's name or a word, or leaves it open.

    A surname seldom has a thing behind it, a first name in a note may: `Grace school report`.
    """
    key = passage.words[at].key
    after = following(passage, at)
    if not after:
        return _at_a_break(passage, at)
    if _is_no_subject(key, after):
        return WORD
    if _is_subject(key, after):
        return NAME
    if _is_thing(key, after) or (not is_first and is_before_thing(key, after)):
        return WORD
    return EITHER if key in WEEKDAYS_MONTHS else NAME


def following(passage: Passage, at: int) -> list[str]:
    """Return the words that come after without a break, in lower case, `hadn't` as two."""
    found: list[str] = []
    for there in range(at, at + FAR):
        word = passage.after(there)
        gap = passage.gap(there + 1).strip(" '’‘") if word else ","
        if gap not in ("", "£"):
            break
        verb, short, _ = word.replace("’", "'").partition("n't")
        found += [SHORT.get(verb, verb), "not"] if short else [gap + word]
    return found


def is_subject(passage: Passage, at: int) -> bool:
    """Return whether what follows is said of a person, with nothing left open."""
    after = following(passage, at)
    if not after or _is_no_subject(passage.words[at].key, after):
        return False
    states = after[0] in listed("people_are") - WORDS["things_are_too"]
    return states or _is_subject(passage.words[at].key, after)


def is_modal(passage: Passage, at: int) -> bool:
    """Return whether it is `Will` or `May` before a verb in its bare form."""
    if passage.words[at].key not in MODALS:
        return False
    after = following(passage, at)
    adverbs = takewhile(WORDS["modal_adverbs"].__contains__, after)
    rest = after[len(list(adverbs)) :]
    if not rest or rest[0].removeprefix("re-") not in BARE:
        return False
    second = second_of(rest)
    if rest[0] in WORDS["past_in_form"] or (rest[0] == "let" and second in THEMSELVES):
        return False
    return rest[0] not in WORDS["also_adjectives"] or second in OBJECTS | ON_WHAT_TERMS


def is_mark(passage: Passage, at: int) -> bool:
    """Return whether what follows befalls marks, of which people's names are called too."""
    after = following(passage, at)
    marked = passage.words[at].key in WORDS["surfaces"]
    return marked and bool(after) and _is_said_of_marks(after)


def is_many(passage: Passage, at: int) -> bool:
    """Return whether an adjective stands here before more than one of a thing: `Good reports`."""
    return (
        passage.words[at].key in ADJECTIVES
        and is_plural(passage.after(at))
        and passage.after(at + 1) not in OBJECTS
    )


def _at_a_break(passage: Passage, at: int) -> str:
    """Return what a comma, a dash, a bracket or a colon and the word behind it tell."""
    if at + 1 >= len(passage.words):
        return EITHER
    gap, word = passage.gap(at + 1).strip(), passage.words[at + 1].text.lower()
    if gap in BREAKS and (word in ("who", "whose", "aged") or word in PERSONS):
        return NAME
    if gap.startswith(":") and passage.words[at].key not in WORDS["headings"]:
        return NAME
    return EITHER


def _is_no_subject(key: str, after: list[str]) -> bool:
    """Return whether it is on a body, is said twice, is coloured, or has something done to it."""
    if key == second_of(after):  # house to house, day by day
        return True
    if after[0] in WORDS["qualities"] or (key in FALLS and after[0] in WORDS[key]):
        return True
    if key == "chance" and after[0] == "to" and not WORDS["chance_met"].isdisjoint(after[2:]):
        return True
    if key in WORDS["surfaces"] and after[0] in WORDS["sides"]:
        return leads_to_body(after[1:])
    if key in WORDS["surfaces"] and _is_said_of_marks(after):
        return True
    done = key in WORDS["commons"] and after[0] in WORDS["done_to_things"]
    return done and not is_willing(after) and second_of(after) in ENDS_ACT - OBJECTS


def _is_said_of_marks(after: list[str]) -> bool:
    """Return whether what follows befalls marks: `Mark healed`, `Mark noticed at clinic`."""
    first, second = after[0], second_of(after)
    if first in WORDS["marks_do"]:
        return True
    if first in WORDS["marks_are"]:
        return second in WORDS["sides"] | {"as", "during", "when"}
    measured = first in ("measured", "measures", "measuring")
    return measured and (second[:1].isdigit() or second.startswith(("about", "approx")))


def _is_subject(key: str, after: list[str]) -> bool:
    """Return whether the word is who acts in its sentence, or whom it is said of."""
    first, second = after[0], second_of(after)
    if first in MANY_ARE and key.endswith("s"):
        return False
    if first in THINGS_ARE or (key == "rose" and first in ROSE_TO):
        return False
    never = first in WORDS["adjective_never"] and not (first == "round" and is_known(second))
    if first in NEVER or (key in ADJECTIVES and never):
        return True
    if first == "and":
        return second in THEIRS or (second in OTHERS and second_of(after[1:]) in PERSONS)
    if first == "to":  # what somebody is to do: `Hunter to chase`
        return key not in WORDS["wished_well"] | {"hope"} and second in BARE
    if after[:2] == ["about", "to"] or _is_where_people_are(key, without_adverbs(after)):
        return True
    return acts(after, strictly=key in ADJECTIVES)


def _is_where_people_are(key: str, after: list[str]) -> bool:
    """Return whether it is how people are, of which things are not: `on bail`, `in custody`."""
    first, second = second_of(["", *after]), second_of(after)
    if first in ("subject", "visible"):  # to a plan; inside
        return second in ("inside", "outside", "to", "upstairs")
    if first == "known":
        return second in ("as", "for", "to")
    if first == "due":
        return key not in WORDS["headings"]
    if first in ("off", "on") and second in WORDS["away"]:
        return True
    if first == "off" and second in ("nursery", "school", "work"):
        return True
    where = second_of(after[1:]) if second in DETERMINERS else second
    there = first in ("at", "in", "on", "outside") and where in WORDS["stands_where"]
    return there or (first == "in" and second in WORDS["in_which"])


def _is_thing(key: str, after: list[str]) -> bool:
    """Return whether the word is a noun, an adjective or a verb of English here."""
    first, second = after[0], second_of(after)
    if first == "of" and key not in MODALS:
        return is_what_it_is_of(second) and after[2:3] not in (["same"], ["view"], ["opinion"])
    if key in WORDS["orders"] and first in ORDERED and APPOSED.isdisjoint(after[1:4]):
        return True
    if key in DOINGS and DOINGS[key](first, second, after[2:3]):
        return True
    if first in BE:
        return (first in MANY_ARE and key.endswith("s")) or _is_so(key, after)
    if first in THINGS_ARE:
        return second not in PERSONS
    return qualifies(first, second) if key in ADJECTIVES else _goes_with(key, first, second)


def _rises(first: str, second: str, third: list[str]) -> bool:
    if first == "and":
        return is_act(second, "", strictly=False)
    raised = second in THEIRS and bool(third) and third[0] in WORDS["rose_from"]
    return first in ROSE_TO and (raised or second.strip("£")[:1].isdigit())


def _hopes(first: str, second: str, third: list[str]) -> bool:
    if first == "this":
        return second not in WORDS["times"]
    return first == "to" and not {second, "-".join([second, *third])}.isdisjoint(WORDS["hoped"])


def _reads(first: str, second: str, third: list[str]) -> bool:
    if first == "and":
        return is_past(second)
    return first in OBJECTS or first in WORDS["read"]


def _falls(first: str, second: str, third: list[str]) -> bool:
    return first in WORDS["fell_to"]


DOINGS = {"fell": _falls, "rose": _rises, "hope": _hopes, "read": _reads}


def _goes_with(key: str, first: str, second: str) -> bool:
    """Return whether a noun has beside it what makes one thing of both, or what is done to it."""
    thing = second if first == "and" else first
    if key in WORDS["modifiers"] and first in ("coloured", "scented", "shaped", "tinted"):
        return True
    if key in WORDS["modifiers"] and thing in WORDS["things"] and not base_of(thing, "s", "es"):
        return True
    if key not in WORDS["commons"]:
        return False
    if first == "and":
        return is_known(second) and second not in PERSONS | OBJECTS
    return first in WORDS["beside_things"] or is_of_no_person(first)


def _is_so(key: str, after: list[str]) -> bool:
    """Return whether it is said to be what only things are."""
    keeping = key in WORDS["surfaces"] and after[1:3] == ["in", "keeping"]
    hoped = key == "hope" and second_of(after) in ("that", "to")
    return keeping or hoped or second_of(after) in THINGS_ARE
