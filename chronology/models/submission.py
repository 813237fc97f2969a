"""A round in which an agency handed its chronology in."""

from datetime import date, datetime
from typing import Any, ClassVar, Self

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from boards.models import User
from chronology.models.agency_chronology import AgencyChronology
from chronology.permissions import require
from chronology.signals import chronology_sent_back
from reviews.conditions import NotYet
from reviews.models import Review


class SubmissionQuerySet(models.QuerySet["Submission"]):
    def last_of(self, review: Review) -> Self:
        """Keep the last round of each chronology of the review."""
        later = Submission.objects.filter(
            chronology=OuterRef("chronology"), number__gt=OuterRef("number")
        )
        return self.filter(~Exists(later), chronology__review=review)


class Submission(models.Model):
    """A chronology was handed in; it waits, was sent back with reasons, or was accepted."""

    chronology = models.ForeignKey(
        AgencyChronology, on_delete=models.PROTECT, related_name="submissions"
    )
    number = models.PositiveSmallIntegerField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    quality = models.PositiveSmallIntegerField(null=True, help_text="Of 100, when handed in.")
    sent_back_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    sent_back_at = models.DateTimeField(null=True)
    sent_back_because = models.TextField(max_length=5000, blank=True)
    again_by_on = models.DateField(null=True)
    accepted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField(null=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        ordering = ("chronology", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["chronology", "number"], name="one_submission_a_round"),
            models.CheckConstraint(
                condition=Q(sent_back_at=None, sent_back_by=None, sent_back_because="")
                | (
                    Q(sent_back_at__isnull=False, sent_back_by__isnull=False)
                    & ~Q(sent_back_because="")
                ),
                name="sent_back_by_somebody_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None, accepted_by=None)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
                name="accepted_by_somebody_at_some_time",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None)
                | Q(sent_back_at=None)
                | Q(sent_back_at__gte=F("accepted_at")),
                name="accepted_is_not_after_sent_back",
            ),
            models.CheckConstraint(
                condition=Q(accepted_by=None) | ~Q(accepted_by=F("by")),
                name="nobody_accepts_what_they_handed_in",
            ),
        ]

    def __str__(self) -> str:
        return f"Round {self.number}"

    @property
    def is_waiting(self) -> bool:
        return self.sent_back_at is None and self.accepted_at is None

    @property
    def is_with_the_board(self) -> bool:
        """Return whether the agency has let go of it: it waits, or was accepted."""
        return self.sent_back_at is None

    @property
    def standing(self) -> str:
        if self.sent_back_at:
            return "Sent back"
        return "Accepted" if self.accepted_at else "Handed in"

    def send_back(self, *, because: str, again_by_on: date, by: User, at: datetime) -> None:
        """The agency has it back, with the reasons and the day by which it is wanted again.

        A commission that it returned is owed again. Raises PermissionDenied, or NotYet when it
        was sent back already or the agency has handed in a later one.
        """
        with transaction.atomic():
            held = AgencyChronology.objects.select_for_update().get(pk=self.chronology_id)
            require(by, "send_back", held.review)
            asked = held.commission
            self._settle(
                {"sent_back_at": None},
                sent_back_because=because,
                sent_back_by=by,
                sent_back_at=at,
                again_by_on=again_by_on,
            )
            on = timezone.localdate(at)
            if held.is_the_whole_commission and asked.returned_on:
                held.review.record(
                    "reopen_commission",
                    by=by,
                    at=at,
                    commission=asked,
                    on=on,
                    due_on=again_by_on,
                )
            chronology_sent_back.send(sender=type(self), submission=self)
            sentence = f"{held}, round {self.number}, was sent back."
            held.note("send_back_chronology", sentence, by=by, at=at, again_by_on=again_by_on)

    def accept(self, *, by: User, at: datetime) -> None:
        """The board takes it as it is. Raises as `send_back`; nobody accepts their own."""
        with transaction.atomic():
            held = AgencyChronology.objects.select_for_update().get(pk=self.chronology_id)
            require(by, "accept", held.review)
            if by == self.by:
                raise PermissionDenied("You handed this in, so somebody else has to accept it.")
            self._settle(
                {"sent_back_at": None, "accepted_at": None}, accepted_by=by, accepted_at=at
            )
            sentence = f"{held}, round {self.number}, was accepted."
            held.note("accept_chronology", sentence, by=by, at=at)

    def _settle(self, while_: dict[str, Any], **facts: Any) -> None:
        """The round has these facts if it still stands as it did: of two people, one settles it."""
        rounds = type(self).objects
        later = rounds.filter(chronology=self.chronology_id, number__gt=self.number)
        if later.exists() or not rounds.filter(pk=self.pk, **while_).update(**facts):
            raise NotYet(["Somebody else settled this round, or the agency handed in another."])
        for name, value in facts.items():
            setattr(self, name, value)
