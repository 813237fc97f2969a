"""What the ledger does when a review moves, and what it adds to the pages of `reviews`."""

from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.dispatch import receiver
from django.utils import timezone

from boards.models import User
from notifications.models import Reminder
from notifications.planning import supersede_stale
from notifications.standing import standings
from reviews.known import Known
from reviews.models import Deadline, Review, StateChange
from reviews.sections import Section
from reviews.signals import review_moved, review_sections
from reviews.tally import how_many

# A move entered long after it was made, as when records are brought over, is no news to anybody.
NEWS_LASTS = timedelta(days=7)
SHOWN = 5  # on the review's page; the others are a link away
SHOWN_OF_DEADLINE = 50  # on the deadline's


@receiver(review_moved, dispatch_uid="notifications.review_moved")
def follow(sender: type, change: StateChange, **_: Any) -> None:
    """What the move has met or ended is not sent; whose turn it has become is told."""
    supersede_stale(Reminder.objects.filter(review=change.review_id), at=change.at)
    if timezone.now() - change.at < NEWS_LASTS:
        Reminder.tell(change, at=change.at)


@receiver(review_sections, dispatch_uid="notifications.review_sections")
def who_was_told(
    sender: type,
    review: Review,
    known: Known,
    user: User,
    deadline: Deadline | None = None,
    **_: Any,
) -> Section:
    """Return the part of the page that shows who was last told what, or all of one deadline."""
    rows = Reminder.objects.for_review(review)
    if deadline:
        return _told_of(deadline, rows.visible_to(user), user)
    # Whoever has opened the review sees whatever was told of it and of its deadlines.
    missed = how_many(Reminder.objects.filter(review=review).undelivered())
    reminders = list(rows.annotate(undelivered_in_all=missed)[:SHOWN])
    facts = {
        "reminders": reminders,
        "undelivered": reminders[0].undelivered_in_all if reminders else 0,
        "standings": standings(known.deadlines, user, on=timezone.localdate()),
    }
    return Section("notifications/_section.html", facts)


def _told_of(deadline: Deadline, rows: QuerySet[Reminder], user: User) -> Section:
    facts = {
        "standings": standings([deadline], user, on=timezone.localdate()),
        "reminders": list(rows.filter(deadline=deadline)[:SHOWN_OF_DEADLINE]),
        # An agency sees what it was asked for, and not the review.
        "sees_review": Review.objects.visible_to(user).filter(pk=deadline.review_id).exists(),
    }
    return Section("notifications/_told.html", facts)
