"""An agency's authors are told that their chronology came back; why is in the portal alone."""

from datetime import date
from typing import Any

from django.dispatch import receiver

from chronology.models import Submission
from chronology.signals import chronology_sent_back
from notifications import recipients
from notifications.ladder import Tier
from notifications.models import Kind, Reminder
from reviews.models import Deadline


@receiver(chronology_sent_back, dispatch_uid="notifications.chronology_sent_back")
def tell_the_agency(sender: type, submission: Submission, was_due_on: date, **_: Any) -> None:
    """Each author of the agency has a row, which goes by mail at once."""
    deadlines = Deadline.objects.filter(commission__chronology=submission.chronology_id)
    rows = [
        Reminder(
            kind=Kind.DATE_CHANGED,
            review_id=deadline.review_id,
            deadline=deadline,
            due_version=deadline.version,
            due_on=submission.again_by_on,
            previous_due_on=was_due_on,
            recipient_id=deadline.recipient,
            tier=Tier.AGENCY,
            planned_at=submission.sent_back_at,
        )
        for deadline in recipients.of_deadlines(deadlines, Tier.AGENCY)
        if deadline.recipient != submission.sent_back_by_id
    ]
    Reminder.objects.bulk_create(rows, ignore_conflicts=True)


def is_about_what_was_sent_back(reminder: Reminder) -> bool:
    """Return whether the date that it tells is that of a chronology which was sent back."""
    if reminder.kind != Kind.DATE_CHANGED or not reminder.deadline.commission_id:
        return False
    return Submission.objects.filter(
        chronology__commission=reminder.deadline.commission_id,
        sent_back_at__isnull=False,
        again_by_on=reminder.due_on,
    ).exists()
