"""A copy of the chronology that leaves the portal, and the scan that it had to pass."""

from typing import ClassVar, Self

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q

from boards.models import User
from chronology.models.agency_chronology import readable_reviews
from reviews.models import Review


class ReleaseQuerySet(models.QuerySet["Release"]):
    def visible_to(self, user: User) -> Self:
        return self.filter(review__in=readable_reviews(user))


class Release(models.Model):
    """An export was asked for. Anonymised, it leaves only without leaks, or overridden by two.

    `query` is the address's filters, `leaks` what the scan found, `fingerprint` that of the very
    text that was scanned: an override holds for it alone.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="releases")
    form = models.CharField(max_length=5)
    is_anonymised = models.BooleanField(default=True)
    query = models.CharField(max_length=2000, blank=True)
    rows = models.PositiveIntegerField(default=0)
    leaks = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    fingerprint = models.CharField(max_length=64, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    override_reason = models.TextField(max_length=2000, blank=True)
    overridden_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    overridden_at = models.DateTimeField(null=True)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(overridden_at=None, overridden_by=None)
                | (
                    Q(overridden_at__isnull=False, overridden_by__isnull=False)
                    & ~Q(override_reason="")
                ),
                name="overridden_by_somebody_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(overridden_by=None) | ~Q(overridden_by=F("by")),
                name="a_second_person_overrides",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form} of {self.review}"
