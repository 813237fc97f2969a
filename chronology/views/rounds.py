"""The rounds of an agency's chronology: handed in, accepted, or sent back with reasons."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from chronology.feedback import feedback_on
from chronology.forms.rounds import HandInForm, SendBackForm
from chronology.models import AgencyChronology, Submission
from chronology.permissions import require
from chronology.progress import open_problems
from chronology.repeats import repeats
from chronology.views.finding import find_chronology
from reviews.conditions import NotYet
from reviews.forms.case import CaseForm

DAYS_TO_MEND = 14


def hand_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what the board will see, ask for the declaration, then hand it in."""
    found = find_chronology(request, pk)
    require(request.user, "hand_in", found.review, found.agency)
    found.require_open()
    form = _form(HandInForm, request, found)
    if request.method == "POST" and form.is_valid():
        read = feedback_on(found)
        handed_in = found.hand_in(by=request.user, at=timezone.now(), quality=read.score)
        messages.success(request, f"The chronology was handed in, round {handed_in.number}.")
        return redirect("agency-chronology", pk=pk)
    context = _page(found, form, "Check and hand in") | {
        "twice": len(repeats(found)),
        "quality": feedback_on(found),
        "rows": found.review.entries.standing().filter(agency=found.agency).count(),
        "problems": open_problems(found.review).get(found.agency_id, 0),
    }
    return render(request, "chronology/hand_in.html", context)


def send_back(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Ask what has to be mended and by when, then give it back to the agency."""
    found, handed_in = _round(request, pk, number)
    require(request.user, "send_back", found.review)
    if not handed_in.is_with_the_board:
        raise NotYet(["This round was sent back already."])
    form = _form(SendBackForm, request, found)
    if request.method == "POST" and form.is_valid():
        handed_in.send_back(**form.facts(), by=request.user, at=timezone.now())
        messages.success(request, "The chronology was sent back, and the agency is told by e-mail.")
        return redirect("agency-chronology", pk=pk)
    return render(request, "chronology/form.html", _page(found, form, f"Send back round {number}"))


def accept(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take the round as it is; asked once more before it is done."""
    found, handed_in = _round(request, pk, number)
    require(request.user, "accept", found.review)
    if not handed_in.is_waiting:
        raise NotYet(["This round was accepted or sent back already."])
    if request.method == "POST":
        handed_in.accept(by=request.user, at=timezone.now())
        messages.success(request, f"Round {number} was accepted.")
        return redirect("agency-chronology", pk=pk)
    context = _page(found, None, f"Accept round {number}") | {"round": handed_in}
    return render(request, "chronology/accept.html", context)


def _round(request: HttpRequest, pk: int, number: int) -> tuple[AgencyChronology, Submission]:
    found = find_chronology(request, pk)
    return found, get_object_or_404(found.submissions, number=number)


def _form(form_class: type[CaseForm], request: HttpRequest, found: AgencyChronology) -> CaseForm:
    today = timezone.localdate()
    return form_class(
        request.POST if request.method == "POST" else None,
        initial={"again_by_on": today + timedelta(days=DAYS_TO_MEND)},
        review=found.review,
        user=request.user,
        today=today,
    )


def _page(found: AgencyChronology, form: CaseForm | None, heading: str) -> dict[str, object]:
    return {
        "review": found.review,
        "chronology": found,
        "caption": found.agency,
        "form": form,
        "heading": heading,
        "back": reverse("agency-chronology", args=[found.pk]),
    }
