"""One message to one person of one board: the unit that is sent, and sent again."""

from datetime import datetime, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import connection, models
from django.db.models import F, Q

from boards.models import Board, User
from notifications.models.queue import AT_ONCE, WAITING, MailQuerySet

FIRST_WAIT = timedelta(seconds=settings.REMINDER_RETRY_SECONDS)
LONGEST_WAIT = timedelta(hours=1)

MARK_SENT = """
UPDATE notifications_mail
SET sent_at = %s, message_id = %s, address = %s, attempts = attempts + 1,
    claim = NULL, claimed_at = NULL
WHERE id = %s AND claim = %s
"""


class MailKind(models.TextChoices):
    """In the order in which they are sent."""

    AT_ONCE = AT_ONCE, "Sent at once"
    DIGEST = "digest", "Digest of a working morning"
    WEEKLY = "weekly", "Summary of the week"


class Mail(models.Model):
    """What one person is told of one board in one message: claimed, then sent, failed or emptied.

    `on` is the day for which it was made, of a weekly summary its Monday. Its rows of the ledger
    are put into it when it is made and never after, so that what was sent is what it held.
    """

    kind = models.CharField(max_length=8, choices=MailKind)
    recipient = models.ForeignKey(User, on_delete=models.PROTECT, related_name="mails")
    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="mails")
    on = models.DateField()
    made_at = models.DateTimeField()
    next_attempt_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0, db_default=0)
    claim = models.UUIDField(null=True)
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    message_id = models.CharField(max_length=200, default="", db_default="")
    address = models.EmailField(
        default="", db_default="", help_text="Where it was sent; the person may have moved since."
    )
    failed_at = models.DateTimeField(null=True)
    failure = models.CharField(
        max_length=300, default="", db_default="", help_text="The mail server's last refusal."
    )
    bounced_at = models.DateTimeField(
        null=True, help_text="When what had been taken came back; the words are in `failure`."
    )
    emptied_at = models.DateTimeField(
        null=True, help_text="When nothing in it was owed any more, so that it was not sent."
    )

    is_taken_over = False  # from a worker that never said what became of it

    objects = MailQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["recipient", "board", "kind", "on"],
                condition=~Q(kind=AT_ONCE),
                name="one_digest_a_person_board_and_morning",
            ),
            models.UniqueConstraint(
                fields=["recipient", "board", "made_at"],
                condition=Q(kind=AT_ONCE),
                name="one_mail_at_once_a_person_board_and_sweep",
            ),
            models.CheckConstraint(condition=Q(kind__in=MailKind.values), name="mail_kind_known"),
            models.CheckConstraint(
                condition=Q(claim=None, claimed_at=None)
                | Q(claim__isnull=False, claimed_at__isnull=False),
                name="mail_claimed_at_and_by",
            ),
            models.CheckConstraint(
                condition=Q(claim=None) | WAITING, name="mail_claimed_while_waiting"
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None, message_id="")
                | (Q(sent_at__isnull=False) & ~Q(message_id="")),
                name="mail_sent_with_message_id",
            ),
            models.CheckConstraint(
                condition=Q(failed_at=None) | ~Q(failure=""), name="mail_failed_with_words"
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None, failed_at=None)
                | Q(sent_at=None, emptied_at=None)
                | Q(failed_at=None, emptied_at=None),
                name="mail_ends_in_one_way",
            ),
            models.CheckConstraint(
                condition=Q(bounced_at=None) | (Q(sent_at__isnull=False) & ~Q(failure="")),
                name="mail_bounced_after_sending",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["message_id"], condition=~Q(message_id=""), name="mail_message_id"
            ),
            models.Index(fields=["kind", "id"], condition=WAITING, name="mail_queue"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} to {self.recipient}"

    @property
    def may_have_left(self) -> bool:
        """Return whether an earlier attempt may have succeeded without our knowing."""
        return self.is_taken_over or self.attempts > 0

    def mark_sent(self, message_id: str, *, at: datetime) -> bool:
        """The mail server has taken it; False when the claim had run out by then.

        By hand, as it is said once for every mail and never for several: what is noted in one go
        for many would be sent again after a crash.
        """
        facts = {"sent_at": at, "message_id": message_id, "address": self.recipient.email}
        facts |= {"id": self.pk, "claim": self.claim}
        field = Mail._meta.get_field
        values = [field(n).get_db_prep_value(v, connection) for n, v in facts.items()]
        with connection.cursor() as cursor:
            cursor.execute(MARK_SENT, values)
            return cursor.rowcount == 1

    def fail(self, words: str, *, at: datetime) -> bool:
        """The mail server will never take it, in its own words."""
        return self._settle(failed_at=at, failure=words[:300], attempts=F("attempts") + 1)

    def empty(self, *, at: datetime) -> bool:
        """Nothing in it is owed any more."""
        return self._settle(emptied_at=at)

    def put_off(self, words: str, *, at: datetime, until: datetime | None = None) -> bool:
        """The server did not take it now; it is tried again `until`, else later and later."""
        wait = min(FIRST_WAIT * 2 ** min(self.attempts, 10), LONGEST_WAIT)
        return self._settle(
            failure=words[:300], next_attempt_at=until or at + wait, attempts=F("attempts") + 1
        )

    def release(self) -> bool:
        """Whoever asks next may take it at once."""
        return self._settle()

    def _settle(self, **facts: object) -> bool:
        mine = Mail.objects.filter(pk=self.pk, claim=self.claim)
        return mine.update(claim=None, claimed_at=None, **facts) == 1
