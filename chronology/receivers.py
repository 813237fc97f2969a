"""What the chronology adds to the pages of a review and of what an agency is asked for."""

from typing import Any

from django.dispatch import receiver

from boards.models import User
from chronology.models import (
    AgencyChronology,
    Entry,
    LinkStatus,
    SameEvent,
    Theme,
    agencies_written_for,
    readable_reviews,
)
from chronology.models.agency_chronology import ASKED_AS
from chronology.permissions import refusal
from chronology.progress import open_problems, progress_of
from chronology.release_names import names_in, names_left
from records.models import Document
from reviews.models import CaseDocument, Commission, Deadline, ReleaseCopy, Review
from reviews.names import Names
from reviews.sections import Section
from reviews.signals import (
    commission_sections,
    document_sections,
    review_sections,
    scan_for_names,
    themes_marked,
)


@receiver(review_sections, dispatch_uid="chronology.review_sections")
def where_it_stands(
    sender: type, review: Review, user: User, deadline: Deadline | None = None, **_: Any
) -> Section | None:
    """Return the part of a review's page that shows how far its chronology is."""
    if deadline or refusal(user, "follow_agencies", review) is not None:
        return None
    rows = progress_of(review)
    if not rows:
        return None
    proposed = SameEvent.objects.standing().filter(review=review, status=LinkStatus.PROPOSED)
    facts = {
        "asked": len(rows),
        "handed_in": sum(bool(row.last and row.last.is_with_the_board) for row in rows),
        "rows": sum(row.rows for row in rows),
        "problems": sum(row.problems for row in rows),
        "proposed": proposed.count(),
        "unlisted": review.unlisted.waiting().count(),
        "sets_columns": refusal(user, "set_columns", review) is None,
        "sees_names": refusal(user, "see_names", review) is None,
        "exports": refusal(user, "export", review) is None,
    }
    return Section("chronology/_section.html", facts)


@receiver(commission_sections, dispatch_uid="chronology.commission_sections")
def where_to_write(sender: type, commission: Commission, user: User, **_: Any) -> Section | None:
    """Return the way from what an agency is asked for to its chronology."""
    if commission.kind not in ASKED_AS or not reads(user, commission):
        return None
    begun = AgencyChronology.objects.filter(review=commission.review, agency=commission.agency)
    chronology = begun.first()
    rows = Entry.objects.standing().filter(review=commission.review, agency=commission.agency)
    facts = {
        "chronology": chronology,
        "last": chronology and chronology.last,
        "rows": rows.count(),
        "problems": open_problems(commission.review).get(commission.agency_id, 0),
    }
    return Section("chronology/_commission.html", facts)


def reads(user: User, commission: Commission) -> bool:
    """Return whether the person reads this agency's chronology."""
    if commission.agency_id in agencies_written_for(user):
        return True
    return readable_reviews(user).filter(pk=commission.review_id).exists()


@receiver(document_sections, dispatch_uid="chronology.document_sections")
def names_shown(
    sender: type, document: CaseDocument, copies: list[ReleaseCopy], user: User, **_: Any
) -> Section | None:
    """Return what names are left in the redacted copies that wait to be checked."""
    if refusal(user, "see_names", document.review) is not None:
        return None
    found = names_left(document.review, copies)
    return Section("chronology/_names_left.html", {"found": found}) if found else None


@receiver(scan_for_names, dispatch_uid="chronology.scan_for_names")
def look_for_names(sender: type, review: Review, document: Document, **_: Any) -> Names | None:
    """Return the names of the review's cast that are left in the document."""
    return names_in(review, document)


@receiver(themes_marked, dispatch_uid="chronology.themes_marked")
def what_rows_are_about(sender: type, review: Review, user: User, **_: Any) -> list[str]:
    """Return the panel's own words for the rows that are marked, for those who read them all."""
    if not readable_reviews(user).filter(pk=review.pk).exists():
        return []
    standing = Entry.objects.standing().filter(review=review)
    marked = Theme.objects.filter(review=review, entries__in=standing).distinct()
    return list(marked.values_list("name", flat=True))
