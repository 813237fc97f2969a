"""A file that an agency sent: kept as it came, read, put right, and taken into the chronology."""

from typing import ClassVar, Self

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from boards.models import User
from chronology.models.agency_chronology import (
    AgencyChronology,
    agencies_written_for,
    readable_reviews,
)
from records.models import Document


class SourceFileQuerySet(models.QuerySet["SourceFile"]):
    def visible_to(self, user: User) -> Self:
        """Keep those of reviews whose chronology the user reads, and their own agency's."""
        return self.filter(
            Q(chronology__review__in=readable_reviews(user))
            | Q(chronology__agency__in=agencies_written_for(user))
        )


class SourceFile(models.Model):
    """What was sent. `reading` is what was made of it; `corrections` what a person put right.

    `reading` is {"tables": […], "entries": […], "problems": […], "passed_over": […]};
    `corrections` is {key: {role: text}}. `refusal` says why nothing could be read.
    """

    chronology = models.ForeignKey(AgencyChronology, on_delete=models.PROTECT, related_name="files")
    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    uploaded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    column_roles = models.JSONField(default=dict, blank=True)
    reading = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    corrections = models.JSONField(default=dict, blank=True)
    period_from = models.DateField(null=True, help_text="First day that it says it covers.")
    period_to = models.DateField(null=True)
    refusal = models.CharField(max_length=1000, blank=True)
    taken_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField(null=True)
    outcome = models.JSONField(default=dict, blank=True)
    discarded_at = models.DateTimeField(null=True)

    objects = SourceFileQuerySet.as_manager()

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(taken_at=None) | Q(discarded_at=None), name="file_taken_or_discarded"
            )
        ]

    def __str__(self) -> str:
        return self.name


class RowProblem(models.Model):
    """A row of a file that was refused, or was taken with a doubt; it stays in sight."""

    file = models.ForeignKey(SourceFile, on_delete=models.CASCADE, related_name="row_problems")
    key = models.CharField(max_length=250)
    table = models.CharField(max_length=120, blank=True)
    row = models.PositiveIntegerField()
    reason = models.SlugField(max_length=40)
    fate = models.CharField(max_length=6)
    sentence = models.CharField(max_length=500)
    raw = models.TextField(blank=True)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("file", "id")

    def __str__(self) -> str:
        return f"{self.key}: {self.reason}"
