"""Submission to Ofsted and its judgement, as often as there is one."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from boards.models import User


class Grade(models.TextChoices):
    OUTSTANDING = "outstanding", "Outstanding"
    GOOD = "good", "Good"
    ADEQUATE = "adequate", "Adequate"
    INADEQUATE = "inadequate", "Inadequate"


class Evaluation(models.Model):
    """One submission and, once the letter has come, its grade. The first is never overwritten.

    Imported rows may know the grade alone; their partial dates are events of the review.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="evaluations"
    )
    number = models.PositiveSmallIntegerField()
    final_set = models.OneToOneField(
        "reviews.FinalSet",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="evaluation",
        help_text="What was submitted; none where the submission is older than the portal.",
    )
    submitted_on = models.DateField(null=True, blank=True)
    evaluated_on = models.DateField(null=True, blank=True)
    grade = models.CharField(max_length=12, choices=Grade, blank=True)
    letter_reference = models.CharField(max_length=60, blank=True)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "number"], name="one_evaluation_a_number"),
            models.CheckConstraint(
                condition=Q(evaluated_on=None) | ~Q(grade=""), name="evaluated_with_a_grade"
            ),
            models.CheckConstraint(
                condition=Q(evaluated_on=None)
                | Q(submitted_on=None)
                | Q(evaluated_on__gte=F("submitted_on")),
                name="evaluated_after_submitted",
            ),
        ]

    def __str__(self) -> str:
        return f"Evaluation {self.number}: {self.get_grade_display() or 'awaited'}"
