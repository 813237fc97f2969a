"""One page for each move of a review and one for each fact recorded on it."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from reviews import permissions
from reviews.forms import ACTS, CaseForm
from reviews.forms.moves import FORMS
from reviews.models import Review, StateChange
from reviews.noting import note_infected
from reviews.states import MEANINGS, State
from reviews.views.case import find

DAYS_TO_ANSWER = 21


def move(request: HttpRequest, reference: str, action: str) -> HttpResponse:
    """Ask for the facts of a move, then make it."""
    if action not in FORMS:
        raise Http404
    review = find(request, reference)
    permissions.require(request.user, action, review)
    review.require_ready(action)
    form = _form(FORMS[action], request, review)
    if request.method == "POST" and (change := _moved(request, review, action, form)):
        messages.success(request, f"{change.sentence}.")
        return redirect(after(review, request))
    going = review.transition(action)
    context = {"review": review, "form": form, "heading": going.custom["label"]}
    return render(request, "reviews/door.html", context | {"then": MEANINGS[State(going.target)]})


def _moved(request: HttpRequest, review: Review, action: str, form: CaseForm) -> StateChange | None:
    """Make the move; what is wrong with what was sent stands in the form."""
    at = timezone.now()
    if not form.is_valid():
        note_infected(form, review, by=request.user, at=at)
        return None
    try:
        return review.move(action, by=request.user, at=at, **form.facts())
    except ValidationError as refusal:
        form.refuse(refusal)
        return None


def record(request: HttpRequest, reference: str, act: str) -> HttpResponse:
    """Ask for a fact, show what it moves where it moves dates, then record it."""
    if act not in ACTS:
        raise Http404
    review = find(request, reference)
    permissions.require(request.user, act, review)
    review.require_room_for(act)
    heading, form_class = ACTS[act]
    form_class.require_sense(review)
    form = _form(form_class, request, review)
    changes = None
    if request.method == "POST" and form.is_valid():
        changes = form.changes()
        if changes is None or "confirmed" in request.POST:
            try:
                news = review.record(act, by=request.user, at=timezone.now(), **form.facts())
            except ValidationError as refusal:
                form.refuse(refusal)
                changes = None
            else:
                messages.success(request, f"{news}.")
                return redirect(after(review, request, form.place))
    context = {"review": review, "form": form, "heading": heading, "changes": changes}
    context["warnings"] = form.warnings(changes) if changes else []
    if form.place:
        context |= {"back": reverse(form.place, args=[reference]), "back_to": "Back"}
    return render(request, "reviews/door.html", context)


def after(review: Review, request: HttpRequest, place: str = "") -> str:
    """Return where to go next: the place or the case, or home for whom the move closed it."""
    is_visible = Review.objects.visible_to(request.user).filter(pk=review.pk).exists()
    if not is_visible:
        return "/"
    return reverse(place, args=[review.reference]) if place else review.get_absolute_url()


def _form(form_class: type[CaseForm], request: HttpRequest, review: Review) -> CaseForm:
    today = timezone.localdate()
    initial = {
        "on": today,
        "agreed_on": today,
        "due_on": today + timedelta(days=DAYS_TO_ANSWER),
    } | form_class.prefilled(review, request.GET)
    return form_class(
        *((request.POST, request.FILES) if request.method == "POST" else ()),
        initial={n: v for n, v in initial.items() if n in form_class.base_fields},
        review=review,
        user=request.user,
        today=today,
    )
