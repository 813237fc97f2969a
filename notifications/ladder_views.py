"""A board's reminders: read by its Chair, edited part by part by its manager, previewed before."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from boards.models import Board
from boards.roles import Chair, Manager
from notifications.forms.ladder_part import PartForm
from notifications.forms.ladders import FORMS
from notifications.ladder import DEFAULT, Ladder
from notifications.ladder_preview import compare
from notifications.ladder_words import parts_in_words
from notifications.models import BoardLadder
from reviews.models import Review

VERSIONS = 20


@require_safe
def ladder(request: HttpRequest) -> HttpResponse:
    """Show a board's ladder in words, each part with the way to change it."""
    boards = Board.objects.filter(pk__in=request.user.boards_seen_as(Manager, Chair))
    if not boards:
        raise PermissionDenied("A board's reminders are seen by its business manager and Chair.")
    asked = request.GET.get("board")
    board = get_object_or_404(boards, slug=asked) if asked else boards[0]
    current = BoardLadder.of(board)
    context = {
        "board": board,
        "boards": boards,
        "parts": parts_in_words(current),
        "may_change": request.user.has_role(Manager, board=board),
        "is_default": current == DEFAULT,
        "versions": board.ladders.select_related("by")[:VERSIONS],
    }
    return render(request, "notifications/ladder.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, slug: str, part: str) -> HttpResponse:
    """The board's manager previews another way for one part, and publishes it."""
    board = find_board(request, slug)
    if part not in FORMS:
        raise Http404
    current = BoardLadder.of(board)
    form = form_for(request, board, FORMS[part], current)
    is_publishing = request.POST.get("act") == "publish"
    if is_publishing and form.is_valid() and published(form, request, board):
        return redirect(f"{reverse('ladder')}?board={board.slug}")
    context = {
        "board": board,
        "part": part,
        "form": form,
        "now": words_of(form, current),
        "preview": preview_of(form, current),
    }
    return render(request, "notifications/ladder_change.html", context)


def find_board(request: HttpRequest, slug: str) -> Board:
    """Return the board whose reminders the person sets; its Chair is told who does."""
    boards = request.user.boards_seen_as(Manager, Chair)
    board = get_object_or_404(Board, slug=slug, pk__in=boards)
    if not request.user.has_role(Manager, board=board):
        raise PermissionDenied("A board's reminders are set by its business manager.")
    return board


def form_for(request: HttpRequest, board: Board, form: type[PartForm], current: Ladder) -> PartForm:
    """Return the form, filled in as the part is now, or as it is by default."""
    return form(
        request.POST if request.method == "POST" else None,
        ladder=current,
        shown=DEFAULT if request.GET.get("from") == "default" else current,
        reviews=Review.objects.visible_to(request.user)
        .filter(board=board, deadlines__is_open=True)
        .distinct(),
    )


def published(form: PartForm, request: HttpRequest, board: Board) -> bool:
    """The part has been published; where it could not be, the form says why.

    What somebody published meanwhile of another part stays.
    """
    try:
        with transaction.atomic():
            Board.objects.select_for_update(no_key=True).get(pk=board.pk)
            BoardLadder.publish(
                board,
                form.changed(BoardLadder.of(board)),
                reason=form.cleaned_data["reason"],
                by=request.user,
                at=timezone.now(),
            )
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return False
    messages.success(request, "The reminders are changed. They hold from the next sweep on.")
    return True


def words_of(form: PartForm, ladder: Ladder) -> list[tuple[str, list[str]]]:
    """Return in words the parts of the ladder on which the form bears."""
    return [(title, said) for part, title, said in parts_in_words(ladder) if part in form.bears_on]


def preview_of(form: PartForm, current: Ladder) -> dict[str, object] | None:
    """Return what the form's ladder would mean, in words and for the chosen review."""
    if not form.is_bound or not form.is_valid():
        return None
    review = form.cleaned_data["review"]
    rows = compare(review, current, form.ladder, on=timezone.localdate()) if review else []
    return {"in_words": words_of(form, form.ladder), "review": review, "rows": rows}
