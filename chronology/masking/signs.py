"""What tells, in a finished text, that a word which may be a name or initials is somebody's.

The scan for leaks reads these signs off the bare text by itself; the mask has its own grammar.
"""

import re
from dataclasses import dataclass

from chronology.masking.vocabulary import WEEKDAYS_MONTHS, families, is_ordinary, listed

TOKEN = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
ENDS = frozenset('.?!:;\n"“”•>*–')
NEAR = 45  # characters on either side that are read
WORDS = families("signs")
POINTING = WORDS["pointing"]
MONTH_IN = WORDS["month_in"]
SPEECH = WORDS["speech"]
BEING = WORDS["being"]
OF_PRAYER = WORDS["of_prayer"]
DONE_TO_THINGS = WORDS["done_to_things"]
ON_A_BODY = WORDS["on_a_body"]
PLACED = WORDS["placed"]
DONE_TO = WORDS["done_to"]
PAST = families("verbs")["past"]
HOPING = frozenset(["hope", "will", "may"])


@dataclass(frozen=True, slots=True)
class Beside:
    """The words beside a word; empty where a sentence begins or ends."""

    before: str
    after: str
    second: str
    begins: bool
    shouted: bool

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Beside":
        left, right = text[max(0, start - NEAR) : start], text[end : end + NEAR]
        befores, afters = list(TOKEN.finditer(left)), list(TOKEN.finditer(right))
        gap = left[befores[-1].end() :] if befores else left
        begins = bool(ENDS.intersection(gap)) or not (befores or left.strip())
        before = "" if begins or not befores else befores[-1].group()
        following: list[str] = []
        at = 0
        for each in afters[:2]:
            if (ENDS | {","}).intersection(right[at : each.start()]):
                break
            following.append(each.group())
            at = each.end()
        after, second = (*following, "", "")[:2]
        around = left + text[start:end] + right
        others = [w for w in TOKEN.findall(left + right) if w.isalpha()]
        shouted = bool(others) and text[start:end].isupper() and not _has_small(around)
        return cls(before, after, second, begins, shouted)


def _has_small(text: str) -> bool:
    return any(letter.islower() for letter in text)


def names_somebody(text: str, start: int, end: int, key: str, *, is_first: bool) -> bool:
    """Return whether a word with a capital that is English and a name too is somebody's name."""
    if text[end : end + 2] in ("'s", "’s"):
        return True
    beside = Beside.of(text, start, end)
    before = beside.before.lower()
    if before in POINTING or (key in WEEKDAYS_MONTHS and _is_dated(beside)):
        return False
    if beside.after.lower() == "to" and key in HOPING:
        return False
    if beside.begins or beside.shouted:
        subject = _is_subject(beside, text) if is_first else _has_done(beside)
        return subject or _does(beside) or (beside.shouted and before in SPEECH)
    return not _is_titled(beside.after)


def stand_for_somebody(text: str, start: int, end: int, key: str, *, is_acronym: bool) -> bool:
    """Return whether capitals that are the initials of somebody stand for them."""
    if text[end : end + 2].strip("/-:").isdigit() or text[max(0, start - 1) : start].isdigit():
        return False
    if not is_acronym and not is_ordinary(key):
        return True
    beside = Beside.of(text, start, end)
    if is_acronym and key in listed("not_initials") | listed("ranks"):
        return False
    if beside.before.lower() in POINTING or beside.shouted:
        return False
    return _does(beside) or beside.before.lower() in SPEECH | PLACED


def _is_subject(beside: Beside, text: str) -> bool:
    """Return whether a first name is followed by a verb, or stands for itself in a cell."""
    after, second = beside.after, beside.second.lower()
    if not after:
        return len(TOKEN.findall(text)) < 4
    if after.lower() in BEING:
        return after.lower() in ("has", "had") or second in ("not", "in", "a", "with")
    if after == "to":
        return second in listed("base_verbs") and second != "be"
    verb = after.islower() and after.endswith(("ed", "s")) and is_ordinary(after)
    bare = after in DONE_TO_THINGS or after in listed("base_verbs")
    return after == "DNA" or (verb and not bare)


def _has_done(beside: Beside) -> bool:
    """Return whether a surname is followed by what somebody did to somebody or something."""
    after, second = beside.after.lower(), beside.second.lower()
    past = after in PAST or (after.endswith("ed") and after not in DONE_TO_THINGS)
    return past and second in POINTING | DONE_TO


def _is_dated(beside: Beside) -> bool:
    before, after = beside.before.lower(), beside.after.lower()
    dated = before[:1].isdigit() or after[:1].isdigit() or before in MONTH_IN
    return dated or before in WEEKDAYS_MONTHS or after in WEEKDAYS_MONTHS


def _does(beside: Beside) -> bool:
    """Return whether what follows is what people do, and not what is done to things."""
    after, second = beside.after.lower(), beside.second.lower()
    if after in BEING:
        return second in listed("people_are")
    if (after == "said" and second in OF_PRAYER) or (after == "seen" and second in ON_A_BODY):
        return False
    return after in listed("people_do")


def _is_titled(word: str) -> bool:
    """Return whether a word beside has a capital for no other reason than a heading's."""
    return word[:1].isupper() and len(word) > 1 and is_ordinary(word.lower())
