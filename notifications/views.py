"""The health of the portal, and the reminders of a review."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_safe

from notifications.health import check
from notifications.models import Acknowledgement, Reminder, Snooze
from notifications.proof import proof
from notifications.said import said_list, said_of
from records.exports import WRITERS, export
from reviews.models import Review

ROWS = 50


@never_cache
@login_not_required
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 when database, broker and beat are well, 503 and which is not."""
    health = check(timezone.now())
    return JsonResponse(health.answer(), status=503 if health.unwell else 200)


@require_GET
def reminders(request: HttpRequest, reference: str) -> HttpResponseBase:
    """Show, or hand out as a file, who was, or will be, told what about the review."""
    review = get_object_or_404(Review.objects.visible_to(request.user), reference=reference)
    rows = Reminder.objects.visible_to(request.user).for_review(review)
    said = said_of(review)
    now, form = timezone.now(), request.GET.get("format")
    shown = proof(review).shown(request.GET, rows, on=timezone.localdate(now))
    if form in WRITERS and request.GET.get("of") == "said":
        shown = said_list(review).shown(request.GET, said, on=timezone.localdate(now))
        return export(shown, form, board_key="board_id", by=request.user, at=now)
    if form in WRITERS and rows.exists():
        return export(shown, form, board_key="review__board_id", by=request.user, at=now)
    page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    context = {
        "review": review,
        "page": page,
        "shown": shown,
        "has_said": said.exists(),
        "snoozes": Snooze.objects.for_review(review),
        "acknowledgements": Acknowledgement.objects.for_review(review),
    }
    return render(request, "notifications/reminders.html", context)
