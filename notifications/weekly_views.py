"""The page where a manager reads the summary of the week before it comes."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.models import Board
from boards.roles import Manager
from notifications.letters import compose_summary
from notifications.models import BoardLadder, Mail
from notifications.preview import without_empty_lines
from notifications.summary import summary_of


@require_safe
def weekly_summary(request: HttpRequest) -> HttpResponse:
    """Show what the summary of a board would say to its manager today."""
    boards = Board.objects.filter(pk__in=request.user.boards_seen_as(Manager))
    if not boards:
        raise PermissionDenied("The summary of the week is for a board's business manager.")
    asked = request.GET.get("board")
    board = get_object_or_404(boards, slug=asked) if asked else boards[0]
    now, today = timezone.now(), timezone.localdate()
    message = compose_summary(Mail(recipient=request.user, board=board, made_at=now), on=today)
    facts = {
        "board": board,
        "boards": boards,
        "is_sent": BoardLadder.of(board).is_weekly,
        "is_empty": summary_of(board, request.user, on=today).is_empty,
        "subject": message.subject,
        "text": message.body.strip(),
        "html": without_empty_lines(message.alternatives[0].content),
    }
    return render(request, "notifications/weekly.html", facts)
