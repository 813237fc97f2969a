"""Every agency of a review: what it was asked for, how far it is, and what comes next."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from chronology.models import Integration
from chronology.permissions import refusal
from chronology.progress import progress_of
from chronology.views.finding import find_review
from reviews import permissions
from reviews.models import Review
from reviews.noting import log_about


def agencies(request: HttpRequest, reference: str) -> HttpResponse:
    """Where each agency stands; staff may ask more of them."""
    review = find_review(request, reference, "follow_agencies")
    _note(request, review, "view", "How far the agencies are was opened.")
    user, integration = request.user, Integration.of(review)
    context = {
        "review": review,
        "rows": progress_of(review),
        "on": timezone.localdate(),
        "integration": integration,
        "may_ask": permissions.refusal(user, "ask_agencies", review) is None
        and review.has_room_for("ask_agencies"),
        "may_set_columns": refusal(user, "set_columns", review) is None,
        "may_release": refusal(user, "release_to_agencies", review) is None,
    }
    return render(request, "chronology/agencies.html", context)


def release(request: HttpRequest, reference: str) -> HttpResponse:
    """Open all of the chronology to the agencies that contribute, or close it to them again."""
    review = find_review(request, reference, "release_to_agencies")
    if request.method == "POST":
        _turn(request, review, request.POST.get("release") == "yes")
        return redirect("chronology-agencies", reference=reference)
    context = {
        "review": review,
        "integration": Integration.of(review),
        "rows": [row for row in progress_of(review) if row.chronology],
    }
    return render(request, "chronology/release.html", context)


def _turn(request: HttpRequest, review: Review, is_released: bool) -> None:
    """What was asked for is so, once, however often the button was pressed."""
    with transaction.atomic():
        Review.objects.select_for_update().get(pk=review.pk)
        integration = Integration.of(review)
        if integration.is_released == is_released:
            return
        if is_released:
            integration.release(by=request.user, at=timezone.now())
            news = "The integrated chronology was released to the agencies."
        else:
            integration.take_back()
            news = "The integrated chronology was closed to the agencies again."
        _note(request, review, "release_to_agencies", news)
    messages.success(request, news)


def _note(request: HttpRequest, review: Review, verb: str, sentence: str) -> None:
    log_about(
        review,
        verb,
        sentence,
        by=request.user,
        at=timezone.now(),
    )
