"""Around a publication: the day before which nothing appears, where it was sent on, its end."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from boards.govuk.words import on_paper
from boards.models import User
from reviews.models.publication import Publication


class Embargo(models.Model):
    """Nothing is published before a day; without a day nothing stands in the way any more.

    Rows are only ever added, and the newest holds.
    """

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="embargoes")
    not_before_on = models.DateField(null=True, blank=True)
    reason = models.TextField(max_length=1000)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="embargo_has_a_reason")
        ]

    def __str__(self) -> str:
        if self.not_before_on is None:
            return "Embargo lifted"
        return f"Embargo: not before {on_paper(self.not_before_on)}"


class RepositoryCopy(models.Model):
    """What was published was sent on to a repository, where others find it."""

    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="repository_copies"
    )
    repository = models.CharField(max_length=200)
    sent_on = models.DateField()
    their_reference = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "repository copies"
        ordering = ("id",)
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(repository=""), name="repository_has_a_name")
        ]

    def __str__(self) -> str:
        return f"Sent to {self.repository}"


class TakeDown(models.Model):
    """What was published is no longer there to be read."""

    publication = models.OneToOneField(
        Publication, on_delete=models.PROTECT, related_name="take_down"
    )
    on = models.DateField()
    reason = models.TextField(max_length=1000)
    authority = models.CharField(
        max_length=200, blank=True, help_text="Who ordered it before its time."
    )
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="take_down_has_a_reason")
        ]

    def __str__(self) -> str:
        return f"Taken down on {on_paper(self.on)}"
