"""What each written word is to a cast: somebody's name, nearly one, a stranger's, or a word."""

import re
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from chronology.masking import vocabulary as v
from chronology.masking.cast import FIRST, SURNAME, Cast, is_title

LOWER, CAPITAL, UPPER = "lower", "capital", "upper"
PLACE_ENDS = v.listed("place_ends")
PIECES = re.compile(r"([A-Z][^\W\d_A-Z]{2,})([A-Z][^\W\d_A-Z]{2,})")
MEMORY = 200_000  # words kept; a review has some ten thousand


@dataclass(frozen=True, slots=True)
class Word:
    """A written word and everything that does not depend on where it stands."""

    text: str
    key: str
    shape: str
    exact: dict[int, int]
    near: dict[int, int]
    is_ordinary: bool
    is_title: bool
    is_first: bool
    is_surname: bool
    is_acronym: bool
    is_proper: bool
    starts_place: bool
    ends_place: bool
    may_join: bool
    is_english: bool
    is_family: bool
    is_slip: bool  # an ordinary word that is a first name of the family but for one letter
    people: dict[int, int] = field(init=False)
    matters: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "people", self.near | self.exact if self.near else self.exact)
        object.__setattr__(self, "matters", self.may_begin_name())

    @property
    def is_capital(self) -> bool:
        return self.shape != LOWER

    @property
    def is_listed(self) -> bool:
        return self.is_first or self.is_surname

    @property
    def is_first_of_cast(self) -> bool:
        """Return whether it is a first name of somebody in the cast, spelt as they spell it."""
        return any(part & FIRST for part in self.exact.values())

    @property
    def is_odd(self) -> bool:
        """Return whether it is a small word that no list explains."""
        known = self.is_ordinary or self.is_proper or self.is_title or self.is_acronym
        known = known or self.is_english
        return self.shape == LOWER and not known and len(self.key) > 2 and self.key.isalpha()

    @property
    def is_unknown(self) -> bool:
        """Return whether it is a capital word that no list explains."""
        return self.shape == CAPITAL and not (
            self.is_ordinary or self.is_acronym or self.is_proper or self.is_title
        )

    @property
    def is_shouted_name(self) -> bool:
        """Return whether it is a word in capitals that no list explains."""
        explained = self.is_ordinary or self.is_english or self.is_acronym or self.is_proper
        named = self.shape == UPPER and len(self.key) > 3 and self.key.isalpha()
        return named and not (explained or self.is_title)

    def may_begin_name(self) -> bool:
        """Return whether a name could begin here."""
        if (
            self.people
            or self.is_slip
            or self.may_join
            or self.is_family
            or self.is_odd
            or (self.shape == UPPER and ("." in self.text or self.is_shouted_name))
        ):
            return True
        named = self.is_title or self.is_listed or self.is_unknown or len(self.key) == 1
        return (self.is_capital and named) or self.text in ("mr", "mrs", "ms", "miss")


class Lexicon:
    """Looks a written word up once and remembers it; lives in the cast's own memory."""

    def __init__(self, cast: Cast) -> None:
        self.names = cast.names
        self.letters = cast.letters
        self.places = cast.places
        self.fuzzy = [key for key in cast.names if len(key) > 2 and not v.is_acronym(key)]
        self.misspelt = cast.misspelt
        self.sounds: dict[str, dict[int, int]] = {}
        for name in self.fuzzy:
            self.sounds.setdefault(v.sound_of(name), {}).update(cast.names[name])
        self.family = {each.order for each in cast.people if each.category == "family"}
        self.begin = {each.order: (each.initials, each.last_initials) for each in cast.people}
        self.labels = frozenset(label.casefold() for label in cast.labels())
        self.words: dict[str, Word] = {}
        self.heads: dict[str, list[tuple[str, dict[int, int]]]] = {}
        for name, people in cast.names.items():
            if len(name) > 2:
                self.heads.setdefault(name[0], []).append((name, people))
        self.slips: dict[tuple[str, int], frozenset[int]] = {}

    @classmethod
    def of(cls, cast: Cast) -> "Lexicon":
        if "lexicon" not in cast.memory:
            cast.memory["lexicon"] = cls(cast)
        return cast.memory["lexicon"]

    def word(self, text: str) -> Word:
        found = self.words.get(text)
        if found is None:
            if len(self.words) > MEMORY:
                self.words.clear()
            found = self.words[text] = self._read(text)
        return found

    def _read(self, text: str) -> Word:
        key = v.fold(text)
        key = v.SPELT.get(text.lower(), key)
        shape = shape_of(text)
        exact = self.names.get(key, {}) or self._halves(text)
        if not exact and shape == UPPER and key in self.letters:
            exact = self.letters[key]
        if not exact and shape == CAPITAL:
            exact = self._run_together(text) or self._plural(key)
        ordinary = v.is_ordinary(key) or key in v.WEEKDAYS_MONTHS
        sure = exact and key not in self.misspelt
        if shape == CAPITAL and v.is_only_built(key) and self._near(key, shape, ordinary=False):
            ordinary = False
        english = not ordinary and v.is_english(key)
        spelt = sure or len(key) < 2 or (english and shape == LOWER)
        near = {} if spelt else self._near(key, shape, ordinary)
        plain = shape == CAPITAL and ordinary and not (exact or near or is_title(key))
        slip = plain and not self.family.isdisjoint(self.slip_of(key, FIRST))
        return Word(
            text, key, shape, exact, near, ordinary, is_title(key),
            v.is_first_name(key) or _are_first_names(text),
            v.is_surname(key), v.is_acronym(key),
            v.is_proper_noun(key) or is_camel(text),
            key in self.places, text in PLACE_ENDS, key in v.PARTICLES or key in v.GLUED,
            english, shape == CAPITAL and not exact and self._is_family(key), slip,
        )  # fmt: skip

    def _halves(self, text: str) -> dict[int, int]:
        """Return whose a double-barrelled word is when one of its halves is theirs."""
        if "-" not in text:
            return {}
        found: dict[int, int] = {}
        for half in text.split("-"):
            if len(half) > 3 and not v.is_ordinary(v.fold(half)):
                found |= self.names.get(v.fold(half), {})
        return found

    def _run_together(self, text: str) -> dict[int, int]:
        """Return whose first name and surname are written without a space: `StaceyHartley`."""
        pieces = PIECES.fullmatch(text)
        if not pieces:
            return {}
        first, last = (self.names.get(v.fold(piece), {}) for piece in pieces.groups())
        return {order: first[order] for order in first if order in last}

    def _plural(self, key: str) -> dict[int, int]:
        """Return whose name has the `s` of the possessive without its apostrophe."""
        name = key[:-1]
        if not key.endswith("s") or v.is_ordinary(name) or v.is_english(key) or is_title(key):
            return {}
        return {} if v.is_surname(key) else self.names.get(name, {})

    def _is_family(self, key: str) -> bool:
        """Return whether it is several of a surname that is a word too: `the Marshes`."""
        singles = [key[: -len(end)] for end in ("s", "es") if key.endswith(end)]
        return any(p & SURNAME for each in singles for p in self.names.get(each, {}).values())

    def _near(self, key: str, shape: str, ordinary: bool) -> dict[int, int]:
        """Return whose name the word is a misspelling of; never of an ordinary word or acronym."""
        if (ordinary and v.is_first_name(key)) or len(key) == 2:
            return (
                {} if v.is_plainly_ordinary(key) and len(key) == 2 else self._shortened(key, shape)
            )
        if ordinary or is_title(key) or v.is_proper_noun(key) or not _may_be_misspelt(key, shape):
            return {}
        limit = 2 if len(key) >= 7 else 1
        hits = process.extract(key, self.fuzzy, scorer=OSA.distance, score_cutoff=limit, limit=8)
        hits = [hit for hit in hits if hit[0] != key and hit[0] not in self.misspelt]
        best = min((hit[1] for hit in hits if self._credible(key, hit[0], hit[1])), default=None)
        if best is None:
            alike = self.sounds.get(v.sound_of(key)) if len(key) > 3 else None
            return alike or self._shortened(key, shape)
        found: dict[int, int] = {}
        for name, distance, _ in hits:
            if distance == best and self._credible(key, name, distance):
                found |= self.names[name]
        return found

    def slip_of(self, key: str, part: int) -> frozenset[int]:
        """Return whose name of this part an ordinary word is but for one letter: `Rub` for Ruby."""
        found = self.slips.get((key, part))
        if found is None:
            near = (
                people
                for name, people in self.heads.get(key[0], ())
                if -2 < len(name) - len(key) < 2 and OSA.distance(name, key) == 1
            )
            found = frozenset(n for people in near for n in people if people[n] & part)
            self.slips[key, part] = found
        return found

    def _shortened(self, key: str, shape: str) -> dict[int, int]:
        """Return whose of the family's first name the word is the beginning of."""
        if shape != CAPITAL or v.is_acronym(key) or is_title(key):
            return {}
        return {
            order: part
            for name, people in self.names.items()
            if len(name) - len(key) > 1 and name.startswith(key)
            for order, part in people.items()
            if part & FIRST and order in self.family
        }

    def _credible(self, key: str, name: str, distance: float) -> bool:
        if len(name) < 4 and key[0] != name[0]:
            return False
        if v.is_first_name(key) or v.is_surname(key):
            return distance < 2 and len(key) > 4
        return distance < 2 or (key[0] == name[0] and len(name) > 6)


def _are_first_names(text: str) -> bool:
    """Return whether it is two first names in one: `Kelly-Anne`."""
    halves = text.split("-") if text[:1].isupper() else []
    return len(halves) == 2 and all(v.is_first_name(v.fold(half)) for half in halves)


def _may_be_misspelt(key: str, shape: str) -> bool:
    if shape == CAPITAL:
        return not v.is_acronym(key)
    return len(key) >= 4


def shape_of(text: str) -> str:
    """Return whether a word is written small, with a capital, or in capitals."""
    if text[:1].islower() and not text[1:2].isupper():
        return LOWER
    return UPPER if len(text) > 1 and text.isupper() else CAPITAL if text[:1].isupper() else LOWER


def is_camel(text: str) -> bool:
    """Return whether capitals stand inside the word, as in the names of systems."""
    if text.isupper() or "-" in text or not text[1:].isalpha():
        return False
    inner = [at for at, letter in enumerate(text) if at and letter.isupper()]
    return bool(inner) and not text.startswith(("Mc", "Mac", "De", "Di", "Le", "La", "Fitz", "Van"))
