"""Finds where names begin and end: title, initial, first name, surname, in any order and case."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from chronology.masking.acts import VERBS
from chronology.masking.cast import FIRST, INITIALS, LETTERS, SURNAME
from chronology.masking.clauses import WORD, reading
from chronology.masking.grammar import is_here_a_word, is_verb
from chronology.masking.letters import ends_name, stands_for_title
from chronology.masking.lexicon import CAPITAL, LOWER, UPPER, Word
from chronology.masking.passage import ABBREVIATED, Passage
from chronology.masking.vocabulary import COURTESIES, GLUED, PARTICLES, WEEKDAYS_MONTHS

POLICE = frozenset(
    [
        "pc",
        "wpc",
        "pcso",
        "dc",
        "wdc",
        "ps",
        "ds",
        "di",
        "dci",
        "insp",
        "sgt",
        "sergeant",
        "inspector",
    ]
)
LONGEST = 5
SMALL_TITLES = frozenset(["mr", "mrs", "ms"])


@dataclass(frozen=True, slots=True)
class Run:
    """Words `start` to `stop` that may name one person; `names` are those of the name itself."""

    start: int
    stop: int
    title: str
    collar: str
    names: tuple[int, ...]


def run_at(passage: Passage, at: int, taken: set[int]) -> Run:
    """Return the run that begins here; it may be empty."""
    words, start = passage.words, at
    title, collar, at = _title_at(passage, at, taken)
    names: list[int] = []
    while at < len(words) and len(names) < LONGEST and at not in taken:
        joined = at == start or _close(passage, at) or _dotted(passage, at, names)
        if not joined and (title or not _reversed(passage, at, names)):
            break
        if not _continues(passage, at, names, title):
            break
        names.append(at)
        at += 1
        if _is_letter(words[names[-1]]) and not _leads_to_name(passage, names[-1]):
            break
    while names and (words[names[-1]].key in PARTICLES and words[names[-1]].shape == LOWER):
        names.pop()
    if not names and not collar and words[start].exact:  # initials that are also a title
        return Run(start, start + 1, "", "", (start,))
    stop = names[-1] + 1 if names else start + bool(title) + bool(collar)
    return Run(start, stop, title, collar, tuple(names))


def _title_at(passage: Passage, at: int, taken: set[int]) -> tuple[str, str, int]:
    """Return the title and the officer's number that begin here, and where the name begins."""
    words, title, collar = passage.words, "", ""
    if words[at].is_title and _is_written_title(passage, at):
        title, at = words[at].key, at + 1
        if title in POLICE and _is_collar(passage, at) and at not in taken:
            collar, at = words[at].key, at + 1
        if _is_second_title(passage, at):
            title, at = words[at].key, at + 1
    return title, collar, at


def _is_collar(passage: Passage, at: int) -> bool:
    """Return whether an officer's number stands here."""
    return at < len(passage.words) and passage.words[at].key.isdigit() and _close(passage, at)


def _is_second_title(passage: Passage, at: int) -> bool:
    """Return whether another title stands here with a name after it (`SW SW Clegg`)."""
    words = passage.words
    if at + 1 >= len(words) or not (words[at].is_title and words[at].is_capital):
        return False
    if not (_close(passage, at) and _close(passage, at + 1)):
        return False
    name = words[at + 1]
    return name.is_capital and (bool(name.people) or not name.is_ordinary)


def _is_written_title(passage: Passage, at: int) -> bool:
    word = passage.words[at]
    if word.is_capital:
        return True
    following = passage.words[at + 1] if at + 1 < len(passage.words) else None
    if word.key not in COURTESIES or following is None:
        return False
    if word.text == "miss" and is_verb(passage, at):
        return False
    letter = len(following.key) == 1 and word.text in SMALL_TITLES and following.key.isalpha()
    return bool(following.people or following.is_surname or following.is_odd or letter)


def _close(passage: Passage, at: int) -> bool:
    """Return whether only a space, or the full stop of a title or an initial, stands before."""
    gap = passage.gap(at)
    if not gap.strip():
        return bool(gap)
    before = passage.words[at - 1]
    return gap.strip() in (".", "'", "’") and (
        before.text.lower() in ABBREVIATED or len(before.key) == 1
    )


def _dotted(passage: Passage, at: int, names: list[int]) -> bool:
    """Return whether a dot or a line joins two parts of one name: `stacey.hartley`."""
    if not names or passage.gap(at) not in (".", "_"):
        return False
    last, word = passage.words[names[-1]], passage.words[at]
    return any(last.people[p] & FIRST and word.people.get(p, 0) & SURNAME for p in last.people)


def _reversed(passage: Passage, at: int, names: list[int]) -> bool:
    """Return whether `HARTLEY, Stacey` goes on after its comma."""
    if not names or passage.gap(at).strip() != ",":
        return False
    last, word = passage.words[names[-1]], passage.words[at]
    if any(passage.words[n].key not in PARTICLES | GLUED for n in names[:-1]):
        return False
    if not (word.is_capital and last.is_capital):  # `in the street, Patience King`
        return False
    shared = [p for p in last.people if last.people[p] & SURNAME and word.people.get(p, 0) & FIRST]
    if shared:
        return last.shape == UPPER or not _is_first(last)
    unlisted = last.shape == UPPER and (
        last.is_surname or (last.is_shouted_name and not last.people)
    )
    unlisted = unlisted and not last.is_ordinary
    return unlisted and word.shape == CAPITAL and word.is_first and not word.people


def _is_first(word: Word) -> bool:
    """Return whether the word is somebody's first name too."""
    return any(part & FIRST for part in word.people.values())


def _continues(passage: Passage, at: int, names: list[int], title: str) -> bool:
    word = passage.words[at]
    if _is_particle(word):
        name = _leads_to_name(passage, at)
        if name or not (word.is_first or len(word.key) == 1):
            return bool(name and (names or title or word.is_capital or name.people))
    if _is_letter(word):
        return _is_letter_of_name(passage, at, names, title)
    if not names:
        alone = word.is_odd and passage.stands_alone(at)
        return _opens(word, title) or alone or (bool(title) and is_slip_of_surname(passage, word))
    return _goes_on(passage.words[names[-1]], word)


def _is_letter(word: Word) -> bool:
    """Return whether it is one letter, or the two of a double-barrelled name: `A-C`."""
    return len(word.key) == 1 or (len(word.text) == 3 and word.text[1] == "-")


def _is_letter_of_name(passage: Passage, at: int, names: list[int], title: str) -> bool:
    """Return whether a single letter is an initial, before a name or in the place of one."""
    if _is_half(passage, at):
        return False
    leads = len(passage.words[at].key) == 1 and bool(_leads_to_name(passage, at))
    leads = leads and not (names and _ends_sentence(passage, at))
    if names and len(passage.words[names[-1]].key) > 1:
        return not leads and ends_name(passage, at)
    if leads:
        return passage.words[at].is_capital
    return bool(title) and not names and stands_for_title(passage, at, title)


def _ends_sentence(passage: Passage, at: int) -> bool:
    """Return whether the initial closes a name and a word begins what follows: `Marky W. Day`."""
    if "." not in passage.gap(at + 1) or not passage.words[at + 1].is_ordinary:
        return False
    return ends_name(passage, at) and reading(passage, at + 1) == WORD


def _is_half(passage: Passage, at: int) -> bool:
    """Return whether a single letter belongs to the one before it, as in `N/A`."""
    return passage.gap(at).endswith("/") and (not at or len(passage.words[at - 1].key) < 3)


def _is_particle(word: Word) -> bool:
    if word.exact:
        return False
    return word.key in PARTICLES or (word.key in GLUED and word.is_capital)


def _leads_to_name(passage: Passage, at: int) -> Word | None:
    """Return the name that an initial or particles stand before, if they do."""
    if at + 1 >= len(passage.words):
        return None
    if not (_close(passage, at + 1) or passage.gap(at + 1) in ("-", ".")):
        return None
    word = passage.words[at + 1]
    if _is_particle(word):
        return _leads_to_name(passage, at + 1)
    ordinary = "." in passage.gap(at + 1) and word.is_ordinary
    if ordinary and (not word.people or is_here_a_word(passage, at + 1)):  # `Marky W. Day unit`
        return None
    is_name = word.is_capital and (word.people or word.is_listed or word.is_unknown)
    return word if is_name else None


def _opens(word: Word, title: str) -> bool:
    if word.shape == LOWER:
        if not title and (word.is_ordinary or word.is_english) and not _is_first(word):
            return False  # `liaison nurse D Speed`, where somebody's surname is Nurse
        told = bool(word.people) or (word.is_listed and not word.is_ordinary)
        return told or (title in COURTESIES and word.is_odd)
    if title in COURTESIES and not word.is_title:
        plain = word.shape == UPPER and word.is_ordinary
        return (word.is_capital and not plain) or bool(word.people) or word.is_listed
    told = bool(word.people) or word.is_listed or word.is_unknown or "." in word.text
    told = told or word.is_family
    return told or word.is_shouted_name


def is_slip_of_surname(passage: Passage, word: Word) -> bool:
    """Return whether an ordinary word is a surname of the cast but for one letter: `SW Bard`."""
    plain = word.shape == CAPITAL and word.is_ordinary and not word.people and len(word.key) > 3
    return plain and bool(passage.lexicon.slip_of(word.key, SURNAME))


def with_slip(passage: Passage, run: Run, taken: set[int]) -> Run:
    """Return the run, the first name that is spelt as another word with it: `Rub Snow`."""
    at = run.start - 1
    if run.title or not run.names or at < 0 or at in taken or passage.gap(run.start) != " ":
        return run
    word, surname = passage.words[at], passage.words[run.names[0]]
    plain = word.shape == CAPITAL and word.is_ordinary and not (word.people or word.is_title)
    if not plain or word.key in VERBS["past"]:
        return run
    own = {n for n, part in surname.people.items() if part & SURNAME}
    slip = not own.isdisjoint(passage.lexicon.slip_of(word.key, FIRST))
    return replace(run, start=at) if slip else run


def _goes_on(last: Word, word: Word) -> bool:
    """Return whether a word goes on with the name whose last word is given."""
    if len(last.key) == 1 or _is_particle(last):
        return True
    shared = [p for p in word.people if p in last.people]
    if word.shape == LOWER and word.is_ordinary:
        return any(last.people[p] & FIRST and word.people[p] & SURNAME for p in shared)
    if shared:
        return True
    if word.shape == LOWER or word.key in WEEKDAYS_MONTHS:
        return False
    if word.people:
        surname = not _is_first(word) and any(part & SURNAME for part in word.people.values())
        return surname and not any(part & (INITIALS | LETTERS) for part in last.people.values())
    return _is_surname_like(last, word)


def _is_surname_like(last: Word, word: Word) -> bool:
    if word.is_surname and not word.is_ordinary:
        return True
    if word.shape == UPPER:
        known = last.is_first or _is_first(last) or last.is_shouted_name
        long = len(word.key) > 4 or last.shape == UPPER  # `Skye BIBA`: brought in by ambulance
        return (word.is_shouted_name and known and long) or (word.is_surname and len(word.key) > 3)
    return word.is_unknown or (word.is_surname and (last.is_first or _is_first(last)))


def runs_in(passage: Passage, taken: set[int]) -> Iterator[Run]:
    """Yield every run of words that may be a name, left to right, none overlapping."""
    at = 0
    while at < len(passage.words):
        if at in taken or not passage.words[at].matters:
            at += 1
            continue
        run = run_at(passage, at, taken)
        if run.names or run.collar:
            yield run
        elif passage.words[at].is_slip:
            yield Run(at, at + 1, "", "", (at,))
        at = max(run.stop, at + 1)
