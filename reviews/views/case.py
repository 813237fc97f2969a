"""The page of a case, what was notified, and its history."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from records.models import AuditEvent
from reviews.models import Review
from reviews.notification_sheet import cards
from reviews.noting import log_about
from reviews.page import Page
from reviews.rounds import may_correct, rounds_of, withdrawal_for


def find(request: HttpRequest, reference: str) -> Review:
    """Return the review if the person may see it; to others it does not exist."""
    seen = Review.objects.visible_to(request.user).select_related(
        "board", "incident", "owner", "deputy"
    )
    return get_object_or_404(seen, reference=reference)


def note_opening(request: HttpRequest, review: Review, what: str) -> None:
    """The audit log says that this person looked."""
    log_about(
        review,
        "view",
        f"{what} was opened.",
        by=request.user,
        at=timezone.now(),
    )


def review(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything known about the case, as far as the person's role goes."""
    found = find(request, reference)
    note_opening(request, found, "The case")
    page = Page(found, request.user, on=timezone.localdate())
    context = {"review": found, "page": page}
    if page.shows_the_case:
        return render(request, "reviews/review.html", context)
    context |= {"rounds": rounds_of(found), "may_correct": may_correct(request.user, found)}
    context["withdrawal"] = withdrawal_for(request.user, found)
    return render(request, "reviews/submitted_set.html", context)


def notification(request: HttpRequest, reference: str) -> HttpResponse:
    """What the notification said, with names: opened on purpose, and logged."""
    found = find(request, reference)
    if not Page(found, request.user, on=timezone.localdate()).shows_the_case:
        return render(request, "404.html", status=404)
    note_opening(request, found, "The notification, with names,")
    context = {"review": found, "cards": cards(found)}
    return render(request, "reviews/notification.html", context)


def history(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything that was done on the case and every opening of it, newest first."""
    found = find(request, reference)
    if not Page(found, request.user, on=timezone.localdate()).shows_the_case:
        return render(request, "404.html", status=404)
    events = AuditEvent.objects.about(found).select_related("by")
    with_openings = request.GET.get("openings") == "1"
    if not with_openings:
        events = events.exclude(verb="view")
    entries = Paginator(events, 50).get_page(request.GET.get("page"))
    context = {
        "review": found,
        "entries": entries,
        "timeline": [{"title": e.sentence, "at": e.at, "by": e.by} for e in entries],
        "with_openings": with_openings,
        "query": request.GET,
    }
    return render(request, "reviews/history.html", context)
