"""An agency's authors are told that their chronology came back; why is in the portal alone."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef
from django.dispatch import receiver

from chronology.models import Submission
from chronology.signals import chronology_sent_back
from notifications import recipients
from notifications.ladder import Tier
from notifications.models import Kind, Reminder
from reviews.models import Deadline


@receiver(chronology_sent_back, dispatch_uid="notifications.chronology_sent_back")
def tell_the_agency(sender: type, submission: Submission, **_: Any) -> None:
    """Each author of the agency has a row for this sending back, which goes by mail at once.

    It has the day by which it is wanted again, which of an IMR is not that of the whole.
    """
    deadlines = Deadline.objects.filter(commission__chronology=submission.chronology_id)
    rows = [
        Reminder(
            kind=Kind.SENT_BACK,
            review_id=deadline.review_id,
            deadline=deadline,
            due_version=deadline.version,
            due_on=submission.again_by_on,
            submission=submission,
            recipient_id=deadline.recipient,
            tier=Tier.AGENCY,
            planned_at=submission.sent_back_at,
        )
        for deadline in recipients.of_deadlines(deadlines, Tier.AGENCY)
        if deadline.recipient != submission.sent_back_by_id
    ]
    Reminder.objects.bulk_create(rows, ignore_conflicts=True)


def handed_in_since(rows: Iterable[Reminder]) -> set[int]:
    """Return the submissions, of those that `rows` tell of, after which another was handed in."""
    told = {row.submission_id for row in rows if row.submission_id}
    if not told:
        return set()
    later = Submission.objects.filter(
        chronology=OuterRef("chronology"), number__gt=OuterRef("number")
    )
    return set(
        Submission.objects.filter(Exists(later), pk__in=told)
        .order_by()
        .values_list("pk", flat=True)
    )
