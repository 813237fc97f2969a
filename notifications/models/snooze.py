"""Reminders of a deadline are put off until a day, with a reason."""

from datetime import date, datetime, timedelta
from typing import ClassVar, Self

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils.timezone import localdate

from boards.models import User
from notifications.models.reminder import Kind, Reminder
from notifications.permissions import may_see_to
from reviews.conditions import NotYet
from reviews.models import Deadline, Review
from reviews.noting import log_about

LONGEST = timedelta(days=14)
PUT_OFF = "Reminders were put off."
NOT_PUT_OFF = "The reminders of this deadline are not put off."
NOT_YOURS = "Reminders are put off by the board’s coordinators and business manager."


class SnoozeQuerySet(models.QuerySet["Snooze"]):
    def in_force(self) -> Self:
        """Keep those that hold reminders back: a sweep ends what has reached its day."""
        return self.filter(ended_at=None, due_version=F("deadline__version"))

    def over(self, on: date) -> Self:
        """Keep those that nobody has ended though their day has come."""
        return self.filter(ended_at=None, until_on__lte=on)

    def for_review(self, review: Review) -> Self:
        """Keep the review's own, newest first, with what a list of them shows."""
        related = ("by", "ended_by", "deadline")
        return self.filter(deadline__review=review).select_related(*related).order_by("-id")

    def wake(self, *, at: datetime, by: User | None = None) -> int:
        """These hold nothing back any more, and what they held back waits again; return that."""
        pks = list(self.values_list("pk", flat=True))
        with transaction.atomic():
            # Those of a date that has moved since are over as well, and hold nothing.
            held = Reminder.objects.filter(deadline__snoozes__in=pks)
            woken = held.left_out(PUT_OFF).wait_again()
            Snooze.objects.filter(pk__in=pks, ended_at=None).update(ended_at=at, ended_by=by)
        return woken


class Snooze(models.Model):
    """At `at` a person put off the reminders of a deadline until a day, as it was due then.

    Nobody is reminded meanwhile, but for the last-day warnings of a statutory deadline. It is of
    one value of the due date: when the date moves, it holds nothing back.
    """

    deadline = models.ForeignKey(
        Deadline, on_delete=models.PROTECT, related_name="snoozes", db_index=False
    )
    due_version = models.PositiveSmallIntegerField()
    until_on = models.DateField()
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+", help_text="Empty: its day came"
    )

    objects = SnoozeQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["deadline", "due_version"],
                condition=Q(ended_at=None),
                name="one_open_snooze_a_date",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="snooze_has_reason"),
            models.CheckConstraint(
                condition=Q(ended_by=None) | Q(ended_at__isnull=False),
                name="snooze_ended_by_and_at",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["until_on"], condition=Q(ended_at=None), name="snooze_open"),
            models.Index(fields=["deadline"], name="snooze_deadline"),
        ]

    def __str__(self) -> str:
        return f"Reminders of {self.deadline} are put off until {self.until_on:%-d %B %Y}"

    @classmethod
    def give(
        cls, deadline: Deadline, *, until: date, reason: str, by: User, at: datetime
    ) -> "Snooze":
        """Reminders are put off, the log has it, and whoever supervises the person is told.

        Raises PermissionDenied, NotYet, and ValidationError with what to mend.
        """
        if not may_see_to(by, deadline.review):
            raise PermissionDenied(NOT_YOURS)
        refuse_day(until, localdate(at))
        with transaction.atomic():
            deadline = Deadline.objects.select_for_update().get(pk=deadline.pk)
            if not deadline.is_open:
                raise NotYet(["It is no longer owed, so nobody is reminded of it."])
            open_ones = cls.objects.filter(deadline=deadline, ended_at=None)
            if open_ones.in_force().exists():
                raise NotYet(["Its reminders are put off already. End that first."])
            open_ones.update(ended_at=at)  # of a date that has moved
            snooze = cls.objects.create(
                deadline=deadline,
                due_version=deadline.version,
                until_on=until,
                reason=reason,
                by=by,
                at=at,
            )
            Reminder.tell_supervisors(deadline, Kind.SNOOZED, snooze=snooze, by=by, at=at)
            snooze._log(
                "snooze",
                f"{by} put off reminders of {deadline.name} until {until:%-d %B %Y}: {reason}",
                by=by,
                at=at,
            )
        return snooze

    def end(self, *, by: User, at: datetime) -> None:
        """Reminders go on from the next sweep. Twice is once."""
        if not may_see_to(by, self.deadline.review):
            raise PermissionDenied(NOT_YOURS)
        with transaction.atomic():
            mine = Snooze.objects.select_for_update().filter(pk=self.pk, ended_at=None)
            if not mine.exists():
                raise NotYet([NOT_PUT_OFF])
            mine.wake(at=at, by=by)
            words = f"{by} let reminders of {self.deadline.name} go on."
            self._log("end_snooze", words, by=by, at=at)

    def _log(self, verb: str, sentence: str, *, by: User, at: datetime) -> None:
        review = self.deadline.review
        log_about(
            review,
            verb,
            sentence,
            by=by,
            at=at,
            deadline=self.deadline_id,
            due_version=self.due_version,
            until=self.until_on,
            reason=self.reason,
        )


def refuse_day(until: date, on: date) -> None:
    """Raise ValidationError where reminders may not be put off from the day `on` until then."""
    last = on + LONGEST
    if not on < until <= last:
        raise ValidationError(
            {"until": f"The day must be after today and no later than {last:%-d %B %Y}"}
        )
