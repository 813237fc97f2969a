"""A row of an agency's chronology, as the agency wrote it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Cast

from boards.models import Agency, User
from chronology.dates import Precision, TimePrecision
from chronology.models.agency_chronology import agencies_written_for, readable_reviews
from chronology.models.questions import KeyQuestion, Theme
from chronology.models.source_file import SourceFile
from reviews.models import Review

IN_ORDER = ("date_start", "minute", "sequence", "id")
UNTIMED = 24 * 60  # sorts after every known time of the day
READ_ALONG = ("date_end", "precision", "is_note", "withdrawn_at")


class EntryQuerySet(models.QuerySet["Entry"]):
    def visible_to(self, user: User) -> Self:
        """Keep the rows of reviews whose chronology the user reads, and their own agency's."""
        return self.filter(
            Q(review__in=readable_reviews(user)) | Q(agency__in=agencies_written_for(user))
        )

    def standing(self) -> Self:
        """Keep what the agency says now: not what a later file left out, nor its own notes."""
        return self.filter(withdrawn_at=None, is_note=False)

    def flagged(self, flag: str = "") -> Self:
        """Keep the rows with the flag, or with any."""
        written = self.annotate(flags_written=Cast("flags", models.TextField()))
        if not flag:
            return written.exclude(flags_written="[]")
        return written.filter(flags_written__contains=f'"{flag}"')

    def in_order(self) -> Self:
        """Sort by the earliest day, known times first, then the sequence given."""
        return self.order_by(*IN_ORDER)


class Entry(models.Model):
    """One agency's account of one thing. Only the agency edits it: anonymising is a view of it.

    `as_filed` is what the file says of a row that was put right on line since, by the names of
    these fields; empty where the row says what its file does. `is_placed` is whether a person said
    where it stands among the agency's rows of its day and time, from which no file moves it.
    `same_as` is the row of the same agency that tells of the same, for which this was taken out.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="entries")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="entries")
    file = models.ForeignKey(
        SourceFile, null=True, blank=True, on_delete=models.PROTECT, related_name="entries"
    )
    key = models.CharField(max_length=250, help_text="Where it stands: police.docx#T2R14")
    table = models.CharField(max_length=120, blank=True)
    row = models.PositiveIntegerField(null=True)
    date_start = models.DateField()
    date_end = models.DateField()
    precision = models.CharField(max_length=12, choices=[(p.value, p.value) for p in Precision])
    date_raw = models.TextField()
    is_uncertain = models.BooleanField(default=False)
    is_same_as_above = models.BooleanField(default=False)
    is_year_inferred = models.BooleanField(default=False)
    time = models.TimeField(null=True, blank=True)
    time_end = models.TimeField(null=True, blank=True)
    time_precision = models.CharField(
        max_length=12, blank=True, choices=[(p.value, p.value) for p in TimePrecision]
    )
    time_raw = models.TextField(blank=True)
    minute = models.PositiveSmallIntegerField(default=UNTIMED)
    sequence = models.DecimalField(max_digits=10, decimal_places=3, default=0)
    is_placed = models.BooleanField(default=False)
    ref = models.TextField(blank=True)
    source = models.TextField(blank=True)
    event = models.TextField()
    present = models.TextField(blank=True)
    child_seen = models.BooleanField(null=True)
    child_seen_from = models.CharField(max_length=10, blank=True)
    child_seen_because = models.CharField(max_length=250, blank=True)
    seen_alone = models.BooleanField(null=True)
    child_heard = models.BooleanField(null=True)
    child_voice = models.TextField(blank=True)
    is_missed = models.BooleanField(default=False)
    action = models.TextField(blank=True)
    comment = models.TextField(blank=True)
    significance = models.PositiveSmallIntegerField(null=True)
    other = models.JSONField(default=dict, blank=True, encoder=DjangoJSONEncoder)
    flags = models.JSONField(default=list, blank=True)
    is_note = models.BooleanField(default=False)
    written_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    same_as = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="taken_out"
    )
    as_filed = models.JSONField(default=dict, blank=True, encoder=DjangoJSONEncoder)
    put_right_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    put_right_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    questions = models.ManyToManyField(KeyQuestion, blank=True, related_name="entries")
    themes = models.ManyToManyField(Theme, blank=True, related_name="entries")

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "entries"
        ordering = IN_ORDER
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(date_end__gte=F("date_start")), name="entry_ends_after_it_starts"
            ),
            models.CheckConstraint(condition=~Q(event=""), name="entry_says_something"),
            models.CheckConstraint(
                condition=Q(put_right_at=None, put_right_by=None)
                | Q(put_right_at__isnull=False, put_right_by__isnull=False),
                name="entry_put_right_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(same_as=None) | Q(withdrawn_at__isnull=False),
                name="entry_taken_out_stands_no_more",
            ),
            models.UniqueConstraint(
                fields=["review", "agency", "key"],
                condition=Q(withdrawn_at=None),
                name="one_standing_entry_a_row",
            ),
        ]
        # The last columns are there so that counting and looking back read the index alone.
        indexes: ClassVar = [
            models.Index(
                fields=["review", "date_start", "minute", "sequence", "id", *READ_ALONG],
                condition=Q(withdrawn_at=None, is_note=False),
                name="entry_in_order",
            ),
            models.Index(
                fields=["review", "agency", "date_start", *READ_ALONG],
                condition=Q(withdrawn_at=None, is_note=False),
                name="entry_of_agency",
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def is_put_right(self) -> bool:
        """Return whether it was put right on line, and its file says something else."""
        return self.put_right_at is not None

    @property
    def key_beside(self) -> str:
        """Return a key that no row of a later file has: police.docx#T2R14~7, after its number."""
        return f"{self.key.partition('~')[0]}~{self.pk}"

    def say(self, fields: Mapping[str, Any], *, at: datetime) -> None:
        """It says this, in a version of its own; at another time nobody has given it a place."""
        time = (self.date_start, self.minute)
        for name, value in fields.items():
            setattr(self, name, value)
        self.is_placed = self.is_placed and time == (self.date_start, self.minute)
        self.version, self.changed_at = self.version + 1, at if self.pk else None

    @classmethod
    def of(cls, review: Review) -> "list[Entry]":
        """Return what every agency says now, in order."""
        rows = cls.objects.filter(review=review).standing().in_order()
        return list(rows.select_related("agency"))
