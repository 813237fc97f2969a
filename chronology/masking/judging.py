"""Decides whether words that could be a name are one here."""

from collections.abc import Callable
from functools import reduce
from operator import or_

from chronology.masking.acts import acts
from chronology.masking.cast import FIRST, INITIALS, LETTERS, Cast
from chronology.masking.clauses import NAME, WORD, following, reading
from chronology.masking.contexts import says_person
from chronology.masking.grammar import (
    is_doer,
    is_family,
    is_here_a_word,
    is_post,
    is_sender,
    is_sent_there,
    is_spoken_to,
    says_nothing,
)
from chronology.masking.letters import NOT_INITIALS, are_initials, are_somebodys
from chronology.masking.lexicon import CAPITAL, LOWER, UPPER, Word
from chronology.masking.passage import Passage
from chronology.masking.runs import Run, is_slip_of_surname
from chronology.masking.slips import is_slip
from chronology.masking.small_names import is_small_name
from chronology.masking.vocabulary import (
    COURTESIES,
    NOBODY_IN_PARTICULAR,
    WEEKDAYS_MONTHS,
    is_ordinary,
    is_plainly_ordinary,
)

LISTING = frozenset([",", "&", "+", "/", ";"])


def is_name(passage: Passage, run: Run, cast: Cast) -> str:
    """Return why the run is a name, or nothing."""
    words = [passage.words[at] for at in run.names]
    if run.collar and not words:
        listed_number = f"{run.title} {run.collar}" in cast.phrases
        return "an officer's number" if listed_number or len(run.collar) > 2 else ""
    if words and _is_called_after(passage, run.names[-1]):
        return ""
    if run.title and _titled(passage, run, words):
        return "a title before it"
    if len(words) > 1 or (run.title and words and words[0].is_capital):
        return _several(passage, run, words, cast)
    return _single(passage, run.names[0]) if words else ""


def _is_called_after(passage: Passage, at: int) -> bool:
    """Return whether the word and the next are a thing that is called after somebody."""
    key, after = passage.words[at].key, passage.after(at)
    return any(f"{key} {each}" in NOBODY_IN_PARTICULAR for each in (after, after.removesuffix("s")))


def _titled(passage: Passage, run: Run, words: list[Word]) -> bool:
    if not words:
        return False
    first = words[0]
    if run.title in COURTESIES or len(words) == len(first.key) == 1:
        return True
    if is_slip_of_surname(passage, first):
        return True
    if first.people and not (first.is_ordinary and first.shape == LOWER):
        return True
    return first.is_capital and (not first.is_ordinary or first.is_listed) and first.key != "i"


def _several(passage: Passage, run: Run, words: list[Word], cast: Cast) -> str:
    phrase = " ".join(word.key for word in words)
    if phrase in NOBODY_IN_PARTICULAR:
        return ""
    if len(words[0].key) == 1 and _is_article(passage, run, words, cast):
        return ""
    if (phrase in cast.phrases and words[-1].is_capital) or any(
        _is_sure(passage, at) for at in run.names
    ):
        return "a name"
    if len(words[-1].key) == 1 or "-" in words[-1].text[1:2]:
        return "a first name and an initial"
    shared = set(words[0].people).intersection(*(w.people for w in words[1:]))
    if shared:
        return "a name of the cast"
    if len(words[0].key) == 1:
        return _initial_and_surname(passage, run, words)
    return _is_pair(passage, run, words)


def _is_pair(passage: Passage, run: Run, words: list[Word]) -> str:
    """Return why a first name and a surname in no cast are one, in either order."""
    first, last = words[0], words[-1]
    if first.is_shouted_name and last.is_listed and not last.is_ordinary:
        return "a surname and a first name"
    is_first = first.is_first or any(part & FIRST for part in first.people.values())
    is_surname = (last.is_surname or last.is_shouted_name) and last.shape != LOWER
    if is_first and is_surname and not is_here_a_word(passage, run.names[0]):
        return "a first name and a surname"
    return ""


def _is_article(passage: Passage, run: Run, words: list[Word], cast: Cast) -> bool:
    """Return whether what looks like an initial is the `A` with which a sentence begins."""
    first, last, at = words[0].key, words[-1], run.names[0]
    if first not in ("a", "i") or not last.is_ordinary or "." in passage.gap(at + 1):
        return False
    theirs = any(first in cast.people[each].initials for each in last.people)
    if theirs and last.shape == CAPITAL:
        return False
    if passage.shouts(at) and not theirs:
        return True
    return says_nothing(passage, at) and not is_doer(passage, run.names[-1])


def _initial_and_surname(passage: Passage, run: Run, words: list[Word]) -> str:
    last = words[-1]
    if last.is_ordinary and words[0].key == "i" and not last.people:
        return ""
    if last.is_ordinary and words[0].key == "a":
        return "an initial and a surname" if last.people or last.is_surname else ""
    if last.is_ordinary and is_here_a_word(passage, run.names[-1]):
        return ""
    return "an initial and a surname"


def _is_sure(passage: Passage, at: int) -> bool:
    """Return whether the word is a name wherever it stands."""
    word = passage.words[at]
    if word.is_ordinary or word.is_acronym or word.is_proper or len(word.key) == 1:
        return False
    if word.people:
        return bool(word.exact) or not (word.is_english and says_nothing(passage, at))
    return word.is_listed or (word.is_unknown and not passage.begins(at))


def _single(passage: Passage, at: int) -> str:
    word = passage.words[at]
    if word.exact:
        return "a name of the cast" if _exact(passage, at, word) else ""
    if word.near:
        return "nearly a name of the cast" if _near(passage, at, word) else ""
    if word.is_family and is_family(passage, at):
        return "a family of the cast"
    if word.is_slip and is_slip(passage, at):
        return "nearly a name of the cast"
    return "a name in no cast" if _unlisted(passage, at, word) else ""


def _exact(passage: Passage, at: int, word: Word) -> bool:
    parts = reduce(or_, word.exact.values())
    if parts == LETTERS:
        return "." in word.text or are_somebodys(passage, at)
    if word.shape == UPPER and (parts == INITIALS or word.is_acronym):
        return are_initials(passage, at, word)
    if parts == INITIALS:
        return False
    first = bool(parts & FIRST)
    if word.is_english and _is_rare_word(passage, at, word, first):
        return False
    return not word.is_ordinary or _ordinary_word(passage, at, word, first)


def _is_rare_word(passage: Passage, at: int, word: Word, is_first: bool) -> bool:
    """Return whether a name that only a dictionary explains is that word here: `flame spread`."""
    if word.shape == LOWER:
        told = passage.stands_alone(at) or _is_among_people(passage, at)
        return not (is_first and (told or is_small_name(passage, at)))
    plain = passage.begins(at) and not (passage.is_owner(at) or is_doer(passage, at))
    word_here = is_here_a_word(passage, at) or reading(passage, at, is_first=is_first) == WORD
    return plain and word_here


def _ordinary_word(passage: Passage, at: int, word: Word, is_first: bool) -> bool:
    """Return whether an ordinary word is the cast's name here, in whatever case it is written."""
    if word.shape == LOWER:
        alone = passage.stands_alone(at) or _is_among_people(passage, at)
        return is_first and (alone or is_small_name(passage, at))
    if word.shape == UPPER and not passage.shouts(at):
        return True
    return _capital_word(passage, at, is_first)


def _is_among_people(passage: Passage, at: int) -> bool:
    """Return whether a word in small letters is listed with names: `Kay, autumn & Zoe`."""
    before, last = passage.gap(at).strip(), at == len(passage.words) - 1
    if before in ("-", "–", ":") and not last and passage.gap(at + 1).strip() in LISTING:
        following = passage.words[at + 1]
        return bool(following.people) and following.is_capital and not following.is_ordinary
    if not at or before not in LISTING or not passage.words[at - 1].people:
        return False
    if not passage.words[at - 1].is_capital:
        return False
    after = passage.text[passage.ends[at] :].strip()[:1] if last else passage.gap(at + 1).strip()
    return after in LISTING or (before != "," and after in ("", "."))


def _capital_word(passage: Passage, at: int, is_first: bool) -> bool:
    """Return whether an ordinary word with a capital is the cast's name here."""
    if passage.is_owner(at) or is_family(passage, at):
        return is_first or not is_post(passage, at)
    if is_here_a_word(passage, at):
        return False
    if not says_nothing(passage, at) or is_doer(passage, at):
        return True
    if passage.begins(at) and (read := reading(passage, at, is_first=is_first)):
        return read == NAME
    if passage.shouts(at) and not passage.begins(at):
        if is_first and (passage.after(at) in ("has", "had") or is_spoken_to(passage, at)):
            return True
        return is_sender(passage, at)
    return is_first


def _near(passage: Passage, at: int, word: Word) -> bool:
    if word.is_ordinary:
        return word.shape == CAPITAL and _capital_word(passage, at, is_first=True)
    if word.is_english and says_nothing(passage, at):
        return is_doer(passage, at) or passage.is_owner(at)
    if word.shape != LOWER:
        return not (word.shape == UPPER and word.is_acronym)
    if is_spoken_to(passage, at) or is_doer(passage, at) or passage.is_owner(at):
        return True
    if passage.before(at) == "from":
        return True
    return len(word.key) > 4 and not is_a_slip(word.key)


def is_a_slip(
    key: str, *, lost: bool = True, of: Callable[[str], bool] = is_plainly_ordinary
) -> bool:
    """Return whether a word is an ordinary one with two letters changed about, or one too many."""
    swapped = (key[:n] + key[n + 1] + key[n] + key[n + 2 :] for n in range(len(key) - 1))
    dropped = (key[:n] + key[n + 1 :] for n in range(len(key))) if lost else ()
    return any(of(each) for each in (*swapped, *dropped))


def _unlisted(passage: Passage, at: int, word: Word) -> bool:
    if word.is_odd and passage.stands_alone(at):
        return True
    if word.shape == LOWER:
        return word.is_first and not word.is_ordinary and len(word.key) > 3
    if word.shape == UPPER:
        if "." in word.text:
            return not (word.is_acronym or word.is_ordinary or word.key in NOT_INITIALS)
        known = word.is_ordinary or word.is_acronym or word.is_proper
        return word.is_listed and not known and len(word.key) > 3
    if word.is_title or (word.is_proper and not says_person(passage.after(at))):
        return False
    if word.is_listed and not word.is_ordinary and not word.is_acronym:
        return True
    if word.is_ordinary:
        return word.is_first and _capital_first(passage, at, word)
    return _unknown(passage, at, word)


def _capital_first(passage: Passage, at: int, word: Word) -> bool:
    """Return whether an ordinary word that many are called is somebody here."""
    if word.key in WEEKDAYS_MONTHS or is_here_a_word(passage, at):
        return False
    if passage.begins(at):
        return passage.is_owner(at) or is_sent_there(passage, at)
    beside = passage.words[at - 1 : at] if passage.before(at) else []
    beside = beside + (passage.words[at + 1 : at + 2] if passage.after(at) else [])
    return not any(w.shape == CAPITAL and w.is_ordinary for w in beside)


def _unknown(passage: Passage, at: int, word: Word) -> bool:
    if word.shape != CAPITAL or not word.is_unknown or len(word.key) < 3 or not word.key.isalpha():
        return False
    if is_a_slip(word.key, lost=False) or (word.is_english and passage.begins(at)):
        return False
    after = passage.after(at)
    told = after in ("home", "keywork", "session", "to") or says_person(after)
    told = told or not passage.begins(at) or passage.is_owner(at)
    strange = not (word.is_english or is_a_slip(word.key, of=is_ordinary))
    return told or (strange and acts(following(passage, at), strictly=True))
