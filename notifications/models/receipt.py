"""What became of a mail after GOV.UK Notify had taken it."""

from datetime import datetime, timedelta
from enum import Enum, auto
from typing import ClassVar
from uuid import UUID

from django.db import models, transaction

from notifications.models.reminder import Reminder
from records.models import log

AGAIN_AFTER = timedelta(hours=1)
TRIES = 3  # each of which Notify itself keeps up for as long as three days


class Outcome(models.TextChoices):
    """As Notify calls it, and what that means."""

    DELIVERED = "delivered", "Delivered"
    PERMANENT_FAILURE = "permanent-failure", "The address does not take mail"
    TEMPORARY_FAILURE = "temporary-failure", "The mailbox did not take it in time"
    TECHNICAL_FAILURE = "technical-failure", "GOV.UK Notify could not send it"


WORTH_ANOTHER_TRY = (Outcome.TEMPORARY_FAILURE, Outcome.TECHNICAL_FAILURE)
IN_WORDS = {
    Outcome.PERMANENT_FAILURE: "The address does not take mail. Ask the person for one that does.",
    Outcome.TEMPORARY_FAILURE: "The mailbox did not take it in time; it may be full.",
    Outcome.TECHNICAL_FAILURE: "GOV.UK Notify could not send it.",
}


class Taken(Enum):
    """What taking a receipt came to."""

    KEPT = auto()
    KNOWN = auto()
    UNKNOWN = auto()  # no mail of this portal has the reference
    TOO_EARLY = auto()  # the mail may be one whose sending is not noted yet


class Receipt(models.Model):
    """Notify says at `at` what became of a mail; we were told at `notified_at`.

    Rows are added and never changed. One that went to several rows of the ledger has several.
    """

    reminder = models.ForeignKey(Reminder, on_delete=models.PROTECT, related_name="receipts")
    notification = models.UUIDField(help_text="Notify's own identifier of the mail.")
    status = models.CharField(max_length=20, choices=Outcome)
    at = models.DateTimeField()
    notified_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["notification", "status", "reminder"], name="receipt_kept_once"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=Outcome.values), name="receipt_status_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_status_display()}: {self.reminder}"

    @classmethod
    def take(
        cls, reference: str, *, notification: UUID, status: str, at: datetime, notified_at: datetime
    ) -> Taken:
        """The receipt is kept and its reminders have followed it, however often it comes."""
        with transaction.atomic():
            reminders = _reminders_of(reference)
            if cls.objects.filter(notification=notification, status=status).exists():
                return Taken.KNOWN
            if not reminders:
                in_flight = Reminder.objects.waiting().filter(claim__isnull=False)
                return Taken.TOO_EARLY if in_flight.exists() else Taken.UNKNOWN
            receipts = [
                cls(
                    reminder=reminder,
                    notification=notification,
                    status=status,
                    at=at,
                    notified_at=notified_at,
                )
                for reminder in reminders
            ]
            cls.objects.bulk_create(receipts)
            for receipt in receipts:
                receipt._follow()
        return Taken.KEPT

    def _follow(self) -> None:
        """The reminder stands as sent, waits again, or has bounced."""
        if self.status == Outcome.DELIVERED:
            return
        words = IN_WORDS[Outcome(self.status)]
        if self.status in WORTH_ANOTHER_TRY and self._may_be_tried_again():
            self._change_reminder(
                sent_at=None,
                message_id="",
                failure=words,
                next_attempt_at=self.notified_at + AGAIN_AFTER,
            )
            return
        self._change_reminder(bounced_at=self.at, failure=words)
        review = self.reminder.review
        log(
            "bounce",
            f"A reminder to {self.reminder.recipient} did not arrive. {words}",
            by=None,
            at=self.notified_at,
            board=review.board_id,
            subject=review,
            reference=review.reference,
            reminder=self.reminder_id,
            status=self.status,
        )

    def _may_be_tried_again(self) -> bool:
        """Return whether it has been tried too seldom, and nothing newer has taken its place."""
        reminder = self.reminder
        tried = reminder.receipts.filter(status__in=WORTH_ANOTHER_TRY).count()
        later = Reminder.objects.filter(
            deadline__isnull=False,
            deadline=reminder.deadline_id,
            recipient=reminder.recipient_id,
            pk__gt=reminder.pk,
        )
        return tried < TRIES and not later.exists()

    def _change_reminder(self, **facts: object) -> None:
        Reminder.objects.filter(pk=self.reminder_id).update(**facts)


def _reminders_of(reference: str) -> list[Reminder]:
    """Return those that went out under the reference, locked until the transaction ends."""
    if not reference:  # as have those that have not been sent
        return []
    sent = Reminder.objects.filter(message_id=reference).order_by("pk")
    return list(sent.select_related("recipient", "review").select_for_update(of=("self",)))
