"""A row that an agency types on line: kept as it stands, complete or not."""

from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models

from boards.models import User
from chronology.models.agency_chronology import (
    AgencyChronology,
    agencies_written_for,
    readable_reviews,
)
from chronology.models.entry import Entry

if TYPE_CHECKING:
    from datetime import date, datetime

LEAST_GAP = Decimal("0.002")  # below it nothing fits between two rows


class TypedRowQuerySet(models.QuerySet["TypedRow"]):
    def visible_to(self, user: User) -> Self:
        """Keep those of reviews whose chronology the user reads, and their own agency's."""
        return self.filter(
            models.Q(chronology__review__in=readable_reviews(user))
            | models.Q(chronology__agency__in=agencies_written_for(user))
        )

    def standing(self) -> Self:
        return self.filter(removed_at=None)

    def in_order(self) -> Self:
        """Sort as the integrated chronology does; what has no date yet comes last, as typed."""
        return self.order_by(
            models.F("entry__date_start").asc(nulls_last=True), "entry__minute", "sequence", "id"
        )

    def incomplete(self) -> Self:
        """Keep those with something to mend."""
        return self.exclude(problems={})


class TypedRow(models.Model):
    """One row of the grid. `entry` is what the chronology has of it: its last complete text.

    `cells` is {column name: text}, `problems` {column name: sentence}; `token` is the browser's
    name for a row that it adds, so that adding it twice adds it once.
    """

    chronology = models.ForeignKey(
        AgencyChronology, on_delete=models.PROTECT, related_name="typed_rows"
    )
    number = models.PositiveIntegerField()
    token = models.CharField(max_length=40)
    sequence = models.DecimalField(max_digits=10, decimal_places=3)
    cells = models.JSONField(default=dict)
    problems = models.JSONField(default=dict, blank=True)
    entry = models.OneToOneField(Entry, null=True, on_delete=models.PROTECT, related_name="typed")
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    objects = TypedRowQuerySet.as_manager()

    class Meta:
        ordering = ("sequence", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["chronology", "number"], name="one_typed_row_of_a_number"
            ),
            models.UniqueConstraint(fields=["chronology", "token"], name="one_typed_row_a_token"),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def key(self) -> str:
        return f"online#R{self.number}"

    @property
    def place(self) -> "tuple[date, int] | None":
        """Return the day and minute among whose rows its sequence counts."""
        return (self.entry.date_start, self.entry.minute) if self.entry else None

    @property
    def is_in_the_chronology(self) -> bool:
        return self.entry is not None and self.entry.withdrawn_at is None

    def remove(self, *, at: "datetime") -> None:
        """It stands no more, in the grid and in the chronology."""
        self.removed_at, self.version = at, self.version + 1
        self.save(update_fields=["removed_at", "version"])
        if self.entry:
            self.entry.withdrawn_at = at
            self.entry.save(update_fields=["withdrawn_at"])
