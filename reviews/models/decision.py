"""Criteria, advice and the Chair's decision: two people, reasons both ways."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from boards.models import User
from reviews.models.incident import Answer


class Outcome(models.TextChoices):
    SCR = "scr", "Serious Case Review"
    OTHER = "other", "Other learning review"
    NONE = "none", "No review"


class CriterionFinding(models.Model):
    """What the sub-committee found on one criterion of the guidance, with its evidence."""

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="findings")
    round = models.PositiveSmallIntegerField()
    guidance = models.CharField(max_length=10)
    criterion = models.CharField(max_length=40)
    answer = models.CharField(max_length=9, choices=Answer)
    evidence = models.TextField(max_length=5000)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review", "round", "guidance", "criterion"], name="one_finding_a_criterion"
            ),
            models.CheckConstraint(condition=~Q(evidence=""), name="finding_has_evidence"),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.get_answer_display()}"


class Recommendation(models.Model):
    """The sub-committee's advice to the Chair."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="recommendations"
    )
    round = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=5, choices=Outcome)
    reasons = models.TextField(max_length=20000)
    met_on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review", "round"],
                condition=Q(withdrawn_at=None),
                name="one_open_recommendation_a_round",
            ),
            models.CheckConstraint(condition=~Q(reasons=""), name="recommendation_has_reasons"),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} recommended"


class Decision(models.Model):
    """The Chair's decision. A later round adds another; this one stays readable."""

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="decisions")
    round = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=5, choices=Outcome)
    reasons = models.TextField(max_length=20000)
    is_against_advice = models.BooleanField(default=False)
    on = models.DateField()
    review_again_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "round"], name="one_decision_a_round"),
            models.CheckConstraint(condition=~Q(reasons=""), name="decision_has_reasons"),
            models.CheckConstraint(
                condition=Q(review_again_on=None) | Q(review_again_on__gt=models.F("on")),
                name="looked_at_again_after_decision",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} decided"
