"""What one agency is asked for in a review, ready for the papers."""

from datetime import date

from django.conf import settings
from django.urls import reverse

from chronology.models import AgencyChronology, Integration
from chronology.papers.asked import Asked
from reviews.models import Review

SAMPLE_AGENCY = "The name of the agency"


def asked_of(chronology: AgencyChronology) -> Asked:
    """Return what this agency is asked for, and by when."""
    commission = chronology.commission
    deadline = commission.deadline if commission and commission.is_outstanding else None
    return _asked(
        chronology.review,
        str(chronology.agency),
        due_on=deadline.due_on if deadline else commission and commission.due_on,
        path=reverse("commission", args=[commission.pk])
        if commission
        else reverse("agency-chronology", args=[chronology.pk]),
    )


def sample_of(review: Review) -> Asked:
    """Return what any agency of the review is asked for."""
    return _asked(review, SAMPLE_AGENCY, due_on=None, path="/")


def _asked(review: Review, agency: str, *, due_on: date | None, path: str) -> Asked:
    integration, terms = Integration.of(review), review.terms.agreed().last()
    return Asked(
        reference=review.reference,
        board=str(review.board),
        agency=agency,
        preamble=integration.preamble,
        columns=tuple(integration.asked),
        due_on=due_on,
        from_on=terms.from_on if terms else None,
        to_on=terms.to_on if terms else None,
        address=f"{settings.PORTAL_ADDRESS.rstrip('/')}{path}",
    )
