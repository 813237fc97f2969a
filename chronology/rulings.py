"""Somebody says of single mentions who is meant, or that nobody is. The text stays as it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from django.db import transaction

from boards.govuk.words import counted
from boards.models import User
from chronology.anonymised import CELLS, Anonymised
from chronology.mentioned import read_again
from chronology.models import Entry, Meaning, Person, Ruling
from chronology.models.ruling import digest_of
from reviews.models import Review
from reviews.noting import log_about

MOST = 200  # mentions at once
SHORT = 16  # characters of a digest that pages send back
BACK = "portal"  # what the portal says counts again
SENTENCES = {
    Meaning.NOBODY: "nobody is meant, the words are left as they stand",
    Meaning.PERSON: "somebody of the cast is meant",
    BACK: "back to what the portal says",
}
CHANGED = (
    "The text of {number} has changed since this page was shown. Nothing was kept: "
    "look at them again."
)
OVERTAKEN = (
    "Somebody ruled on {number} while you were looking. Nothing was kept: look at them again."
)


class NotRuled(Exception):
    """Nothing was kept; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Place:
    """A mention as a page showed it: of which text, and which ruling stood there (0: none)."""

    entry: int
    cell: str
    start: int
    end: int
    digest: str
    ruling: int

    @classmethod
    def of(cls, entry: Entry, cell: str, start: int, end: int, ruling: Ruling | None) -> Self:
        digest = digest_of(getattr(entry, cell))[:SHORT]
        return cls(entry.pk, cell, start, end, digest, ruling.pk if ruling else 0)

    @classmethod
    def read(cls, sent: str) -> Self:
        """Return the place that a page sent back; raise ValueError where it is none."""
        entry, cell, start, end, digest, ruling = sent.split(".")
        numbers = [int(each) for each in (entry, start, end, ruling) if len(each) < 19]
        if cell not in CELLS or len(numbers) != 4 or min(numbers) < 0:
            raise ValueError(sent)
        return cls(numbers[0], cell, numbers[1], numbers[2], digest, numbers[3])

    def __str__(self) -> str:
        parts = (self.entry, self.cell, self.start, self.end, self.digest, self.ruling)
        return ".".join(map(str, parts))


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says of mentions; `person` where one of the cast is meant."""

    meaning: str
    person: Person | None = None
    because: str = ""

    def is_what_stands(self, ruling: Ruling | None) -> bool:
        if ruling is None or self.meaning == BACK:
            return ruling is None and self.meaning == BACK
        facts = (ruling.meaning, ruling.person_id, ruling.because)
        return facts == (self.meaning, self.person.pk if self.person else None, self.because)


@dataclass(frozen=True, slots=True)
class _News:
    """A place on which somebody rules, and what stands ruled there, be it of another text."""

    entry: Entry
    place: Place
    before: Ruling | None

    @classmethod
    def of(cls, place: Place, entry: Entry, standing: Mapping[tuple, Ruling]) -> Self:
        where = (place.entry, place.cell, place.start, place.end)
        return cls(entry, place, standing.get(where))

    @property
    def text(self) -> str:
        return getattr(self.entry, self.place.cell)

    @property
    def in_force(self) -> Ruling | None:
        """What is ruled of the text as it is."""
        return self.before if self.before and self.before.is_about(self.text) else None

    def is_new(self, said: Said) -> bool:
        return not said.is_what_stands(self.in_force)

    @property
    def is_overtaken(self) -> bool:
        """Whether the page showed another ruling than the one in force."""
        return self.place.ruling != (self.in_force.pk if self.in_force else 0)


def rule(review: Review, places: Sequence[Place], said: Said, *, by: User, at: datetime) -> int:
    """This is what the mentions mean from now on; return how many were not said to before.

    Raises NotRuled, and keeps nothing, where one of them is not what the page showed.
    """
    with transaction.atomic():
        rows = Entry.objects.filter(review=review, pk__in={place.entry for place in places})
        rows = rows.standing().select_for_update(of=("self",)).order_by("pk")
        entries = {entry.pk: entry for entry in rows.select_related("agency")}
        _check_places(review, places, entries)
        standing = {each.place: each for each in Ruling.objects.of(review)}
        news = [
            new
            for place in places
            if (new := _News.of(place, entries[place.entry], standing)).is_new(said)
        ]
        _check_rulings(news)
        kept = [_keep(new, said, by=by, at=at) for new in news]
        if kept:
            read_again(review, entries.values())
            _log(review, said, kept, by=by, at=at)
    return len(kept)


def take_back(review: Review, chosen: Iterable[int], *, by: User, at: datetime) -> int:
    """What the portal says counts again at these rulings; return how many stood until now."""
    with transaction.atomic():
        rulings = list(
            Ruling.objects.of(review).filter(pk__in=chosen).select_for_update(of=("self",))
        )
        for each in rulings:
            each.end_at(at, by=by)
        if rulings:
            read_again(review, _standing(review, {each.entry_id for each in rulings}))
            _log(review, Said(BACK), [each.pk for each in rulings], by=by, at=at)
    return len(rulings)


def _standing(review: Review, entries: set[int]) -> Iterable[Entry]:
    rows = Entry.objects.filter(review=review, pk__in=entries).standing()
    return rows.select_related("agency")


def _check_places(review: Review, places: Iterable[Place], entries: dict[int, Entry]) -> None:
    """Only what is a mention in the text as it stands may be ruled on."""
    wording = Anonymised.of(review)
    known = {pk: _places_in(entry, wording) for pk, entry in entries.items()}
    changed = [
        place
        for place in places
        if (place.cell, place.start, place.end, place.digest) not in known.get(place.entry, ())
    ]
    if changed:
        raise NotRuled(CHANGED.format(number=counted(len(changed), "mention")))


def _places_in(entry: Entry, wording: Anonymised) -> set[tuple[str, int, int, str]]:
    """Return every mention in an entry, and what was ruled to be one."""
    found: set[tuple[str, int, int, str]] = set()
    for cell in CELLS:
        digest = digest_of(getattr(entry, cell))[:SHORT]
        spans = wording.found_in(entry, cell)
        places = [*wording.mentions_in(entry, cell, spans), *wording.said_of(entry, cell)]
        found |= {(cell, each.start, each.end, digest) for each in places}
    return found


def _check_rulings(news: Iterable[_News]) -> None:
    overtaken = [new for new in news if new.is_overtaken]
    if overtaken:
        raise NotRuled(OVERTAKEN.format(number=counted(len(overtaken), "mention")))


def _keep(new: _News, said: Said, *, by: User, at: datetime) -> int:
    """What was said before is ended; return the ruling that is new, or else the one ended."""
    if new.before:
        new.before.end_at(at, by=by)
        if said.meaning == BACK:
            return new.before.pk
    place = new.place
    made = Ruling.objects.create(
        entry=new.entry,
        cell=place.cell,
        start=place.start,
        end=place.end,
        surface=new.text[place.start : place.end],
        digest=digest_of(new.text),
        meaning=said.meaning,
        person=said.person,
        because=said.because,
        by=by,
        at=at,
    )
    return made.pk


def _log(review: Review, said: Said, rulings: list[int], *, by: User, at: datetime) -> None:
    sentence = f"{counted(len(rulings), 'mention')} in the text: {SENTENCES[said.meaning]}."
    log_about(review, "rule_on_mentions", sentence, by=by, at=at, rulings=rulings)
