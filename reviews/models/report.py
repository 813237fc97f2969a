"""The documents that make up the final set."""

from typing import ClassVar

from django.db import models

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
    author = models.CharField(max_length=120)
    completed_on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("kind", "version")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "kind", "version"], name="one_report_version")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, version {self.version}"
