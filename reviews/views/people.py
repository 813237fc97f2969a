"""Who is on a review, and the declaration that each of them makes first."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from reviews import permissions
from reviews.forms.people import DeclarationForm
from reviews.models import Appointment, Declaration
from reviews.people import People
from reviews.views.case import find, note_opening


def people(request: HttpRequest, reference: str) -> HttpResponse:
    """Who holds and who held which post, and how each declaration stands."""
    review = find(request, reference)
    permissions.require_reader(request.user, "people", review)
    shown = People(review, request.user)
    if shown.sees_particulars:
        note_opening(request, review, "The declarations of its people")
    return render(request, "reviews/people/people.html", {"review": review, "people": shown})


def declare(request: HttpRequest, pk: int) -> HttpResponse:
    """The person's own declaration: all that they see of the review until it is made."""
    own = Appointment.objects.visible_to(request.user).select_related("review__board")
    appointment = get_object_or_404(own, pk=pk)
    form = DeclarationForm(
        request.POST if request.method == "POST" else None,
        review=appointment.review,
        user=request.user,
        today=timezone.localdate(),
    )
    if request.method == "POST" and form.is_valid():
        at, on = timezone.now(), timezone.localdate()
        try:
            made = Declaration.make(appointment, by=request.user, at=at, on=on, **form.facts())
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, declared(made))
            return redirect(appointment.review if made.is_clear else "home")
    before = appointment.declarations.select_related("by", "acceptance__by").order_by("-pk")
    context = {"appointment": appointment, "form": form, "made": before}
    return render(request, "reviews/people/declare.html", context)


def declared(made: Declaration) -> str:
    """Return what has come of the declaration."""
    if made.is_clear:
        return "Your declaration was recorded. The review is open to you."
    return (
        "Your declaration was recorded. The review is closed to you until the LSCB Chair has "
        "decided on the conflict."
    )
