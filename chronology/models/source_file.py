"""A file that an agency sent: kept as it came, read, put right, and taken into the chronology."""

from typing import ClassVar, Self

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Exists, OuterRef, Q

from boards.models import User
from chronology.models.agency_chronology import (
    AgencyChronology,
    agencies_written_for,
    readable_reviews,
)
from records.models import Document
from reviews.models import Review

# What is kept as plain text or left out, with nothing in it to put right.
NOT_TO_MEND = (
    "html_script",
    "html_event_handler",
    "formula_hyperlink",
    "formula_command",
    "exact_duplicate_row",
)


class SourceFileQuerySet(models.QuerySet["SourceFile"]):
    def visible_to(self, user: User) -> Self:
        """Keep those of reviews whose chronology the user reads, and their own agency's."""
        return self.filter(
            Q(chronology__review__in=readable_reviews(user))
            | Q(chronology__agency__in=agencies_written_for(user))
        )

    def kept(self) -> Self:
        """Keep what was not put away again."""
        return self.filter(discarded_at=None)

    def standing(self) -> Self:
        """Keep those whose rows are what the agency says now: taken, and replaced by none taken."""
        return self.exclude(taken_at=None).exclude(replaced_by__taken_at__isnull=False)


class SourceFile(models.Model):
    """What was sent. `reading` is what was made of it; `corrections` what a person put right.

    `reading` is {"tables": […], "entries": […], "problems": […], "passed_over": […]};
    `corrections` is {key: {role: text}}. `refusal` says why nothing could be read. `replaces` is
    the earlier file whose rows this one puts right; without it, its rows stand beside others.
    `outcome` counts what came of taking it in, and before that what would have when it was read;
    it is empty as long as the file, or what a person changed in it, is still to be read. `rather`
    is {id of an entry: its version} of the rows put right on line whose words this file is to have.
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
    replaces = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    rather = models.JSONField(default=dict, blank=True)
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
            ),
            models.CheckConstraint(
                condition=Q(taken_at=None, taken_by=None)
                | Q(taken_at__isnull=False, taken_by__isnull=False),
                name="file_taken_by_somebody",
            ),
            models.UniqueConstraint(
                fields=["replaces"],
                condition=Q(taken_at__isnull=False),
                name="a_file_is_replaced_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_waiting(self) -> bool:
        """Return whether it is still to be taken in, or put away."""
        return self.taken_at is None and self.discarded_at is None

    @property
    def is_read(self) -> bool:
        return self.reading is not None or bool(self.refusal)

    @property
    def is_to_be_read(self) -> bool:
        """Return whether it, or what a person changed in it, has not been read yet."""
        return self.is_waiting and not self.refusal and not self.outcome

    @property
    def standing(self) -> tuple[str, str]:
        """Return in a word or two how far it has come, and the colour of that."""
        if self.taken_at:
            return ("Replaced", "grey") if self.successor else ("Taken in", "green")
        if self.refusal:
            return "Cannot be read", "red"
        return ("To be checked", "yellow") if self.outcome else ("To be read", "blue")

    @property
    def successor(self) -> "SourceFile | None":
        """Return the file that was taken in in its place."""
        return next((one for one in self.replaced_by.all() if one.taken_at), None)

    @property
    def roles_by_heading(self) -> dict[str, str]:
        """Return what its headings are taken for: as remembered of the agency, and as said here."""
        return self.chronology.known_roles | self.column_roles

    def lineage(self) -> list[int]:
        """Return the ids of the file and of all those that it replaces, one through another."""
        ids, earlier = [self.pk], self.replaces
        while earlier is not None:
            ids.append(earlier.pk)
            earlier = earlier.replaces
        return ids


class RowProblemQuerySet(models.QuerySet["RowProblem"]):
    def in_force(self, review: Review) -> Self:
        """Keep those of the files whose rows stand in the review, unless somebody settled them."""
        files = SourceFile.objects.filter(chronology__review=review).standing()
        return self.filter(file__in=files, settled_at=None)

    def to_mend(self, review: Review) -> Self:
        """Keep one for each row that stands and that a person can put right."""
        asked = self.in_force(review).exclude(reason__in=NOT_TO_MEND)
        earlier = RowProblem.objects.filter(
            file=OuterRef("file"), key=OuterRef("key"), pk__lt=OuterRef("pk")
        )
        return asked.filter(~Exists(earlier.exclude(reason__in=NOT_TO_MEND)))


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

    objects = RowProblemQuerySet.as_manager()

    class Meta:
        ordering = ("file", "id")

    def __str__(self) -> str:
        return f"{self.key}: {self.reason}"
