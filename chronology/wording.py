"""How an entry's words are shown: as written, or anonymised. Stored text never changes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from chronology.models import Entry, SameEvent

TEXTS = ("source", "event", "present", "child_voice", "action", "comment")


@dataclass(frozen=True, slots=True)
class Told:
    """An entry's words as one reader is shown them."""

    source: str
    event: str
    present: str
    child_voice: str
    action: str
    comment: str


class Wording(Protocol):
    """A way to show entries; `is_anonymised` says whether names are hidden."""

    is_anonymised: bool

    def tell(self, entry: Entry) -> Told: ...

    def date_raw(self, entry: Entry) -> str:
        """Return the date cell, which can hold more than a date."""

    def time_raw(self, entry: Entry) -> str:
        """Return the time cell, which can hold more than a time."""

    def place(self, key: str) -> str:
        """Return where a row stands, by the name of its file."""

    def words(self, text: str, *entries: Entry) -> str:
        """Return words drawn from entries: why two seem to be one event, how they differ."""

    def agency(self, entry: Entry) -> str:
        """Return what the agency is called."""


class AsWritten:
    """Every word as the agency wrote it."""

    is_anonymised = False

    def tell(self, entry: Entry) -> Told:
        return Told(*(getattr(entry, name) for name in TEXTS))

    def date_raw(self, entry: Entry) -> str:
        return entry.date_raw

    def time_raw(self, entry: Entry) -> str:
        return entry.time_raw

    def place(self, key: str) -> str:
        return key

    def words(self, text: str, *entries: Entry) -> str:
        return text

    def agency(self, entry: Entry) -> str:
        return entry.agency.name


def quoting(wording: Wording, pair: SameEvent) -> Callable[[str], str]:
    """Return how words drawn from two accounts are shown."""
    return lambda text: wording.words(text, pair.first, pair.second)
