"""What the pages of the case file share: a form that records one fact on the review."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone

from reviews import permissions
from reviews.forms import CaseForm
from reviews.models import Review


def form_for(
    request: HttpRequest, review: Review, act: str, form_class: type[CaseForm], **about: Any
) -> CaseForm:
    """Return the form of the act, empty or as it was sent.

    Raises PermissionDenied or NotYet when the act is not the person's, or has no place now.
    """
    permissions.require(request.user, act, review)
    review.require_room_for(act)
    today = timezone.localdate()
    days = {name: today for name in ("on", "since_on") if name in form_class.base_fields}
    return form_class(
        request.POST if request.method == "POST" else None,
        initial=days | form_class.prefilled(review, request.GET),
        review=review,
        user=request.user,
        today=today,
        **about,
    )


def is_recorded(request: HttpRequest, review: Review, act: str, form: CaseForm) -> bool:
    """Record what was sent; what is wrong with it stands in the form."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        news = review.record(act, by=request.user, at=timezone.now(), **form.facts())
    except ValidationError as refusal:
        form.refuse(refusal)
        return False
    messages.success(request, f"{news}.")
    return True
