"""What the chronology adds to the pages of a review and of what an agency is asked for."""

from typing import Any

from django.dispatch import receiver

from boards.models import User
from chronology.models import (
    AgencyChronology,
    Entry,
    Theme,
    agencies_written_for,
    readable_reviews,
)
from chronology.models.agency_chronology import ASKED_AS
from chronology.permissions import ALLOWED, refusal
from chronology.progress import how_far, open_problems
from chronology.release_names import names_in, names_left
from records.models import Document
from reviews.known import Known
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
    sender: type,
    review: Review,
    known: Known,
    user: User,
    deadline: Deadline | None = None,
    **_: Any,
) -> Section | None:
    """Return the part of a review's page that shows how far its chronology is."""
    involved = known.involvement_of(user)
    if deadline or not involved.holds(*ALLOWED["follow_agencies"]):
        return None
    numbers = how_far(review)
    if not numbers["asked"]:
        return None
    may = {
        "sets_columns": involved.holds(*ALLOWED["set_columns"]),
        "sees_names": involved.holds(*ALLOWED["see_names"]),
        "exports": involved.holds(*ALLOWED["export"]),
    }
    return Section("chronology/_section.html", numbers | may)


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
