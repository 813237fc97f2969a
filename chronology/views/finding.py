"""What a person asks for by its address, if it exists for them."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from chronology.models import AgencyChronology
from chronology.permissions import require
from reviews.models import Review


def find_review(request: HttpRequest, reference: str, act: str) -> Review:
    """Return the review; 404 to whom it does not exist, 403 to whom may not `act` on it."""
    seen = Review.objects.visible_to(request.user).select_related("board")
    review = get_object_or_404(seen, reference=reference)
    require(request.user, act, review)
    return review


def find_chronology(request: HttpRequest, pk: int) -> AgencyChronology:
    """Return one agency's chronology if the person may read it."""
    seen = AgencyChronology.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("review__board", "agency", "commission"), pk=pk)
