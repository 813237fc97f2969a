"""Silence in the entries of a review: rows of the database become contacts of `gaps`."""

from collections.abc import Iterable

from chronology.dates import Precision
from chronology.gaps import Contact, Silence, silence
from chronology.models import Entry
from chronology.scope import Period


def contact(entry: Entry) -> Contact:
    return Contact(
        id=entry.pk,
        agency=entry.agency.name,
        start=entry.date_start,
        end=entry.date_end,
        precision=Precision(entry.precision),
        child_seen=entry.child_seen,
        seen_from=entry.child_seen_from,
        seen_alone=entry.seen_alone,
        child_heard=entry.child_heard,
        is_missed=entry.is_missed,
    )


def silence_in(entries: Iterable[Entry], scope: Period | None) -> Silence:
    """Return every span of silence in the entries, which come in order."""
    return silence([contact(entry) for entry in entries], scope=scope)
