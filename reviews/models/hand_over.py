"""A review is offered to another owner, who accepts or declines."""

from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from boards.models import User
from boards.roles import Chair, Coordinator, Manager

OWNERS = (Coordinator, Manager, Chair)


class HandOverAnswer(models.TextChoices):
    WAITING = "waiting", "Not answered yet"
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn: the owner was settled otherwise"


class HandOverQuerySet(models.QuerySet["HandOver"]):
    def waiting(self) -> Self:
        return self.filter(answer=HandOverAnswer.WAITING)

    def visible_to(self, user: User) -> Self:
        """Keep those that wait for the user, on boards where they may own a review."""
        return self.waiting().filter(to=user, review__board__in=user.boards_seen_as(*OWNERS))


class HandOver(models.Model):
    """Somebody is asked to own the review; until they accept, it stays with its owner.

    Who is made its owner without being asked has a row that was accepted as it was made.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="hand_overs"
    )
    to = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    deputy = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=HandOverAnswer, default=HandOverAnswer.WAITING)
    answered_at = models.DateTimeField(null=True)
    declined_because = models.CharField(max_length=500, blank=True)

    objects = HandOverQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review"],
                condition=Q(answer=HandOverAnswer.WAITING),
                name="one_hand_over_waits_a_review",
            ),
            models.CheckConstraint(
                condition=Q(answer=HandOverAnswer.WAITING, answered_at=None)
                | (~Q(answer=HandOverAnswer.WAITING) & Q(answered_at__isnull=False)),
                name="hand_over_answered_at_some_time",
            ),
            models.CheckConstraint(
                condition=~Q(answer=HandOverAnswer.DECLINED) | ~Q(declined_because=""),
                name="hand_over_declined_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(deputy=None) | ~Q(deputy=models.F("to")),
                name="owner_and_deputy_are_two",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.review} to {self.to}"

    @property
    def was_outright(self) -> bool:
        """Return whether they were made the owner, and not asked."""
        return self.answered_at == self.at

    def settle(self, answer: HandOverAnswer, *, at: datetime, because: str = "") -> None:
        """It waits no more."""
        self.answer, self.answered_at, self.declined_because = answer, at, because
        self.save(update_fields=["answer", "answered_at", "declined_because"])
