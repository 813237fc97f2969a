"""What a board's reminders said at a time: for whoever asks by which rule somebody was told."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from boards.models import Board
from boards.roles import Chair, Manager
from notifications.ladder import DEFAULT
from notifications.ladder_words import in_words
from notifications.models import BoardLadder


@require_safe
def version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show a version in words, from when until when it held, and where it differs from the last.

    Version 0 is the default, which held before the board first agreed on anything.
    """
    boards = Board.objects.filter(pk__in=request.user.boards_seen_as(Manager, Chair))
    board = get_object_or_404(boards, slug=slug)
    wanted = (number - 1, number, number + 1)
    found = {v.version: v for v in board.ladders.filter(version__in=wanted).select_related("by")}
    this, earlier, later = found.get(number), found.get(number - 1), found.get(number + 1)
    if this is None and number:
        raise Http404
    facts = {
        "board": board,
        "number": number,
        "version": this,
        "later": later,
        "parts": _parts(this, earlier),
        "has_earlier": number > 0,
    }
    return render(request, "notifications/ladder_version.html", facts)


def _parts(this: BoardLadder | None, earlier: BoardLadder | None) -> list[tuple[str, list, list]]:
    """Return each part's title, its sentences, and what they were before where they differ."""
    now = in_words(this.ladder if this else DEFAULT)
    if this is None:
        return [(title, sentences, []) for title, sentences in now]
    before = dict(in_words(earlier.ladder if earlier else DEFAULT))
    return [(title, said, before[title] if before[title] != said else []) for title, said in now]
