"""What tells, in a finished text, that a word which may be a name or initials is somebody's.

The scan for leaks reads these signs off the bare text by itself; the mask has its own grammar.
"""

import re
from dataclasses import dataclass

from chronology.masking.saying import says_what_somebody_does
from chronology.masking.vocabulary import WEEKDAYS_MONTHS, families, is_ordinary, listed

TOKEN = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
MASKED = "\x00"  # what a label was blanked with
SIGNS_OFF = re.compile(r"(?:completed|chaired|signed|written|recorded|agreed)(?:\sby)?$")
AMONG = frozenset(";,/&+")
QUOTES = frozenset('"“”')
JOINED_AFTER = re.compile(r"(?:\s(?:and|&|\+|/)|,|/|;)\s?\x00")
LISTED_BEFORE = re.compile(r"(?:\x00|^)(?:,|;|/|\s(?:and|&|\+|/))\s?$")
JOINED_BEFORE = re.compile(r"\x00\s?(?:and|&|\+)\s$")
SPEAKS = re.compile(r":\s?[\"“\x00]")
LISTED_AFTER = re.compile(r"\s?[,;/.+&]")
ENDS = frozenset('.?!:;\n"“”•>*–')
MET = re.compile(r"\b(?:spoke|spoken|speaking|talked|visit|h/v|hv|call)\s(?:to|with)\s$")
SAID = re.compile(r"\b(?:said|says|states?d?|alleged|that|mum|dad|nan|uncle|aunt)\s$")
RELATED = re.compile(r"\b(?:mum|dad|mother|father|nan|gran|brother|sister)\s(?:and|not|or)\s$")
KIN = "cousin|brother|sister|uncle|aunt|auntie|friend|partner|boyfriend|girlfriend|son|daughter"
RELATIVE = re.compile(rf"\b(?:{KIN}),?\s$")
MET_BEHIND = re.compile(r"\s?(?:$|[,.;:)\"”'’/&+]|(?:and|re|about|in|by|who|on)\b)")
STOPPED = re.compile(r"\s?(?:$|[,.;:)\"”])")
BREAKS = ENDS | {",", "(", ")", "-", MASKED}
NEAR, FAR = 45, 4  # characters on either side that are read, words after that are
TOLD = re.compile(
    r"(?:,|\(|[-–])\s?(?:aged?\s)?(?:\d{1,2}\s?(?:yrs?|years?|y/?o|mths?|months?|/12)\b|(?P<kin>[a-z]+)\b)",
    re.IGNORECASE,
)
WORDS = families("signs")
GRAMMAR = families("grammar")
JOINING = WORDS["joining"] | WORDS["speech"]
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
ONLY_PAST = WORDS["only_past"]
AWAY = {("on", "sick"), ("on", "leave"), ("off", "school"), ("off", "sick"), ("next", "door")}
HOUSEHOLD = frozenset(
    ["boys", "brothers", "children", "family", "girls", "household", "kids", "siblings"]
)
COLOURS = frozenset(["black", "white"])
SPOKEN_OF = BEING | {
    "also",
    "must",
    "seen",
    "should",
    "whose",
    "late",
    "missing",
    "needed",
    "needs",
}
HOPED = frozenset(["he", "she", "that", "they", "this", "to"])
MODALS = frozenset(["can", "could", "did", "does", "will", "would"])
HOPING = frozenset(["hope", "will", "may"])


@dataclass(frozen=True, slots=True)
class Beside:
    """The words beside a word; empty where a sentence begins or ends."""

    before: str
    following: tuple[str, ...]
    begins: bool
    shouted: bool
    apart: str  # what stands at once after the word, when it is no space

    @property
    def after(self) -> str:
        return self.following[0] if self.following else ""

    @property
    def second(self) -> str:
        return self.following[1] if len(self.following) > 1 else ""

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Beside":
        left, right = text[max(0, start - NEAR) : start], text[end : end + NEAR]
        befores, afters = list(TOKEN.finditer(left)), list(TOKEN.finditer(right))
        gap = left[befores[-1].end() :] if befores else left
        masked = MASKED in gap
        gap = gap.rpartition(MASKED)[2]
        begins = bool(ENDS.intersection(gap)) or not (befores or left.strip(" -"))
        before = "" if begins or masked or not befores else befores[-1].group()
        following: list[str] = []
        at = 0
        for each in afters[:FAR]:
            if BREAKS.intersection(right[at : each.start()]):
                break
            following.append(each.group())
            at = each.end()
        around = left + text[start:end] + right
        others = [w for w in TOKEN.findall(left + right) if w.isalpha()]
        shouted = bool(others) and text[start:end].isupper() and not _has_small(around)
        return cls(before, tuple(following), begins, shouted, right.lstrip())


def _has_small(text: str) -> bool:
    return any(letter.islower() for letter in text)


def names_somebody(text: str, start: int, end: int, key: str, *, is_first: bool) -> bool:
    """Return whether a word with a capital that is English and a name too is somebody's name."""
    beside = Beside.of(text, start, end)
    before, apart = beside.before.lower(), not (beside.begins or beside.shouted)
    if text[end : end + 2] in ("'s", "’s"):
        post = beside.begins and not is_first and key in GRAMMAR["posts"]
        return not (post and beside.second.lower() in GRAMMAR["kept_in_post"])
    if _is_among_masked(text, start, end) or (apart and _are_several(beside, key)):
        return True
    pointed = before in POINTING and not (apart and before == "that")
    if pointed or (key in WEEKDAYS_MONTHS and _is_dated(beside)):
        return False
    if beside.after.lower() in HOPED and key in HOPING:
        return False
    if key == "waters" and beside.after.lower() in WORDS["waters_do"]:
        return False
    if _has_initial(beside) or _is_raised(text[start:end], beside):
        return True
    if beside.begins or beside.shouted:
        following = [word.lower() for word in beside.following]
        alone = is_first and not following and len(TOKEN.findall(text)) < 4
        opens = not before or before in JOINING
        said = opens and says_what_somebody_does(following, is_first=is_first)
        so = is_first and bool(following) and _is_so(beside.after, beside.second.lower())
        return alone or said or so or _is_told_of(beside) or (beside.shouted and before in SPEECH)
    return not _is_titled(beside.after)


def stand_for_somebody(text: str, start: int, end: int, key: str, *, is_acronym: bool) -> bool:
    """Return whether capitals that are the initials of somebody stand for them."""
    if text[end : end + 2].strip("/-:").isdigit() or text[max(0, start - 1) : start].isdigit():
        return False
    if not is_acronym and not is_ordinary(key):
        return True
    beside = Beside.of(text, start, end)
    if not beside.shouted and _stand_apart(text, start, end, key):
        return True
    if is_acronym and key in listed("not_initials") | listed("ranks"):
        return False
    if beside.before.lower() in POINTING or beside.shouted:
        return False
    refuses = beside.after.lower() in MODALS and beside.second.lower() == "not"
    return refuses or _does(beside) or beside.before.lower() in SPEECH | PLACED


def _is_told_of(beside: Beside) -> bool:
    """Return whether a bracket or a comma and an age or a relation come after."""
    told = TOLD.match(beside.apart)
    return bool(told) and (told["kin"] is None or told["kin"].lower() in WORDS["kin"])


def _is_so(after: str, second: str) -> bool:
    """Return whether it is what only people are or did, or are said to be about to do."""
    if after in MODALS:
        return second in families("verbs")["bare"] - WORDS["things_do"]
    if after == "said" and second in OF_PRAYER:
        return False
    if after in listed("people_are") - WORDS["things_are_too"] or after in ONLY_PAST:
        return True
    return (after, second) in AWAY or (after in PAST and second in POINTING | DONE_TO)


def _is_among_masked(text: str, start: int, end: int) -> bool:
    """Return whether the word is joined to somebody who is masked, or stands alone in quotes."""
    if text[start - 1 : start] in QUOTES and text[end : end + 1] in QUOTES and start:
        return True
    left, right = text[:start].rstrip(), text[end : end + 6]
    if JOINED_BEFORE.search(text[max(0, start - 6) : start]) or SPEAKS.match(right):
        return True
    if LISTED_BEFORE.search(text[max(0, start - 3) : start]) and right[:1] in ";,":
        return True
    return bool(JOINED_AFTER.match(right)) and (not left or left[-1] in '.:;\n\x00"“')


def is_family(text: str, start: int, end: int) -> bool:
    """Return whether `the` stands before more than one of a surname: `the Marshes`."""
    beside = Beside.of(text, start, end)
    apart = not (beside.begins or beside.shouted or _is_titled(beside.after))
    return apart and beside.before.lower() == "the"


def is_related(text: str, start: int) -> bool:
    """Return whether what somebody is to somebody stands before the word: `cousin Jaycee`."""
    return bool(RELATIVE.search(text[max(0, start - 14) : start]))


def _are_several(beside: Beside, key: str) -> bool:
    """Return whether a household is called by the word: `the Marsh children`, `the Marshes`."""
    if beside.before.lower() not in ("the", "both") or key in COLOURS:
        return False
    return beside.after.lower() in HOUSEHOLD


def is_met(text: str, start: int, end: int) -> bool:
    """Return whether a word in small letters is whom somebody met, or is beside a relative."""
    if SAID.search(text[max(0, start - 12) : start]):
        after = TOKEN.match(text[end + 1 : end + NEAR])
        return bool(after) and after.group() in listed("people_do") - SPOKEN_OF | ONLY_PAST
    if not MET_BEHIND.match(text, end):
        return False
    before = text[max(0, start - 20) : start]
    return bool(MET.search(before) or (RELATED.search(before) and STOPPED.match(text, end)))


def is_small_subject(text: str, start: int, end: int) -> bool:
    """Return whether an item begins with the word and goes on as only people do: `dawn asleep`."""
    if text[:start].rstrip(" ")[-1:] not in ("", ",", ".", ";", ":", "\n"):
        return False
    after = TOKEN.match(text[end + 1 : end + NEAR])
    return bool(after) and after.group() in listed("people_are") - WORDS["things_are_too"]


def stands_in_a_list(text: str, start: int, end: int) -> bool:
    """Return whether a word in small letters is an item of a list beside somebody masked."""
    alone = LISTED_BEFORE.search(text[max(0, start - 6) : start]) or not text[:start].strip()
    behind = text[end : end + 3]
    ends = not behind.strip() or LISTED_AFTER.match(behind)
    return bool(alone and ends and MASKED in text[max(0, start - 3) : end + 3])


def _has_initial(beside: Beside) -> bool:
    """Return whether the initial of a surname comes after."""
    letter = beside.after.removesuffix("'s").removesuffix("’s")
    return len(letter) == 1 and letter.isupper() and beside.after not in ("A", "I")


def _is_raised(written: str, beside: Beside) -> bool:
    """Return whether the word alone is in capitals, as names in police files are."""
    alone = not (beside.before.isupper() or (beside.after.isupper() and len(beside.after) > 1))
    raised = written.isupper() and len(written) > 3 and not beside.shouted
    return raised and alone and written not in ("WILL", "DEAR")


def _stand_apart(text: str, start: int, end: int, key: str) -> bool:
    """Return whether initials are all that a bracket holds, or sign the text."""
    if key in listed("not_initials") | listed("ranks"):
        return False
    before, behind = text[:start].rstrip(" "), text[end:].strip()
    listed_here = before[-1:] in AMONG or not before
    if listed_here and behind[:1] in AMONG and behind and MASKED in before[-3:] + behind[:3]:
        return True
    if (before[-1:] == "(" and behind[:1] == ")") or SIGNS_OFF.search(before[-12:]):
        return True
    if behind.startswith("to ") and behind[3:].split(" ")[0] in listed("base_verbs"):
        return True
    if behind in ("", ".") and (before[-1:] in (".", "-", "–", ",", "/") or not before):
        return True
    return before[-1:] in (".", "") and behind[:1] == ":"


def _is_dated(beside: Beside) -> bool:
    before, after = beside.before.lower(), beside.after.lower()
    joined = before == "and" and after in listed("people_do")  # `and May thinks`
    dated = before[:1].isdigit() or after[:1].isdigit() or (before in MONTH_IN and not joined)
    dated = dated or (after in ("and", "or", "to") and beside.second.lower() in WEEKDAYS_MONTHS)
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
