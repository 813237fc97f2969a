"""The page of one row of the ledger, and that of the mails that a person is about to have."""

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.models import Board, User
from boards.roles import Chair, Coordinator, Manager
from notifications import preview
from notifications.models import Reminder
from notifications.models.ledger import SAID_IN_MAILS
from reviews.models import Review


@require_safe
def reminder(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the mail as it was sent, or as it would be sent today, and what became of it."""
    rows = Reminder.objects.visible_to(request.user).beside_their_address()
    related = ("recipient", "mail__recipient", *SAID_IN_MAILS)
    row = get_object_or_404(rows.select_related(*related), pk=pk)
    facts = {
        "reminder": row,
        "mail": preview.preview(row, seen_by=request.user, at=timezone.now()),
        "receipts": row.mail.receipts.all() if row.mail else (),
        # An agency sees what it was asked for, and not the review.
        "sees_review": Review.objects.visible_to(request.user).filter(pk=row.review_id).exists(),
        "has_ahead": bool(boards_of(row.recipient, seen_by=request.user)),
    }
    return render(request, "notifications/preview.html", facts)


@require_safe
def ahead(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Show the mails that a person, oneself unless another is named, would have next."""
    person = request.user if pk is None else get_object_or_404(User, pk=pk)
    boards = boards_of(person, seen_by=request.user)
    if not boards:
        raise Http404
    at = timezone.now()
    letters = [
        letter
        for board in boards
        for letter in preview.ahead(person, board, seen_by=request.user, at=at)
    ]
    facts = {"person": person, "letters": letters, "has_boards": len(boards) > 1}
    return render(request, "notifications/ahead.html", facts)


def boards_of(person: User, *, seen_by: User) -> list[Board]:
    """Return the boards that tell the person anything: of others, those that one answers for."""
    theirs = Board.objects.filter(
        Q(pk__in=[seat.board_id for seat in person.seats()]) | Q(agencies__in=person.led_agencies())
    )
    if person != seen_by:
        theirs = theirs.filter(pk__in=seen_by.boards_seen_as(Coordinator, Manager, Chair))
    return list(theirs.order_by("name").distinct())
