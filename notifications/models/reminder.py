"""The ledger: one row for each thing that one person is told once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from boards.govuk.words import counted
from boards.models import User
from notifications.ladder import Tier
from notifications.models.kinds import ABOUT_WHAT_ITS_KIND_SAYS, HELD, TOLD_WHEN, Kind
from notifications.models.ledger import ReminderQuerySet
from notifications.models.mail import Mail
from notifications.recipients import who_is_told, who_may_see
from notifications.turns import turn_after, waits_for_chair
from reviews.models import (
    Appointment,
    Deadline,
    HandOver,
    MeetingChange,
    Review,
    StateChange,
)

SUPERVISORS = (Tier.MANAGER, Tier.CHAIR)  # the first who has a seat has the copy


@dataclass(frozen=True, slots=True)
class Status:
    """How a row stands: a word, the colour of its tag, the instant and the reason."""

    label: str
    colour: str
    at: datetime
    because: str = ""


class Reminder(models.Model):
    """One person is told one thing once: planned, then superseded or put into a mail and sent.

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
    nudge = models.ForeignKey(
        "notifications.Nudge",
        null=True,
        on_delete=models.PROTECT,
        related_name="reminders",
        db_index=False,
    )
    snooze = models.ForeignKey(
        "notifications.Snooze",
        null=True,
        on_delete=models.PROTECT,
        related_name="reminders",
        db_index=False,
    )
    submission = models.ForeignKey(
        "chronology.Submission",
        null=True,
        on_delete=models.PROTECT,
        related_name="reminders",
        db_index=False,
    )
    meeting_change = models.ForeignKey(
        MeetingChange,
        null=True,
        on_delete=models.PROTECT,
        related_name="reminders",
        db_index=False,
    )
    appointment = models.ForeignKey(
        Appointment,
        null=True,
        on_delete=models.PROTECT,
        related_name="reminders",
        db_index=False,
    )
    hand_over = models.ForeignKey(
        HandOver,
        null=True,
        on_delete=models.PROTECT,
        related_name="reminders",
        db_index=False,
    )
    recipient = models.ForeignKey(User, on_delete=models.PROTECT, related_name="reminders")
    tier = models.CharField(max_length=8, choices=Tier)
    planned_at = models.DateTimeField()
    mail = models.ForeignKey(Mail, null=True, on_delete=models.PROTECT, related_name="reminders")
    superseded_at = models.DateTimeField(null=True)
    superseded_because = models.CharField(max_length=200, default="", db_default="")

    is_held = False  # as `beside_their_address` has asked

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
            models.UniqueConstraint(
                fields=["nudge", "recipient"],
                condition=Q(nudge__isnull=False),
                name="one_asked_for_a_nudge_and_person",
            ),
            models.UniqueConstraint(
                fields=["snooze", "recipient"],
                condition=Q(snooze__isnull=False),
                name="one_news_of_a_snooze_and_person",
            ),
            models.UniqueConstraint(
                fields=["submission", "recipient"],
                condition=Q(submission__isnull=False),
                name="one_news_of_a_sending_back_and_person",
            ),
            models.UniqueConstraint(
                fields=["meeting_change", "recipient"],
                condition=Q(meeting_change__isnull=False),
                name="one_news_of_a_meeting_and_person",
            ),
            models.UniqueConstraint(
                fields=["appointment", "recipient"],
                condition=Q(appointment__isnull=False),
                name="one_news_of_an_appointment_and_person",
            ),
            models.UniqueConstraint(
                fields=["hand_over", "recipient"],
                condition=Q(hand_over__isnull=False),
                name="one_news_of_a_hand_over_and_person",
            ),
            models.CheckConstraint(
                condition=ABOUT_WHAT_ITS_KIND_SAYS,
                name="reminder_is_about_what_its_kind_says",
            ),
            models.CheckConstraint(condition=Q(tier__in=Tier.values), name="reminder_tier_known"),
            models.CheckConstraint(
                condition=Q(superseded_at=None, superseded_because="")
                | (Q(superseded_at__isnull=False) & ~Q(superseded_because="")),
                name="reminder_superseded_with_reason",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["recipient", "id"],
                condition=Q(mail=None, superseded_at=None),
                name="reminder_loose",
            ),
            models.Index(fields=["review", "-planned_at"], name="reminder_review"),
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
            )
            for tier in turn.tiers
            for person in who_may_see(change.review, tier)
            if person != change.by
        ]
        return len(cls.objects.bulk_create(rows, ignore_conflicts=True))

    @classmethod
    def tell_of(
        cls,
        deadline: Deadline,
        kind: Kind,
        told: Iterable[tuple[User, Tier]],
        *,
        at: datetime,
        **because: models.Model,
    ) -> None:
        """Each of `told` has a row about the deadline, because of a nudge or snooze."""
        rows = [
            cls(
                kind=kind,
                review_id=deadline.review_id,
                deadline=deadline,
                due_version=deadline.version,
                due_on=deadline.due_on,
                recipient=person,
                tier=tier,
                planned_at=at,
                **because,
            )
            for person, tier in told
        ]
        cls.objects.bulk_create(rows, ignore_conflicts=True)

    @classmethod
    def tell_supervisors(
        cls, deadline: Deadline, kind: Kind, *, by: User, at: datetime, **because: models.Model
    ) -> None:
        """The board's manager has a row or, where it is the manager who acts, its Chair has."""
        for tier in SUPERVISORS:
            others = [p for p in who_is_told(deadline, tier) if p != by]
            if others:
                cls.tell_of(deadline, kind, [(p, tier) for p in others], at=at, **because)
                return

    @property
    def is_copy(self) -> bool:
        """Return whether it tells a supervisor what somebody else was asked to do."""
        if self.kind != Kind.ASKED or self.tier not in SUPERVISORS:
            return False
        if self.tier == Tier.MANAGER:
            return True
        earlier = self.review.changes.filter(at__lte=self.nudge.at).order_by("id").last()
        state = earlier.after if earlier else self.review.state
        return not waits_for_chair(self.deadline, state)

    @property
    def about(self) -> str:
        """Return what it is about, for those who may see the review."""
        if self.deadline:
            return self.deadline.name
        if self.meeting_change:
            return str(self.meeting_change)
        if self.appointment:
            return f"Appointment: {self.appointment.get_post_display()}"
        if self.hand_over:
            return "Who owns the review"
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
        if self.kind in TOLD_WHEN:
            return TOLD_WHEN[Kind(self.kind)]
        if not self.stage:
            return "On the day"
        return f"{counted(abs(self.stage), 'day')} {'before' if self.stage > 0 else 'after'}"

    @property
    def status(self) -> Status:
        mail = self.mail
        if self.superseded_at:
            return Status("Not sent", "grey", self.superseded_at, self.superseded_because)
        if mail and mail.bounced_at:
            return Status("Bounced", "red", mail.bounced_at, mail.failure)
        if mail and mail.sent_at:
            return Status("Sent", "green", mail.sent_at)
        if mail and mail.failed_at:
            return Status("Failed", "red", mail.failed_at, mail.failure)
        if self.is_held:
            return Status("Held", "red", self.planned_at, HELD)
        if mail and mail.attempts:
            return Status("Trying again", "yellow", mail.next_attempt_at, mail.failure)
        return Status("Planned", "blue", self.planned_at)
