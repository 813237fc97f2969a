"""The page of a person's calendar feeds, and the feeds themselves."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from notifications.feeds import absolute, as_ical
from notifications.models import CalendarFeed
from notifications.models.feed import boards_shown_to
from notifications.preview_views import boards_of


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Show what the person can subscribe to, and what they have."""
    return _page(request)


@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """Make a new address, and show it this once.

    The answer is the page itself and no redirect: the address is kept nowhere to be shown later.
    """
    chosen = request.POST.get("board", "")
    boards = {str(pk): board for pk, board in boards_shown_to(request.user).items() if board}
    if chosen and chosen not in boards:
        raise Http404
    feed, secret = CalendarFeed.make(request.user, boards.get(chosen), at=timezone.now())
    return _page(request, made=feed, address=absolute(reverse("calendar-feed", args=[secret])))


@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Close an address of the person's own."""
    mine = CalendarFeed.objects.visible_to(request.user).open().select_related("user", "board")
    feed = get_object_or_404(mine, pk=pk)
    feed.revoke(at=timezone.now())
    messages.success(request, f"The address of the feed of {feed.covers} no longer works.")
    return redirect("calendar")


@login_not_required
@never_cache
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Return the deadlines that the person of this address may see now."""
    found = CalendarFeed.objects.with_secret(secret)
    if found is None:
        raise Http404
    now = timezone.now()
    found.note_fetch(at=now)
    content = as_ical(found, on=timezone.localdate(now), at=now)
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="deadlines.ics"'
    return response


def _page(
    request: HttpRequest, *, made: CalendarFeed | None = None, address: str = ""
) -> HttpResponse:
    boards = boards_shown_to(request.user)
    if not boards:
        raise PermissionDenied("A calendar feed shows deadlines, and your roles show you none.")
    mine = CalendarFeed.objects.visible_to(request.user).open().select_related("board")
    had = {feed.board_id: feed for feed in mine}
    choices = [
        {"board": board, "feed": had.pop(pk, None)} for pk, board in ({None: None} | boards).items()
    ]
    context = {"choices": choices, "left": had.values(), "made": made, "address": address}
    context["has_mail"] = bool(boards_of(request.user, seen_by=request.user))
    return render(request, "notifications/feeds.html", context)
