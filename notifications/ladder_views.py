"""A board's reminders: read by its Chair, edited by its manager, with a preview before."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from boards.models import Board
from boards.roles import Chair, Manager
from notifications.forms.ladders import LadderForm
from notifications.ladder import DEFAULT, Ladder
from notifications.ladder_preview import compare
from notifications.ladder_words import in_words
from notifications.models import BoardLadder
from reviews.models import Review

VERSIONS = 20


@require_http_methods(["GET", "HEAD", "POST"])
def ladder(request: HttpRequest) -> HttpResponse:
    """Show a board's ladder in words; its manager previews and publishes another."""
    boards = Board.objects.filter(pk__in=request.user.boards_seen_as(Manager, Chair))
    if not boards:
        raise PermissionDenied("A board's reminders are seen by its business manager and Chair.")
    asked = request.GET.get("board")
    board = get_object_or_404(boards, slug=asked) if asked else boards[0]
    form = form_for(request, board)
    is_publishing = form is not None and request.POST.get("act") == "publish"
    if is_publishing and form.is_valid() and published(form, request, board):
        return redirect(f"{reverse('ladder')}?board={board.slug}")
    current = BoardLadder.of(board)
    context = {
        "board": board,
        "boards": boards,
        "form": form,
        "in_words": in_words(current),
        "versions": board.ladders.select_related("by")[:VERSIONS],
        "preview": preview_of(form, current),
    }
    return render(request, "notifications/ladder.html", context)


def form_for(request: HttpRequest, board: Board) -> LadderForm | None:
    """Return the form for the board's manager, filled in; None for who may not edit."""
    if not request.user.has_role(Manager, board=board):
        if request.method == "POST":
            raise PermissionDenied("A board's reminders are set by its business manager.")
        return None
    is_default = request.GET.get("from") == "default"
    return LadderForm(
        request.POST if request.method == "POST" else None,
        ladder=DEFAULT if is_default else BoardLadder.of(board),
        reviews=Review.objects.visible_to(request.user)
        .filter(board=board, deadlines__is_open=True)
        .distinct(),
    )


def published(form: LadderForm, request: HttpRequest, board: Board) -> bool:
    """The ladder has been published; where it could not be, the form says why."""
    try:
        BoardLadder.publish(
            board,
            form.ladder,
            reason=form.cleaned_data["reason"],
            by=request.user,
            at=timezone.now(),
        )
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return False
    messages.success(request, "The reminders are changed. They hold from the next sweep on.")
    return True


def preview_of(form: LadderForm | None, current: Ladder) -> dict[str, object] | None:
    """Return what the form's ladder would mean, in words and for the chosen review."""
    if form is None or not form.is_bound or not form.is_valid():
        return None
    review = form.cleaned_data["review"]
    rows = compare(review, current, form.ladder, on=timezone.localdate()) if review else []
    return {"in_words": in_words(form.ladder), "review": review, "rows": rows}
