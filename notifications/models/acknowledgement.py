"""Somebody has said that a deadline is in hand."""

from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils.timezone import localdate

from boards.models import Membership, User
from boards.roles import AgencyAuthor
from reviews.conditions import NotYet
from reviews.models import Deadline, Review
from reviews.models.absence import covered_by
from reviews.noting import log_about

HOLDS = timedelta(days=14)  # how long nobody further up is told


class AcknowledgementQuerySet(models.QuerySet["Acknowledgement"]):
    def for_review(self, review: Review) -> Self:
        """Keep the review's own, newest first, with what a list of them shows."""
        return self.filter(deadline__review=review).select_related("by", "deadline").order_by("-id")

    def hold_back(self, at: datetime) -> Self:
        """Keep those for which nobody further up is told at `at`.

        They are of whoever answers for the deadline now: owner, deputy, whoever covers for
        the owner, who is to do what a meeting asked for, or the agency's author.
        """
        agencies = ("deadline__commission__agency", "deadline__question__commission__agency")
        seat = Membership.objects.open().filter(
            user=OuterRef("by"),
            role=AgencyAuthor.slug,
            agency__id__in=[OuterRef(agency) for agency in agencies],
        )
        owns = Q(by=F("deadline__review__owner")) | Q(by=F("deadline__review__deputy"))
        owns |= Q(by=F("deadline__action__person"))
        covers = covered_by(OuterRef("by"), on=localdate(at), to_review="deadline__review__")
        return self.filter(owns | Q(covers) | Exists(seat), at__gt=at - HOLDS)


class Acknowledgement(models.Model):
    """At `at` a person said that they have a deadline in hand, as it was due then.

    It is of one value of the due date, `due_version`: when the date moves, they are asked anew.
    """

    deadline = models.ForeignKey(
        Deadline, on_delete=models.PROTECT, related_name="acknowledgements", db_index=False
    )
    due_version = models.PositiveSmallIntegerField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    note = models.CharField(max_length=300, blank=True)

    objects = AcknowledgementQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["deadline", "due_version", "by"], name="acknowledged_once_a_date_and_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.deadline} is in hand, says {self.by}"

    @classmethod
    def give(cls, deadline: Deadline, *, by: User, at: datetime, note: str = "") -> bool:
        """The person has said so, and the log has it; False where they had before.

        Raises NotYet where nothing is owed any more.
        """
        with transaction.atomic():
            deadline = Deadline.objects.select_for_update().get(pk=deadline.pk)
            if not deadline.is_open:
                raise NotYet(["It is no longer owed, so nobody is reminded of it."])
            said, is_new = cls.objects.get_or_create(
                deadline=deadline,
                due_version=deadline.version,
                by=by,
                defaults={"at": at, "note": note},
            )
            if is_new:
                said._log()
        return is_new

    def _log(self) -> None:
        review = self.deadline.review
        log_about(
            review,
            "acknowledge",
            f"{self.by} has in hand: {self.deadline.name}, due {self.deadline.due_on:%-d %B %Y}.",
            by=self.by,
            at=self.at,
            deadline=self.deadline_id,
            due_version=self.due_version,
            note=self.note,
        )
