"""The ledger: one row for each thing that one person is told once."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from boards.govuk.words import counted
from boards.models import User
from notifications.ladder import Tier
from notifications.models.queue import WAITING, ReminderQuerySet
from notifications.recipients import who_may_see
from notifications.turns import turn_after
from reviews.models import Deadline, Review, StateChange

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)


class Kind(models.TextChoices):
    REMINDER = "reminder", "Reminder"
    DATE_CHANGED = "date_changed", "News of a changed date"
    TURN = "turn", "News that it is their turn"


@dataclass(frozen=True, slots=True)
class Status:
    """How a row stands: a word, the colour of its tag, the instant and the reason."""

    label: str
    colour: str
    at: datetime
    because: str = ""


class Reminder(models.Model):
    """One person is told one thing once: planned, then sent, failed or superseded.

    `due_version` and `due_on` are the deadline's when it was planned; `previous_due_on` is the
    date that the person was told before, where the mail is about the change.
    """

    kind = models.CharField(max_length=12, choices=Kind)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="reminders")
    deadline = models.ForeignKey(
        Deadline, null=True, on_delete=models.PROTECT, related_name="reminders", db_index=False
    )
    due_version = models.PositiveSmallIntegerField(null=True)
    due_on = models.DateField(null=True)
    previous_due_on = models.DateField(null=True)
    stage = models.SmallIntegerField(null=True, help_text="Days left; negative when overdue.")
    change = models.ForeignKey(
        StateChange, null=True, on_delete=models.PROTECT, related_name="reminders", db_index=False
    )
    recipient = models.ForeignKey(User, on_delete=models.PROTECT, related_name="reminders")
    tier = models.CharField(max_length=8, choices=Tier)
    planned_at = models.DateTimeField()
    next_attempt_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0, db_default=0)
    claim = models.UUIDField(null=True)
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    message_id = models.CharField(max_length=200, default="", db_default="")
    failed_at = models.DateTimeField(null=True)
    failure = models.CharField(
        max_length=300, default="", db_default="", help_text="The mail server's last refusal."
    )
    superseded_at = models.DateTimeField(null=True)
    superseded_because = models.CharField(max_length=200, default="", db_default="")

    bounced_at = models.DateTimeField(
        null=True, help_text="When what had been taken came back; the words are in `failure`."
    )

    is_taken_over = False  # from a worker that never said what became of it

    objects = ReminderQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["deadline", "due_version", "stage", "recipient"],
                name="one_reminder_a_stage_and_person",
            ),
            models.UniqueConstraint(
                fields=["deadline", "due_version", "recipient"],
                condition=Q(kind=Kind.DATE_CHANGED),
                name="one_news_of_a_date_and_person",
            ),
            models.UniqueConstraint(
                fields=["change", "recipient"], name="one_turn_a_move_and_person"
            ),
            models.CheckConstraint(
                condition=Q(
                    kind=Kind.REMINDER,
                    deadline__isnull=False,
                    due_version__isnull=False,
                    due_on__isnull=False,
                    stage__isnull=False,
                    previous_due_on=None,
                    change=None,
                )
                | Q(
                    kind=Kind.DATE_CHANGED,
                    deadline__isnull=False,
                    due_version__isnull=False,
                    due_on__isnull=False,
                    previous_due_on__isnull=False,
                    change=None,
                )
                | Q(
                    kind=Kind.TURN,
                    change__isnull=False,
                    deadline=None,
                    due_version=None,
                    due_on=None,
                    previous_due_on=None,
                    stage=None,
                ),
                name="reminder_is_about_what_its_kind_says",
            ),
            models.CheckConstraint(condition=Q(tier__in=Tier.values), name="reminder_tier_known"),
            models.CheckConstraint(
                condition=Q(claim=None, claimed_at=None)
                | Q(claim__isnull=False, claimed_at__isnull=False),
                name="reminder_claimed_at_and_by",
            ),
            models.CheckConstraint(
                condition=Q(claim=None) | WAITING, name="reminder_claimed_while_waiting"
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None, message_id="")
                | (Q(sent_at__isnull=False) & ~Q(message_id="")),
                name="reminder_sent_with_message_id",
            ),
            models.CheckConstraint(
                condition=Q(failed_at=None) | ~Q(failure=""), name="reminder_failed_with_words"
            ),
            models.CheckConstraint(
                condition=Q(superseded_at=None, superseded_because="")
                | (Q(superseded_at__isnull=False) & ~Q(superseded_because="")),
                name="reminder_superseded_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None, failed_at=None)
                | Q(sent_at=None, superseded_at=None)
                | Q(failed_at=None, superseded_at=None),
                name="reminder_ends_in_one_way",
            ),
            models.CheckConstraint(
                condition=Q(bounced_at=None) | (Q(sent_at__isnull=False) & ~Q(failure="")),
                name="reminder_bounced_after_sending",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["recipient", "id"], condition=WAITING, name="reminder_queue"),
            models.Index(fields=["planned_at"], condition=WAITING, name="reminder_oldest"),
            models.Index(fields=["review", "-planned_at"], name="reminder_review"),
            models.Index(
                fields=["message_id"], condition=~Q(message_id=""), name="reminder_message_id"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} to {self.recipient}"

    @classmethod
    def tell(cls, change: StateChange, *, at: datetime) -> int:
        """Everybody whose turn it has become, but for the person who moved it, has a row."""
        turn = turn_after(change)
        if turn is None:
            return 0
        rows = [
            cls(
                kind=Kind.TURN,
                review=change.review,
                change=change,
                recipient=person,
                tier=tier,
                planned_at=at,
                next_attempt_at=at,
            )
            for tier in turn.tiers
            for person in who_may_see(change.review, tier)
            if person != change.by
        ]
        return len(cls.objects.bulk_create(rows, ignore_conflicts=True))

    @property
    def about(self) -> str:
        """Return what it is about, for those who may see the review."""
        if self.deadline:
            return self.deadline.name
        turn = turn_after(self.change) if self.change else None
        return turn.what if turn else ""

    @property
    def send_on(self) -> date:
        """Return the day from which it is owed."""
        if self.due_on is None or self.stage is None:
            return timezone.localdate(self.planned_at)
        return self.due_on - timedelta(days=self.stage)

    @property
    def rung(self) -> str:
        """Return its step of the ladder in words."""
        if self.kind == Kind.TURN:
            return "When it became their turn"
        if self.kind == Kind.DATE_CHANGED:
            return "When the date changed"
        if not self.stage:
            return "On the day"
        return f"{counted(abs(self.stage), 'day')} {'before' if self.stage > 0 else 'after'}"

    @property
    def status(self) -> Status:
        if self.bounced_at:
            return Status("Bounced", "red", self.bounced_at, self.failure)
        if self.sent_at:
            return Status("Sent", "green", self.sent_at)
        if self.failed_at:
            return Status("Failed", "red", self.failed_at, self.failure)
        if self.superseded_at:
            return Status("Not sent", "grey", self.superseded_at, self.superseded_because)
        if self.attempts:
            return Status("Trying again", "yellow", self.next_attempt_at, self.failure)
        return Status("Planned", "blue", self.planned_at)

    @property
    def may_have_left(self) -> bool:
        """Return whether an earlier attempt may have succeeded without our knowing."""
        return self.is_taken_over or self.attempts > 0

    def mark_sent(self, message_id: str, *, at: datetime) -> bool:
        """The mail server has taken it; False when the claim had run out by then."""
        return self._settle(sent_at=at, message_id=message_id, attempts=F("attempts") + 1)

    def fail(self, words: str, *, at: datetime) -> bool:
        """The mail server will never take it, in its own words."""
        return self._settle(failed_at=at, failure=words[:300], attempts=F("attempts") + 1)

    def supersede(self, because: str, *, at: datetime) -> bool:
        """It is not owed any more, for this reason."""
        return self._settle(superseded_at=at, superseded_because=because[:200])

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
        mine = Reminder.objects.filter(pk=self.pk, claim=self.claim)
        return mine.update(claim=None, claimed_at=None, **facts) == 1
