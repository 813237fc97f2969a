"""Terms of reference."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from boards.models import User


class TermsOfReference(models.Model):
    """A version of what the review shall look into, agreed by the panel."""

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="terms")
    version = models.PositiveSmallIntegerField()
    from_on = models.DateField()
    to_on = models.DateField()
    key_questions = models.TextField(max_length=10000)
    agreed_on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "terms of reference"
        ordering = ("version",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "version"], name="one_terms_a_version"),
            models.CheckConstraint(
                condition=Q(to_on__gte=F("from_on")), name="terms_period_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"Version {self.version}"
