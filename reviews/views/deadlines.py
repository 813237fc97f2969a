"""How one due date was worked out, with its chain of extensions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from boards.models import User
from reviews.known import Known
from reviews.meetings.doers import opens_action
from reviews.models import BankHoliday, Deadline
from reviews.page import Clock
from reviews.permissions import refusal
from reviews.places import holds_shown
from reviews.sections import sections_of


def deadline(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """The date, its arithmetic step by step, and what may be done about it."""
    seen = Deadline.objects.visible_to(request.user).beside_what_was_asked()
    found = get_object_or_404(seen, pk=pk, review__reference=reference)
    on, known = timezone.localdate(), Known(found.review)
    may_extend = (
        found.is_open
        and found.may_be_extended_by()
        and refusal(request.user, "extend", found.review) is None
    )
    steps = found.explain(BankHoliday.objects.calendars())
    context = {
        "review": found.review,
        "back": _back(found, request.user),
        "clock": Clock(found, steps, found.status(on), found.tone(on)),
        "extensions": found.extensions.select_related("by"),
        "extended_by": found.may_be_extended_by(),
        "extend_href": f"{reverse('record', args=[reference, 'extend'])}?deadline={pk}"
        if may_extend
        else "",
        "holds": holds_shown(known, request.user) if found.is_open else [],
        "sections": sections_of(known, request.user, found),
    }
    return render(request, "reviews/deadline.html", context)


def _back(found: Deadline, user: User) -> str:
    """Return the page of what was asked for, where the person may open it, else the review's."""
    opens = not found.action_id or opens_action(user, found.action)
    return (opens and found.place) or found.review.get_absolute_url()
