"""The pages where a deadline's reminders are asked for now, put off, and let go on."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from notifications.forms.snoozes import SnoozeForm
from notifications.models import HeldAddress, Nudge, Snooze, nudge
from notifications.models.nudge import asked_today, who_must_act
from notifications.models.snooze import LONGEST, NOT_YOURS
from notifications.permissions import may_see_to
from reviews.conditions import NotYet
from reviews.models import Deadline


def deadline_to_see_to(request: HttpRequest, pk: int, *, not_yours: str = NOT_YOURS) -> Deadline:
    """Return the deadline; 404 for who does not see it, 403 with a reason for who sees it alone."""
    seen = Deadline.objects.visible_to(request.user).select_related("review__board")
    deadline = get_object_or_404(seen, pk=pk)
    if not may_see_to(request.user, deadline.review):
        raise PermissionDenied(not_yours)
    return deadline


@require_http_methods(["GET", "HEAD", "POST"])
def remind_now(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who would be reminded of a deadline; a POST asks for it, once a day."""
    deadline = deadline_to_see_to(request, pk, not_yours=nudge.NOT_YOURS)
    if request.method == "POST":
        if Nudge.give(deadline, by=request.user, at=timezone.now()):
            messages.success(request, f"A reminder is on its way: {deadline.name}.")
        else:
            messages.info(request, "A reminder of this was asked for today already.")
        return redirect("deadline", deadline.review.reference, deadline.pk)
    told = [person for person, _ in who_must_act(deadline, but=request.user)]
    facts = {
        "deadline": deadline,
        "told": told,
        "unreached": HeldAddress.objects.unreached(told),
        "nudge": asked_today(deadline, timezone.localdate()),
    }
    return render(request, "notifications/remind_now.html", facts)


@require_http_methods(["GET", "HEAD", "POST"])
def put_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask until when and why the reminders of a deadline are put off; a POST does it."""
    deadline = deadline_to_see_to(request, pk)
    posted = request.POST if request.method == "POST" else None
    form = SnoozeForm(posted, on=timezone.localdate())
    if form.is_valid():
        try:
            Snooze.give(deadline, by=request.user, at=timezone.now(), **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, f"Reminders are put off: {deadline.name}.")
            return redirect("deadline", deadline.review.reference, deadline.pk)
    snooze = Snooze.objects.in_force().filter(deadline=deadline).first()
    facts = {"deadline": deadline, "form": form, "snooze": snooze, "days": LONGEST.days}
    return render(request, "notifications/put_off.html", facts)


@require_POST
def go_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Reminders go on."""
    deadline = deadline_to_see_to(request, pk)
    snooze = Snooze.objects.in_force().filter(deadline=deadline).first()
    if snooze is None:
        raise NotYet(["The reminders of this deadline are not put off."])
    snooze.end(by=request.user, at=timezone.now())
    messages.success(request, f"Reminders go on: {deadline.name}.")
    return redirect("deadline", deadline.review.reference, deadline.pk)
