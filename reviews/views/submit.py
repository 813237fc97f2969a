"""The end of a notification: check the answers, tell it apart from earlier cases, submit."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from reviews.forms.notify.answers import DraftAnswers
from reviews.matches import possible_matches
from reviews.models import Deadline, IncidentDraft, Review
from reviews.views.drafts import find

SEEN = "seen"


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show all answers with the way to change each; submit them, past possible matches."""
    at = timezone.now()
    answers = _answers(request, key, at)
    if answers is None:
        return redirect("draft-submitted", key)
    draft = answers.draft
    if request.method != "POST" or answers.problems or _is_stale(request, draft.version):
        is_refused = request.method == "POST"
        context = {
            "draft": draft,
            "answers": answers,
            "is_stale": is_refused and not answers.problems,
        }
        status = 409 if is_refused else 200
        return render(request, "reviews/notify/check.html", context, status=status)
    notification = answers.notification()
    if possible_matches(notification, request.user):
        return redirect("draft-matches", key)
    draft.submit(notification, by=request.user, at=at, told_apart_from=[])
    return redirect("draft-submitted", key)


@require_http_methods(["GET", "HEAD", "POST"])
def matches(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show the earlier cases that look alike; submit once they are all told apart."""
    at = timezone.now()
    answers = _answers(request, key, at)
    if answers is None:
        return redirect("draft-submitted", key)
    draft = answers.draft
    if answers.problems:
        return redirect("draft-check", key)
    notification = answers.notification()
    found = possible_matches(notification, request.user)
    references = [match.review.reference for match in found]
    is_new = request.method == "POST" and set(references) <= set(request.POST.getlist(SEEN))
    if is_new and not _is_stale(request, draft.version):
        draft.submit(notification, by=request.user, at=at, told_apart_from=references)
        return redirect("draft-submitted", key)
    context = {"draft": draft, "matches": found, "is_stale": request.method == "POST"}
    status = 409 if request.method == "POST" else 200
    return render(request, "reviews/notify/matches.html", context, status=status)


@require_safe
def submitted(request: HttpRequest, key: UUID) -> HttpResponse:
    """Confirm with the reference, and say what happens next."""
    draft = find(request, key)
    if not draft.review_id:
        return redirect("draft", key)
    is_visible = Review.objects.visible_to(request.user).filter(pk=draft.review_id).exists()
    deadlines = Deadline.objects.visible_to(request.user).open().filter(review=draft.review)
    context = {
        "draft": draft,
        "review": draft.review,
        "is_visible": is_visible,
        "deadlines": deadlines,
    }
    return render(request, "reviews/notify/submitted.html", context)


def _answers(request: HttpRequest, key: UUID, at: datetime) -> DraftAnswers | None:
    """Return what the draft says, None once it has become a review."""
    draft = find(request, key)
    answers = DraftAnswers(draft, timezone.localdate(at))
    # Asked after the pages were read: a submission in between empties them.
    is_open = IncidentDraft.objects.unfinished().filter(pk=draft.pk).exists()
    return answers if is_open else None


def _is_stale(request: HttpRequest, version: int) -> bool:
    """Whether the answers changed after this person's page was drawn."""
    return request.POST.get("version") != str(version)
