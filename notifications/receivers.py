"""What the ledger does when a review moves, and what it adds to a review's page."""

from datetime import timedelta
from typing import Any

from django.dispatch import receiver
from django.utils import timezone

from boards.models import User
from notifications.models import Reminder
from notifications.planning import supersede_stale
from reviews.models import Review, StateChange
from reviews.page import Section
from reviews.signals import review_moved, review_sections

# A move entered long after it was made, as when records are brought over, is no news to anybody.
NEWS_LASTS = timedelta(days=7)
SHOWN = 5  # on the review's page; the others are a link away


@receiver(review_moved, dispatch_uid="notifications.review_moved")
def follow(sender: type, change: StateChange, **_: Any) -> None:
    """What the move has met or ended is not sent; whose turn it has become is told."""
    supersede_stale(Reminder.objects.filter(review=change.review_id), at=change.at)
    if timezone.now() - change.at < NEWS_LASTS:
        Reminder.tell(change, at=change.at)


@receiver(review_sections, dispatch_uid="notifications.review_sections")
def latest_reminders(sender: type, review: Review, user: User, **_: Any) -> Section:
    """Return the part of the page that shows who was last told what."""
    rows = Reminder.objects.visible_to(user).for_review(review)
    facts = {"reminders": list(rows[:SHOWN]), "undelivered": rows.undelivered().count()}
    return Section("notifications/_section.html", facts)
