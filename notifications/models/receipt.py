"""What became of a mail after GOV.UK Notify had taken it."""

from datetime import datetime, timedelta
from enum import Enum, auto
from typing import ClassVar
from uuid import UUID

from django.db import models, transaction
from django.db.models import Exists, OuterRef

from notifications.models.held_address import HeldAddress
from notifications.models.ledger import OVERTAKEN
from notifications.models.mail import Mail
from notifications.models.reminder import Reminder
from reviews.noting import log_about

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

    Rows are added and never changed.
    """

    mail = models.ForeignKey(Mail, on_delete=models.PROTECT, related_name="receipts")
    notification = models.UUIDField(help_text="Notify's own identifier of the mail.")
    status = models.CharField(max_length=20, choices=Outcome)
    at = models.DateTimeField()
    notified_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["notification", "status"], name="receipt_kept_once"),
            models.CheckConstraint(
                condition=models.Q(status__in=Outcome.values), name="receipt_status_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_status_display()}: {self.mail}"

    @classmethod
    def take(
        cls, reference: str, *, notification: UUID, status: str, at: datetime, notified_at: datetime
    ) -> Taken:
        """The receipt is kept and its mail has followed it, however often it comes."""
        with transaction.atomic():
            mail = _mail_of(reference)
            if cls.objects.filter(notification=notification, status=status).exists():
                return Taken.KNOWN
            if mail is None:
                in_flight = Mail.objects.waiting().filter(claim__isnull=False)
                return Taken.TOO_EARLY if in_flight.exists() else Taken.UNKNOWN
            receipt = cls.objects.create(
                mail=mail, notification=notification, status=status, at=at, notified_at=notified_at
            )
            receipt._follow()
        return Taken.KEPT

    def _follow(self) -> None:
        """The mail stands as sent, waits again, or has bounced."""
        if self.status == Outcome.DELIVERED:
            return
        words = IN_WORDS[Outcome(self.status)]
        if self.status in WORTH_ANOTHER_TRY and self._may_be_tried_again():
            self._change_mail(
                sent_at=None,
                message_id="",
                failure=words,
                next_attempt_at=self.notified_at + AGAIN_AFTER,
            )
            return
        self._change_mail(bounced_at=self.at, failure=words)
        if self.status == Outcome.PERMANENT_FAILURE:
            HeldAddress.hold(
                self.mail.recipient, self.mail.address, because=words, at=self.notified_at
            )
        self._log_bounce(words)

    def _may_be_tried_again(self) -> bool:
        """Return whether it has been tried too seldom, and holds what nothing newer has replaced.

        What something newer has replaced is not told again.
        """
        tried = self.mail.receipts.filter(status__in=WORTH_ANOTHER_TRY).count()
        rows = self.mail.reminders.filter(superseded_at=None)
        later = Reminder.objects.filter(
            deadline=OuterRef("deadline"), recipient=OuterRef("recipient"), pk__gt=OuterRef("pk")
        )
        if tried >= TRIES or not rows.filter(~Exists(later)).exists():
            return False
        rows.filter(Exists(later)).update(
            superseded_at=self.notified_at, superseded_because=OVERTAKEN
        )
        return True

    def _change_mail(self, **facts: object) -> None:
        Mail.objects.filter(pk=self.mail_id).update(**facts)

    def _log_bounce(self, words: str) -> None:
        """The log of each review that the mail spoke of says that it did not arrive."""
        rows = self.mail.reminders.filter(superseded_at=None).select_related("review")
        for review in {row.review_id: row.review for row in rows}.values():
            log_about(
                review,
                "bounce",
                f"A reminder to {self.mail.recipient} did not arrive. {words}",
                by=None,
                at=self.notified_at,
                mail=self.mail_id,
                status=self.status,
            )


def _mail_of(reference: str) -> Mail | None:
    """Return the one that went out under the reference, locked until the transaction ends."""
    if not reference:  # as have those that have not been sent
        return None
    sent = Mail.objects.filter(message_id=reference).select_related("recipient")
    return sent.select_for_update(of=("self",)).first()
