"""Somebody asks for a reminder of a deadline now, whatever the ladder says."""

from datetime import date, datetime
from typing import ClassVar

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils.timezone import localdate

from boards.models import User
from notifications.ladder import Tier
from notifications.models.reminder import Kind, Reminder
from notifications.permissions import may_see_to
from notifications.recipients import who_is_told
from notifications.turns import waits_for_chair
from reviews.conditions import NotYet
from reviews.models import Deadline
from reviews.noting import log_about

NOBODY = "There is nobody to remind: give the review an owner, or the agency an author."
NOT_YOURS = "Reminders are asked for by the board’s coordinators and business manager."


class Nudge(models.Model):
    """At `at` a person had whoever must act reminded of a deadline, once a day at the most."""

    deadline = models.ForeignKey(
        Deadline, on_delete=models.PROTECT, related_name="nudges", db_index=False
    )
    due_version = models.PositiveSmallIntegerField()
    on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["deadline", "on"], name="one_nudge_a_deadline_and_day"),
        ]

    def __str__(self) -> str:
        return f"{self.by} had {self.deadline} called to mind"

    @classmethod
    def give(cls, deadline: Deadline, *, by: User, at: datetime) -> bool:
        """A mail to whoever must act waits to be sent, with their supervisor on copy.

        False where somebody has asked today already. Raises PermissionDenied and NotYet.
        """
        if not may_see_to(by, deadline.review):
            raise PermissionDenied(NOT_YOURS)
        with transaction.atomic():
            deadline = Deadline.objects.select_for_update().get(pk=deadline.pk)
            if not deadline.is_open:
                raise NotYet(["It is no longer owed, so nobody is reminded of it."])
            nudge, is_new = cls.objects.get_or_create(
                deadline=deadline,
                on=localdate(at),
                defaults={"due_version": deadline.version, "by": by, "at": at},
            )
            if is_new:
                nudge._tell()
        return is_new

    @property
    def reminded(self) -> list[Reminder]:
        """Return what went to those who must act, the copies left out."""
        rows = self.reminders.select_related("recipient", "nudge", "review", "deadline")
        return [row for row in rows.order_by("pk") if not row.is_copy]

    def _tell(self) -> None:
        told = who_must_act(self.deadline, but=self.by)
        if not told:
            raise NotYet([NOBODY])
        deadline, at = self.deadline, self.at
        Reminder.tell_of(deadline, Kind.ASKED, told, nudge=self, at=at)
        Reminder.tell_supervisors(deadline, Kind.ASKED, nudge=self, by=self.by, at=at)
        review = deadline.review
        log_about(
            review,
            "remind_now",
            f"{self.by} asked for a reminder of {deadline.name}, due {deadline.due_on:%-d %B %Y}.",
            by=self.by,
            at=at,
            deadline=deadline.pk,
            due_version=self.due_version,
        )


def who_must_act(deadline: Deadline, *, but: User | None = None) -> list[tuple[User, Tier]]:
    """Return who is reminded when somebody asks, each once: the agency's authors or, of all else,
    the Chair where it waits for the Chair, whoever is to do it and those who own it.

    The person who asks, `but`, is left out where anybody else is told.
    """
    tiers: tuple[Tier, ...] = (Tier.DOER, Tier.OWNER, Tier.COVER, Tier.STAND_IN)
    if deadline.asked_of:
        tiers = (Tier.AGENCY,)
    elif waits_for_chair(deadline, deadline.review.state):
        tiers = (Tier.CHAIR, *tiers)
    found: dict[User, Tier] = {}
    for tier in tiers:
        for person in who_is_told(deadline, tier):
            found.setdefault(person, tier)
    others = {person: tier for person, tier in found.items() if person != but}
    return list((others or found).items())


def asked_today(deadline: Deadline, on: date) -> Nudge | None:
    """Return who asked for a reminder of it on the day `on`."""
    return Nudge.objects.filter(deadline=deadline, on=on).select_related("by").first()
