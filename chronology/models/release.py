"""A copy of the chronology that leaves the portal, and the scan that it had to pass."""

from datetime import datetime, timedelta
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q

from boards.models import User
from chronology.models.agency_chronology import readable_reviews
from records.models import Document
from reviews.models import Review

DOUBLE_CLICK = timedelta(seconds=10)
ASKED_FOR_IT = "You asked for this copy, so somebody else has to override."


class ReleaseQuerySet(models.QuerySet["Release"]):
    def visible_to(self, user: User) -> Self:
        return self.filter(review__in=readable_reviews(user))


class Form(models.TextChoices):
    """The kinds of file that a copy can be."""

    WORD = "docx", "Word"
    PDF = "pdf", "PDF"
    EXCEL = "xlsx", "Excel"
    CSV = "csv", "CSV"
    JSON = "json", "JSON"


class Release(models.Model):
    """A copy was asked for and prepared once: the very file that was scanned is what leaves.

    Anonymised, it leaves only without leaks, or when a second person has overridden them with a
    reason. `query` is the address's filters and `chosen` those filters in words; `leaks` is what
    the scan found: a list of {"where", "surface", "kind", "why"}. `left` are the words that stand
    in it by somebody's ruling: {"where", "surface", "by", "on", "because"}.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="releases")
    form = models.CharField(max_length=5, choices=Form)
    is_anonymised = models.BooleanField(default=True)
    query = models.CharField(max_length=2000, blank=True)
    chosen = models.JSONField(default=list)
    rows = models.PositiveIntegerField(default=0)
    also_hidden = models.JSONField(
        default=list, help_text="What the scan of an earlier copy found, and this one hides."
    )
    unfinished = models.JSONField(
        default=list, help_text="Which agencies had not handed in the rows in it, in words."
    )
    leaks = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    left = models.JSONField(default=list, help_text="Which words a ruling left as they stand.")
    document = models.OneToOneField(Document, null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    prepared_at = models.DateTimeField(null=True)
    override_reason = models.TextField(max_length=2000, blank=True)
    overridden_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    overridden_at = models.DateTimeField(null=True)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(overridden_at=None, overridden_by=None)
                | (
                    Q(overridden_at__isnull=False, overridden_by__isnull=False)
                    & ~Q(override_reason="")
                ),
                name="overridden_by_somebody_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(overridden_by=None) | ~Q(overridden_by=F("by")),
                name="a_second_person_overrides",
            ),
            models.CheckConstraint(
                condition=Q(prepared_at=None, document=None)
                | Q(prepared_at__isnull=False, document__isnull=False),
                name="prepared_with_its_document",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_form_display()} copy of {self.review}"

    @classmethod
    def ask(cls, review: Review, *, by: User, at: datetime, **choices: Any) -> "Release":
        """The copy is asked for; asked for twice within a moment, it is asked for once."""
        just_now = cls.objects.filter(
            review=review, by=by, at__gte=at - DOUBLE_CLICK, prepared_at=None, **choices
        )
        return just_now.first() or cls.objects.create(review=review, by=by, at=at, **choices)

    @property
    def is_held(self) -> bool:
        """Whether the scan found what may not leave, and nobody has answered for it."""
        return bool(self.leaks) and self.overridden_at is None

    @property
    def may_leave(self) -> bool:
        return self.document_id is not None and not self.is_held

    def keep(self, document: Document, *, rows: int, leaks: list[dict], at: datetime) -> None:
        """The file is prepared, and what the scan found in it is known."""
        self.document, self.rows, self.leaks, self.prepared_at = document, rows, leaks, at
        self.save(update_fields=["document", "rows", "leaks", "left", "unfinished", "prepared_at"])

    def override(self, *, because: str, by: User, at: datetime) -> None:
        """A second person has looked at every leak and lets the copy leave.

        Raises ValidationError when there is nothing to override, or `by` asked for the copy.
        """
        if not self.is_held:
            raise ValidationError("There is nothing to override: this copy may leave.")
        if by == self.by:
            raise ValidationError(ASKED_FOR_IT)
        self.override_reason, self.overridden_by, self.overridden_at = because, by, at
        self.save(update_fields=["override_reason", "overridden_by", "overridden_at"])
