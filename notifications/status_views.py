"""How the portal itself is: for those who answer for a board's reminders."""

from datetime import datetime, timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from boards.govuk.words import counted, length_on_paper
from boards.models import User
from boards.roles import Chair, Manager
from notifications.health import Health, check
from notifications.models import HeldAddress, Reminder
from notifications.troubles import Limits, troubles_of
from records import scanning

READERS = (Manager, Chair)
FAILED_WITHIN = timedelta(days=7)
LISTED = 20


@require_safe
def status(request: HttpRequest) -> HttpResponse:
    """Show whether reminders are being sent, and what to do where they are not."""
    if not request.user.has_role(*READERS):
        raise PermissionDenied("This page is for a board's business manager and Chair.")
    now = timezone.now()
    health = check(now)
    troubles = {trouble.part: trouble for trouble in troubles_of(health, Limits())}
    if health.facts["beat"]["status"] == "starting":
        troubles.pop("beat", None)  # it has a few minutes to be heard after a start
    failed = failed_lately(request.user, now)
    context = {
        "now": now,
        "parts": [
            {"name": name, "says": says, "trouble": troubles.get(part)}
            for part, name, says in parts_of(health)
        ],
        "is_well": not troubles,
        "held": HeldAddress.objects.visible_to(request.user).in_force().select_related("user"),
        "scanner": scanning.standing(),
        "failed": failed[:LISTED],
        "failed_count": failed.count(),
    }
    return render(request, "notifications/status.html", context)


@require_POST
def try_address(request: HttpRequest, pk: int) -> HttpResponse:
    """Mail goes to an address again that took none."""
    held = get_object_or_404(HeldAddress.objects.visible_to(request.user), pk=pk)
    held.lift(by=request.user, at=timezone.now())
    messages.success(request, f"What {held.user} is owed is sent to {held.address} again.")
    return redirect("status")


def parts_of(health: Health) -> list[tuple[str, str, str]]:
    """Return (part, its name, how it is when it is well) in the order shown."""
    facts = health.facts
    queue, age = facts["queue"], facts["beat"]["age_seconds"]
    unsent, oldest = facts["unsent"], facts["oldest_unsent_seconds"]
    heard = "Has not been heard yet" if age is None else f"Last heard {_length(age)} ago"
    tasks = "Not known" if queue is None else f"{counted(queue, 'task')} waiting"
    waits = f"{counted(unsent, 'reminder')} waiting, the oldest for {_length(oldest or 0)}"
    return [
        ("database", "Database", "Answers"),
        ("broker", "Broker", "Answers"),
        ("queue", "Queue of the workers", tasks),
        ("beat", "Beat, which starts each round of reminders", heard),
        ("backlog", "Reminders to be sent", waits if unsent else "None waiting"),
    ]


def failed_lately(user: User, at: datetime) -> QuerySet[Reminder]:
    """Return what mail servers refused for good in the last week, on the boards that are theirs."""
    return (
        Reminder.objects.visible_to(user)
        .filter(
            review__board__in=user.boards_seen_as(*READERS),
            superseded_at=None,
            mail__failed_at__gte=at - FAILED_WITHIN,
        )
        .select_related("review", "recipient", "mail")
        .order_by("-mail__failed_at", "-id")
    )


def _length(seconds: int) -> str:
    return length_on_paper(timedelta(seconds=seconds))
