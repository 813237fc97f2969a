"""What an agency is told of its return before it hands it in."""

from django.db.models import Q

from chronology.columns import Column
from chronology.dates import Precision
from chronology.gaps import Contact
from chronology.models import Abbreviation, AgencyChronology, Entry, Identifier, Integration
from chronology.quality import Quality, Row, quality
from chronology.reading.rows import Role

ASKS: dict[str, str] = {
    Role.SOURCE: "source",
    Role.SEEN: "seen",
    Role.VOICE: "heard",
    Role.COMMENT: "comment",
}


def feedback_on(chronology: AgencyChronology) -> Quality:
    """Return how good the rows are that stand there now, part by part."""
    review = chronology.review
    entries = Entry.objects.standing().filter(review=review, agency=chronology.agency).in_order()
    integration, terms = Integration.of(review), review.terms.agreed().last()
    names = Identifier.objects.filter(person__review=review).values_list("text", flat=True)
    known = Abbreviation.objects.filter(Q(agency=None) | Q(agency=chronology.agency), review=review)
    return quality(
        map(_row, entries),
        scope=(terms.from_on, terms.to_on) if terms else None,
        names=names,
        glossary=known.values_list("short", flat=True),
        asks=asked_for(integration.asked),
    )


def asked_for(columns: list[Column]) -> list[str]:
    """Return which parts were asked of agencies."""
    return [ASKS[column.role] for column in columns if column.role in ASKS]


def _row(entry: Entry) -> Row:
    contact = Contact(
        id=entry.pk,
        agency=str(entry.agency_id),
        start=entry.date_start,
        end=entry.date_end,
        precision=Precision(entry.precision),
        child_seen=entry.child_seen,
        seen_from=entry.child_seen_from,
        seen_alone=entry.seen_alone,
        child_heard=True if entry.child_voice else entry.child_heard,
        is_missed=entry.is_missed,
    )
    return Row(
        contact=contact,
        event=entry.event,
        source=entry.source,
        present=entry.present,
        action=entry.action,
        comment=entry.comment,
        is_inferred=entry.is_year_inferred,
    )
