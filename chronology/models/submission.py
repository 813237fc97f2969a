"""A round in which an agency handed its chronology in."""

from datetime import date, datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from boards.models import User
from chronology.models.agency_chronology import AgencyChronology


class Submission(models.Model):
    """A chronology was handed in; it waits, was sent back with reasons, or was accepted."""

    chronology = models.ForeignKey(
        AgencyChronology, on_delete=models.PROTECT, related_name="submissions"
    )
    number = models.PositiveSmallIntegerField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    sent_back_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    sent_back_at = models.DateTimeField(null=True)
    sent_back_because = models.TextField(max_length=5000, blank=True)
    again_by_on = models.DateField(null=True)
    accepted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField(null=True)

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
                condition=Q(accepted_at=None) | Q(sent_back_at=None),
                name="accepted_or_sent_back",
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

    def send_back(
        self, *, because: str, by: User, at: datetime, again_by_on: date | None = None
    ) -> None:
        """The agency has it back, with the reasons and the day by which it is wanted again."""
        self.sent_back_because, self.sent_back_by, self.sent_back_at = because, by, at
        self.again_by_on = again_by_on
        self.save(
            update_fields=["sent_back_because", "sent_back_by", "sent_back_at", "again_by_on"]
        )

    def accept(self, *, by: User, at: datetime) -> None:
        """The board takes it as it is."""
        self.accepted_by, self.accepted_at = by, at
        self.save(update_fields=["accepted_by", "accepted_at"])
