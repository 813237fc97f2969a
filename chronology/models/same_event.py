"""Two agencies' accounts of one event: linked when a person says so, never merged."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from boards.models import User
from chronology.models.agency_chronology import readable_reviews
from chronology.models.entry import Entry
from reviews.models import Review


class LinkStatus(models.TextChoices):
    PROPOSED = "proposed", "Proposed"
    CONFIRMED = "confirmed", "Same event"
    REJECTED = "rejected", "Different events"


class Standing(models.TextChoices):
    """What the panel makes of the differences between two accounts."""

    OPEN = "", "Not looked at"
    AGREED = "agreed", "Agreed"
    DISPUTED = "disputed", "Disputed"


class SameEventQuerySet(models.QuerySet["SameEvent"]):
    def visible_to(self, user: User) -> Self:
        """Keep those of reviews whose whole chronology the user reads."""
        return self.filter(review__in=readable_reviews(user))

    def standing(self) -> Self:
        """Keep those whose two rows both still stand."""
        return self.filter(first__withdrawn_at=None, second__withdrawn_at=None)


class SameEvent(models.Model):
    """A pair of entries of different agencies that seem to tell of, or tell of, one event."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="same_events")
    first = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=LinkStatus, default=LinkStatus.PROPOSED)
    score = models.FloatField(null=True, help_text="0 to 1; empty where a person made the link.")
    reasons = models.JSONField(default=list)
    differences = models.JSONField(default=list)
    standing = models.CharField(max_length=10, choices=Standing, blank=True)
    note = models.CharField(max_length=1000, blank=True)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = SameEventQuerySet.as_manager()

    class Meta:
        ordering = ("-score", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["first", "second"], name="one_link_a_pair"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="pair_in_order"),
            models.CheckConstraint(
                condition=Q(status="proposed") | Q(by__isnull=False),
                name="settled_by_somebody",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["review", "status", "-score"], name="same_event_of_review")
        ]

    def __str__(self) -> str:
        return f"{self.first} and {self.second}"

    @property
    def last_said(self) -> str:
        """What was said of it last, by whom and when, for pages to send back: empty if nothing."""
        if self.by_id is None:
            return ""
        return f"{self.status}/{self.standing}/{self.by_id}/{self.at.isoformat()}"

    @classmethod
    def confirmed_of(cls, review: Review) -> dict[int, list[int]]:
        """Return {entry id: ids of the entries said to tell of the same event}."""
        same: dict[int, list[int]] = {}
        pairs = cls.objects.filter(review=review, status=LinkStatus.CONFIRMED).standing()
        for first, second in pairs.values_list("first", "second"):
            same.setdefault(first, []).append(second)
            same.setdefault(second, []).append(first)
        return same
