"""Submission to Ofsted and its judgement, as often as there is one."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from boards.models import User
from records.models import Document
from reviews.statutory import evaluation_is_streamlined


class Grade(models.TextChoices):
    OUTSTANDING = "outstanding", "Outstanding"
    GOOD = "good", "Good"
    ADEQUATE = "adequate", "Adequate"
    INADEQUATE = "inadequate", "Inadequate"


class EvaluationQuerySet(models.QuerySet["Evaluation"]):
    def current(self) -> Self:
        """Keep what stands, one of each round, without what was entered in error."""
        return self.filter(correction=None)


class Evaluation(models.Model):
    """One submission and, once the letter has come, its grade. The first is never overwritten.

    Imported rows may know the grade alone; their partial dates are events of the review. A letter
    that was entered in error stays: what it should have said is a row of the same number, which
    corrects it. Where it was no letter of this review at all, that row has no grade, and says who
    withdrew it: the round waits for its letter again, which is written into that row.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="evaluations"
    )
    number = models.PositiveSmallIntegerField()
    corrects = models.OneToOneField(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="correction",
        help_text="What was entered in error, and no longer counts.",
    )
    reason = models.CharField(
        max_length=500, blank=True, help_text="Why what it corrects was an error."
    )
    withdrawn_by = models.ForeignKey(
        User,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who withdrew what it corrects, which was no letter of this review.",
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    final_set = models.ForeignKey(
        "reviews.FinalSet",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="evaluations",
        help_text="What was submitted; none where the submission is older than the portal.",
    )
    submitted_on = models.DateField(null=True, blank=True)
    evaluated_on = models.DateField(null=True, blank=True)
    grade = models.CharField(max_length=12, choices=Grade, blank=True)
    narrative = models.TextField(
        max_length=10_000, blank=True, help_text="What the letter says of the review as a whole."
    )
    letter_reference = models.CharField(max_length=60, blank=True)
    letter = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_by = models.ForeignKey(
        User,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who recorded the letter; nobody where the grade was brought in.",
    )
    recorded_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = EvaluationQuerySet.as_manager()

    class Meta:
        ordering = ("number", "id")
        constraints: ClassVar = [
            # With one correction of each row at the most, one row of each number stands.
            models.UniqueConstraint(
                fields=["review", "number"],
                condition=Q(corrects=None),
                name="one_evaluation_a_number",
            ),
            models.UniqueConstraint(
                fields=["final_set"], condition=Q(corrects=None), name="one_evaluation_a_final_set"
            ),
            models.CheckConstraint(
                condition=Q(corrects=None, reason="") | (Q(corrects__isnull=False) & ~Q(reason="")),
                name="evaluation_corrected_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_by=None, withdrawn_at=None)
                | Q(withdrawn_by__isnull=False, withdrawn_at__isnull=False, corrects__isnull=False),
                name="letter_withdrawn_by_and_at",
            ),
            models.CheckConstraint(
                condition=Q(evaluated_on=None) | ~Q(grade=""), name="evaluated_with_a_grade"
            ),
            models.CheckConstraint(
                condition=Q(evaluated_on=None)
                | Q(submitted_on=None)
                | Q(evaluated_on__gte=F("submitted_on")),
                name="evaluated_after_submitted",
            ),
            models.CheckConstraint(
                condition=Q(recorded_by=None, recorded_at=None)
                | Q(recorded_by__isnull=False, recorded_at__isnull=False),
                name="evaluation_recorded_by_and_at",
            ),
            models.CheckConstraint(
                condition=~Q(grade="") | Q(recorded_at=None, letter=None, narrative=""),
                name="letter_recorded_with_a_grade",
            ),
        ]

    def __str__(self) -> str:
        return f"Evaluation {self.number}: {self.get_grade_display() or 'awaited'}"

    @property
    def is_streamlined(self) -> bool:
        """Whether Ofsted gave the whole set one grade, and none by heading."""
        return self.submitted_on is not None and evaluation_is_streamlined(self.submitted_on)
