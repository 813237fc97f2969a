"""Incidents on their way into the portal: the list of drafts, and one draft's sections."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from boards.models import Board
from records.models import log
from reviews.forms.notify import GROUPS
from reviews.forms.notify.answers import DraftAnswers
from reviews.forms.notify.start import StartForm
from reviews.models import IncidentDraft
from reviews.models.draft_page import AlreadySubmitted
from reviews.permissions import STAFF

OPENED = "drafts_opened"


@require_safe
def drafts(request: HttpRequest) -> HttpResponse:
    """List the unfinished drafts of the person's boards."""
    return _list(request, StartForm(boards=_boards(request)))


@require_POST
def start(request: HttpRequest) -> HttpResponse:
    """Start a draft, on the board chosen where the person has several."""
    form = StartForm(request.POST, boards=_boards(request))
    if not form.is_valid():
        return _list(request, form)
    draft = IncidentDraft.start(form.board, by=request.user, at=timezone.now())
    return redirect("draft", draft.key)


@require_safe
def draft(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show the sections of a draft and how far each is."""
    found = find(request, key)
    if found.review_id:
        return redirect("draft-submitted", found.key)
    answers = DraftAnswers(found, timezone.localdate())
    tasks = [section.task() for section in answers.sections]
    context = {"draft": found, "tasks": tasks, "begun": answers.begun, "total": len(GROUPS)}
    return render(request, "reviews/notify/draft.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def discard(request: HttpRequest, key: UUID) -> HttpResponse:
    """Ask whether a draft is to be thrown away, then do it."""
    found = find(request, key)
    if found.review_id:
        return redirect("draft-submitted", found.key)
    if request.method != "POST":
        return render(request, "reviews/notify/discard.html", {"draft": found})
    try:
        found.discard(by=request.user, at=timezone.now())
    except AlreadySubmitted:
        return redirect("draft-submitted", found.key)
    messages.success(request, "The draft was thrown away.")
    return redirect("drafts")


def find(request: HttpRequest, key: UUID) -> IncidentDraft:
    """Return the draft, if the person may see it; the first opening in a session is logged."""
    visible = IncidentDraft.objects.visible_to(request.user)
    found = get_object_or_404(
        visible.select_related("board", "started_by", "saved_by", "review"), key=key
    )
    opened = request.session.get(OPENED, [])
    if found.pk not in opened:
        request.session[OPENED] = [*opened, found.pk]
        log(
            "open_draft",
            "A draft of an incident was opened.",
            by=request.user,
            at=timezone.now(),
            board=found.board_id,
            subject=found,
        )
    return found


def _boards(request: HttpRequest) -> list[Board]:
    boards = Board.objects.filter(pk__in=request.user.boards_seen_as(*STAFF))
    if not boards:
        raise PermissionDenied("Incidents are logged by a board's coordinators and managers.")
    return list(boards)


def _list(request: HttpRequest, form: StartForm) -> HttpResponse:
    waiting = IncidentDraft.objects.visible_to(request.user).unfinished().with_progress()
    context = {
        "drafts": waiting.select_related("board", "started_by", "saved_by"),
        "form": form,
        "total": len(GROUPS),
        "has_several_boards": len(form.boards) > 1,
    }
    return render(request, "reviews/notify/drafts.html", context)
