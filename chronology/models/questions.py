"""What entries are read for: the key questions of the terms of reference, and themes."""

from typing import ClassVar

from django.db import models

from reviews.models import Review


class KeyQuestion(models.Model):
    """A question of the terms of reference, to which entries are linked."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="key_questions")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=1000)

    class Meta:
        ordering = ("review", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "number"], name="one_question_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


class Theme(models.Model):
    """What a run of entries is about, in the panel's own words."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="themes")
    name = models.CharField(max_length=80)

    class Meta:
        ordering = ("review", "name")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "name"], name="one_theme_of_a_name")
        ]

    def __str__(self) -> str:
        return self.name
