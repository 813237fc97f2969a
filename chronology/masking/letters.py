"""Single letters and initials that stand for somebody: `Ms H.`, `SW B`, `Rosie A.`, `AB`."""

from chronology.masking.cast import FIRST, SURNAME
from chronology.masking.grammar import DETERMINERS, is_doer, is_spoken_to
from chronology.masking.lexicon import Word
from chronology.masking.passage import Passage
from chronology.masking.vocabulary import COURTESIES, fold, listed

GOES_ON = frozenset("/&+-")  # the letter is the first of an abbreviation: `SW H/V`, `A&E`
ENDS = frozenset(".,;:)('’/!?\"”–-\n")
OF_A_PERSON = frozenset(
    [
        "by",
        "from",
        "with",
        "of",
        "re",
        "per",
        "and",
        "cc",
        "to",
        "informed",
        "for",
        "completed",
        "chaired",
        "signed",
        "recorded",
        "written",
        "visited",
    ]
)
DONE_BY = frozenset(["chaired", "completed", "prepared", "recorded", "signed", "typed", "written"])
# Written so often for a role, a place or a time that they are nobody's initials.
NOT_INITIALS = listed("not_initials")
SMALL_WORDS = frozenset(["am", "pm", "it", "ok", "tv", "uk", "pe", "ni", "od"])
ARTICLES = frozenset(["a", "an", "the", "no", "this"])
LISTS = frozenset(["", ";", "/", "&", "+", ",", "."])


def stands_for_title(passage: Passage, at: int, title: str) -> bool:
    """Return whether the letter at `at` is all that is written of a name after its title."""
    word = passage.words[at]
    letter, behind = word.text, passage.text[passage.ends[at] : passage.ends[at] + 2]
    gap = passage.gap(at)
    small = letter.islower() and passage.words[at - 1].text not in ("mr", "mrs", "ms")
    if small or not letter.isalpha() or gap.strip(" \t.") or "\n" in gap or not gap:
        return False
    if behind[:1] and behind[0] in GOES_ON and _is_abbreviation(passage, at):
        return False
    written = f"{passage.words[at - 1].text} {letter}".casefold()
    if written in passage.lexicon.labels:
        return False
    return title in COURTESIES or (letter != "I" and not passage.shouts(at))


def _is_abbreviation(passage: Passage, at: int) -> bool:
    """Return whether a letter is joined to another one: `H/V`, `A&E`."""
    other = at + 1 < len(passage.words) and len(passage.words[at + 1].key) == 1
    return other and passage.gap(at + 1).strip() in GOES_ON


def ends_name(passage: Passage, at: int) -> bool:
    """Return whether a letter is the initial of the other half of a name: `Rosie A.`, `King M`."""
    before, letter = passage.words[at - 1], passage.words[at].text
    if not letter.isupper() or passage.gap(at) not in (" ", "  ") or _is_abbreviation(passage, at):
        return False
    behind = passage.text[passage.ends[at] : passage.ends[at] + 1]
    stops = not behind or behind in ENDS
    if any(_is_other_half(passage, order, part, letter) for order, part in before.people.items()):
        return letter != "I" or stops
    known = before.is_first and before.is_capital and not before.is_ordinary
    return stops and known and letter not in ("A", "I")


def _is_other_half(passage: Passage, order: int, part: int, letter: str) -> bool:
    firsts, lasts = passage.lexicon.begin[order]
    key = fold(letter)[:1]
    return (bool(part & FIRST) and key in lasts) or (bool(part & SURNAME) and key in firsts)


def are_somebodys(passage: Passage, at: int) -> bool:
    """Return whether capitals that the cast's names begin with stand for somebody here.

    Those that mean something else mostly do only where a person is expected: alone in brackets or
    in a list of people, as who acts or is spoken to, as the signature at the end.
    """
    word = passage.words[at]
    if word.is_title or passage.shouts(at):
        return False
    if passage.after(at).isdigit() or passage.before(at).isdigit():
        return False
    if not (word.is_acronym or word.is_ordinary or word.key in listed("not_initials")):
        return True
    if word.key in listed("not_initials"):
        return False
    return _is_where_people_stand(passage, at)


def _is_where_people_stand(passage: Passage, at: int) -> bool:
    before, gap = passage.before(at), passage.gap(at).strip()
    behind = passage.text[passage.ends[at] :].lstrip(" ")[:1]
    if passage.context.cell == "present" and gap[-1:] in LISTS and behind[:1] in LISTS:
        return True
    if passage.stands_alone(at) or is_doer(passage, at) or is_spoken_to(passage, at):
        return True
    if gap.endswith("(") and behind == ")":
        return True
    if passage.context.cell == "source" and behind in ("", ")"):
        return True
    if passage.after(at) == "to" and passage.after(at + 1) in listed("base_verbs"):
        return True
    if before == "by" and passage.before(at - 1) in DONE_BY:
        return True
    signs = passage.begins(at) and at > 0
    return (signs and behind in ("", ".", ":")) or (
        before in OF_A_PERSON and behind in ("", ".", ";", ",")
    )


def are_initials(passage: Passage, at: int, word: Word) -> bool:
    """Return whether capitals that are somebody's initials stand for them here."""
    if "." in word.text:
        return True
    if word.key in NOT_INITIALS:
        told = passage.before(at) in ("re", "saw")
        return told or (word.key in SMALL_WORDS and _is_somebody(passage, at))
    if passage.after(at).isdigit():
        return False
    if word.is_acronym and passage.before(at) in ARTICLES:
        return False
    return not word.is_ordinary or not passage.shouts(at)


def _is_somebody(passage: Passage, at: int) -> bool:
    """Return whether letters that mean something else mostly stand where only a person can."""
    before = passage.before(at)
    if before[:1].isdigit() or passage.shouts(at):
        return False
    if passage.words[at].key in ("am", "pm"):
        return before not in DETERMINERS | {"in"}
    if passage.stands_alone(at) or is_doer(passage, at) or is_spoken_to(passage, at):
        return True
    return passage.begins(at) and passage.after(at) == "not"
