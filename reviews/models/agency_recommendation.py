"""What an agency says, in its report, that it shall do."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from reviews.models.contribution import Contribution


class AgencyRecommendation(models.Model):
    """A recommendation of one round of an agency's report, with one owner and one day."""

    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, related_name="recommendations"
    )
    text = models.TextField(max_length=2000)
    owner = models.CharField(max_length=120, help_text="A job title.")
    due_on = models.DateField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(owner=""), name="agency_recommendation_says_who"
            )
        ]

    def __str__(self) -> str:
        return self.text

    def copy_to(self, contribution: Contribution) -> None:
        """The next round has the same recommendation."""
        AgencyRecommendation.objects.create(
            contribution=contribution, text=self.text, owner=self.owner, due_on=self.due_on
        )
