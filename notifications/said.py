"""What people said of a review's reminders, from the log: evidence that nobody can have changed."""

from django.db.models import QuerySet

from boards.listing import Column, Listing
from notifications.proof import moment
from records.models import AuditEvent
from reviews.models import Review

VERBS = ("acknowledge", "snooze", "end_snooze", "remind_now", "bounce")
COLUMNS = (
    Column("at", "At", ("at",), lambda row: moment(row["at"]), order=("id",)),
    Column("who", "Who", ("by__full_name",), lambda row: row["by__full_name"] or "The portal"),
    Column("what", "What", ("sentence",), lambda row: row["sentence"]),
)


def said_of(review: Review) -> QuerySet[AuditEvent]:
    """Return what was said to be in hand, put off, let go on, asked for now, or came back."""
    return AuditEvent.objects.about(review).filter(verb__in=VERBS)


def said_list(review: Review) -> Listing:
    """Return it as a list for a file."""
    return Listing(
        name=f"things said of the reminders of {review.reference}",
        noun=f"thing said of the reminders of {review.reference}",
        columns=COLUMNS,
        filters=(),
        sort="at",
        keys=("pk", "board_id"),
        is_long=True,
    )
