"""What the board expects an evaluation to say, heading by heading: kept, never changed."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from boards.models import User
from reviews.models.evaluation import Grade


class Readiness(models.Model):
    """A self-assessment on a day. Another version is another row."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="self_assessments"
    )
    version = models.PositiveSmallIntegerField()
    on = models.DateField()
    grade = models.CharField(max_length=12, choices=Grade)
    reasons = models.TextField(max_length=5000)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "self-assessments"
        ordering = ("version",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "version"], name="one_readiness_a_version"),
            models.CheckConstraint(
                condition=Q(grade__in=Grade.values) & ~Q(reasons=""),
                name="readiness_has_grade_and_reasons",
            ),
        ]

    def __str__(self) -> str:
        return f"Self-assessment {self.version}: {self.get_grade_display().lower()} expected"


class HeadingGrade(models.Model):
    """The grade that the board expects under one heading, and why."""

    readiness = models.ForeignKey(Readiness, on_delete=models.PROTECT, related_name="headings")
    heading = models.CharField(max_length=30)
    grade = models.CharField(max_length=12, choices=Grade)
    reasons = models.TextField(max_length=5000)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["readiness", "heading"], name="one_grade_a_readiness_heading"
            ),
            models.CheckConstraint(
                condition=Q(grade__in=Grade.values) & ~Q(reasons=""),
                name="heading_has_grade_and_reasons",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.heading}: {self.get_grade_display()}"
