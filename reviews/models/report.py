"""The documents that make up the final set."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from boards.models import User


class ReportKind(models.TextChoices):
    OVERVIEW = "overview", "Overview report"
    SUMMARY = "summary", "Executive summary"
    ACTION_PLAN = "action_plan", "Action plan"


class Report(models.Model):
    """A document of the final set was completed, by an author other than who signs it off."""

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="reports")
    kind = models.CharField(max_length=12, choices=ReportKind)
    version = models.PositiveSmallIntegerField()
    draft = models.ForeignKey(
        "reviews.ReportDraft", null=True, on_delete=models.PROTECT, related_name="reports"
    )
    sha256 = models.CharField(max_length=64, blank=True)
    author = models.CharField(max_length=120)
    completed_on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    signed_off_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    signed_off_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("kind", "version")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review", "kind", "version"], name="one_report_version"
            ),
            models.CheckConstraint(
                condition=Q(signed_off_by=None, signed_off_at=None)
                | Q(signed_off_by__isnull=False, signed_off_at__isnull=False),
                name="report_signed_off_by_and_at",
            ),
            models.CheckConstraint(
                condition=Q(signed_off_by=None) | ~Q(signed_off_by=F("by")),
                name="report_signed_off_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, version {self.version}"

    def sign_off(self, *, by: User, at: datetime) -> None:
        """The panel chair stands behind this version."""
        self.signed_off_by, self.signed_off_at = by, at
        self.save(update_fields=["signed_off_by", "signed_off_at"])
