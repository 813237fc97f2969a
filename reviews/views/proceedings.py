"""Proceedings beside a review: what they are, where they stand and what they hold up."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from boards.roles import Coordinator, Manager
from reviews import permissions
from reviews.forms.proceedings import FORMS, AddForm
from reviews.models import Hold, Review
from reviews.views.case import find
from reviews.views.recording import form_for, is_recorded


def of(request: HttpRequest, reference: str) -> Review:
    """Return the review whose proceedings the person may read."""
    review = find(request, reference)
    permissions.require_reader(request.user, "proceedings", review)
    return review


def proceedings(request: HttpRequest, reference: str) -> HttpResponse:
    """All that runs beside the review, what comes within 28 days, and what waits for it."""
    review, on = of(request, reference), timezone.localdate()
    everything = list(review.proceedings.prefetch_related("steps", "holds"))
    running = [each for each in everything if not each.is_over]
    context = {
        "review": review,
        "running": running,
        "over": [each for each in everything if each.is_over],
        "soon": sorted((e for e in running if e.is_soon(on)), key=lambda each: each.next_on),
        "overtaken": [each for each in running if each.is_overtaken(on)],
        "holds": Hold.objects.of_review(review).in_force(),
        "pause": review.pauses.filter(until_on=None).first(),
        "may_keep": permissions.refusal(request.user, "add_proceedings", review) is None,
        "may_extend": permissions.refusal(request.user, "extend", review) is None,
    }
    return render(request, "reviews/proceedings/proceedings.html", context)


def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Put proceedings on the file."""
    review = of(request, reference)
    form = form_for(request, review, "add_proceedings", AddForm)
    if is_recorded(request, review, "add_proceedings", form):
        return redirect("proceedings", reference)
    context = {"review": review, "form": form, "heading": "Add proceedings"}
    context |= {"back": reverse("proceedings", args=[reference]), "back_to": "Parallel proceedings"}
    return render(request, "reviews/door.html", context)


def one(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Everything about one of them, with its history."""
    review, on = of(request, reference), timezone.localdate()
    found = get_object_or_404(review.proceedings.prefetch_related("steps__by"), pk=pk)
    context = {
        "review": review,
        "proceedings": found,
        "is_overtaken": found.is_overtaken(on),
        "holds": found.holds.select_related("by", "lifted_by"),
        "may_keep": permissions.refusal(request.user, "add_proceedings", review) is None,
        "sees_contact": request.user.has_role(Coordinator, Manager, board=review.board_id),
    }
    return render(request, "reviews/proceedings/one.html", context)


def act(request: HttpRequest, reference: str, pk: int, act: str) -> HttpResponse:
    """Record where they stand, what they are, or what they hold up."""
    if act not in FORMS:
        raise Http404
    review = of(request, reference)
    found = get_object_or_404(review.proceedings, pk=pk)
    heading, form_class = FORMS[act]
    form = form_for(request, review, act, form_class, proceedings=found)
    if is_recorded(request, review, act, form):
        return redirect("proceedings-one", reference, pk)
    context = {"review": review, "form": form, "heading": heading, "about": str(found)}
    context |= {
        "back": reverse("proceedings-one", args=[reference, pk]),
        "back_to": "Back to the proceedings",
    }
    return render(request, "reviews/door.html", context)
