"""The page of one row of the ledger: the mail, and what became of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from notifications.models import Reminder
from notifications.models.ledger import SAID_IN_MAILS
from notifications.preview import preview
from reviews.models import Review


@require_safe
def reminder(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the mail as it was sent, or as it would be sent today, and what became of it."""
    rows = Reminder.objects.visible_to(request.user).beside_their_address()
    related = ("recipient", "mail__recipient", *SAID_IN_MAILS)
    row = get_object_or_404(rows.select_related(*related), pk=pk)
    facts = {
        "reminder": row,
        "mail": preview(row, on=timezone.localdate()),
        "receipts": row.mail.receipts.all() if row.mail else (),
        # An agency sees what it was asked for, and not the review.
        "sees_review": Review.objects.visible_to(request.user).filter(pk=row.review_id).exists(),
    }
    return render(request, "notifications/preview.html", facts)
