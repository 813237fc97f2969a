"""The entries that a reader sees, as far as silence and the timeline need them."""

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import QuerySet

from chronology.dates import Precision
from chronology.gaps import Contact
from chronology.models import Entry, Person
from chronology.reader import Reader

FIELDS = (
    "pk",
    "agency",
    "date_start",
    "date_end",
    "precision",
    "child_seen",
    "child_seen_from",
    "seen_alone",
    "child_heard",
    "is_missed",
)


def contacts_of(rows: QuerySet[Entry]) -> list[Contact]:
    """Return the rows in order, each by its agency's id; what a child said counts as heard."""
    spoke = set(rows.exclude(child_voice="").values_list("pk", flat=True))
    ordered = rows.in_order().values_list(*FIELDS)
    contacts = (
        Contact(pk, str(agency), start, end, Precision(precision), *marks)
        for pk, agency, start, end, precision, *marks in ordered.iterator(chunk_size=5000)
    )
    return [replace(one, child_heard=True) if one.id in spoke else one for one in contacts]


def contact_of(entry: Entry, agency: str) -> Contact:
    """Return the entry as a contact of the agency, under the name that it shall have."""
    return Contact(
        entry.pk,
        agency,
        entry.date_start,
        entry.date_end,
        Precision(entry.precision),
        entry.child_seen,
        entry.child_seen_from,
        entry.seen_alone,
        True if entry.child_voice else entry.child_heard,
        entry.is_missed,
    )


def of_each_child(reader: Reader, contacts: Iterable[Contact]) -> dict[str, list[Contact]]:
    """Return {label: the contacts whose entries name the child}, of children in the cast."""
    labels = {child.pk: child.label for child in reader.children}
    named = Person.entries.through.objects.filter(
        person__review=reader.review, person__child__in=labels
    ).values_list("entry", "person__child")
    children: dict[int, set[str]] = {}
    for entry, child in named:
        children.setdefault(entry, set()).add(labels[child])
    each: dict[str, list[Contact]] = {}
    for contact in contacts:
        for label in sorted(children.get(contact.id, ())):
            each.setdefault(label, []).append(contact)
    return dict(sorted(each.items()))
