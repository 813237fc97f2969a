"""A row that an agency types on line: kept as it stands, complete or not."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar, Self

from django.db import models, transaction
from django.db.models import Max, Q

from boards.models import User
from chronology.models.agency_chronology import (
    AgencyChronology,
    agencies_written_for,
    readable_reviews,
)
from chronology.models.entry import Entry
from chronology.models.integration import Integration
from chronology.models.order import join_the_order, put_in_order, rows_at
from chronology.models.told_twice import put_back_without_twin
from chronology.typed import checked, cleaned
from reviews.conditions import NotYet

ONE = Decimal(1)


class Overtaken(Exception):
    """Somebody else changed the row meanwhile; `row` is as they left it."""

    def __init__(self, row: "TypedRow | Entry") -> None:
        super().__init__("Somebody else changed this row while you were writing in it.")
        self.row = row


class TypedRowQuerySet(models.QuerySet["TypedRow"]):
    def visible_to(self, user: User) -> Self:
        """Keep those of reviews whose chronology the user reads, and their own agency's."""
        return self.filter(
            Q(chronology__review__in=readable_reviews(user))
            | Q(chronology__agency__in=agencies_written_for(user))
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
        return self.filter(is_complete=False)


class TypedRow(models.Model):
    """One row of the grid. `entry` is what the chronology has of it: its last complete text.

    `cells` is {column name: text}; `problems` and `remarks` are {column name: sentence}. `token`
    is the browser's name for a row that it adds, so that adding it twice adds it once.
    """

    chronology = models.ForeignKey(
        AgencyChronology, on_delete=models.PROTECT, related_name="typed_rows"
    )
    number = models.PositiveIntegerField()
    token = models.CharField(max_length=40)
    sequence = models.DecimalField(max_digits=10, decimal_places=3)
    cells = models.JSONField(default=dict)
    problems = models.JSONField(default=dict, blank=True)
    remarks = models.JSONField(default=dict, blank=True)
    is_complete = models.BooleanField(default=False)
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
    def place(self) -> tuple[date, int] | None:
        """Return the day and minute among whose rows its sequence counts."""
        return (self.entry.date_start, self.entry.minute) if self.entry else None

    @classmethod
    def add(
        cls,
        chronology: AgencyChronology,
        cells: Mapping[str, str],
        *,
        token: str,
        by: User,
        at: datetime,
        after: "TypedRow | None" = None,
    ) -> "TypedRow":
        """The row stands in the grid, and in the chronology once it is complete.

        A token that was used before changes that row instead. `after` is the row to follow, of
        the same time. Raises PermissionDenied, or NotYet while the board has the chronology.
        """
        with transaction.atomic():
            held = chronology.opened_by(by)
            if found := held.typed_rows.filter(token=token).first():
                return found.change(cells, version=found.version, by=by, at=at)
            last = held.typed_rows.aggregate(last=Max("number"))["last"] or 0
            row = cls(chronology=held, number=last + 1, token=token, version=0)
            row.sequence = after.below() if after else Decimal(last + 1)
            row._write(cells, by=by, at=at)
            if row.entry and row.entry.is_placed and after and after.place == row.place:
                row._pass(after, 1, by=by, at=at)
        return row

    def change(
        self, cells: Mapping[str, str], *, version: int, by: User, at: datetime
    ) -> "TypedRow":
        """The row says this now. Raises Overtaken when it is no longer at `version`."""
        with transaction.atomic():
            row = self._held(by, version=version)
            if row.cells != cleaned(cells, Integration.of(row.chronology.review).asked):
                row._write(cells, by=by, at=at)
        return row

    def remove(self, *, version: int, by: User, at: datetime) -> None:
        """It stands no more, in the grid and in the chronology. Raises as `change`."""
        with transaction.atomic():
            row = self._held(by, version=version)
            row.removed_at, row.version = at, row.version + 1
            row.save(update_fields=["removed_at", "version"])
            if row.entry:
                row.entry.withdrawn_at = at
                row.entry.save(update_fields=["withdrawn_at"])
                put_back_without_twin(row.chronology, at=at)
            row._note("was removed", by=by, at=at)

    def move(self, step: int, *, by: User, at: datetime) -> None:
        """It stands one row earlier (-1) or later (1) among those of the same day and time.

        Raises NotYet, with the reason, where there is none to pass.
        """
        with transaction.atomic():
            row = self._held(by)
            peers = row._peers()
            here = next((n for n, each in enumerate(peers) if each.pk == row.pk), -1)
            there = here + step
            if row.place is None or not 0 <= there < len(peers):
                raise NotYet(
                    ["Rows are in order of date and time: only those of one time can be moved."]
                )
            row._pass(peers[there], step, by=by, at=at)

    def _pass(self, other: "TypedRow", step: int, *, by: User, at: datetime) -> None:
        """It stands before (-1) or behind (1) the other, whatever rows of files stand between."""
        time = self.place
        shown = [entry.pk for entry in rows_at(self.chronology, time)]
        wanted = [pk for pk in shown if pk != self.entry_id]
        wanted.insert(wanted.index(other.entry_id) + (step > 0), self.entry_id)
        put_in_order(self.chronology, time, wanted, shown=shown, by=by, at=at)
        self.refresh_from_db(fields=["sequence"])

    def below(self) -> Decimal:
        """Return a sequence that comes after this row and before the next of its time."""
        rows = rows_at(self.chronology, self.place) if self.place else Entry.objects.none()
        after = rows.filter(sequence__gt=self.sequence).first()
        return self.sequence + ((after.sequence - self.sequence) / 2 if after else ONE)

    def _peers(self) -> "list[TypedRow]":
        if self.place is None:
            return []
        day, minute = self.place
        rows = self.chronology.typed_rows.standing().select_related("entry")
        return list(rows.filter(entry__date_start=day, entry__minute=minute).in_order())

    def _held(self, by: User, *, version: int | None = None) -> "TypedRow":
        """Return the row as it stands now, which nobody else changes meanwhile."""
        self.chronology.opened_by(by)
        row = type(self).objects.select_related("entry", "chronology__review").get(pk=self.pk)
        if row.removed_at or (version is not None and row.version != version):
            raise Overtaken(row)
        return row

    def _write(self, cells: Mapping[str, str], *, by: User, at: datetime) -> None:
        review = self.chronology.review
        columns, terms = Integration.of(review).asked, review.terms.agreed().last()
        self.cells = cleaned(cells, columns)
        scope = (terms.from_on, terms.to_on) if terms else None
        found = checked(self.cells, columns, number=self.number, scope=scope)
        self.problems, self.remarks = found.problems, found.remarks
        self.is_complete = not found.problems
        self.version, self.by, self.at = self.version + 1, by, at
        if found.facts is not None:
            self.entry = self._taken(found.facts, by=by, at=at)
        self.save()
        if self.entry and not self.entry.is_placed:
            join_the_order(self.chronology)
            self.refresh_from_db(fields=["sequence"])
            self.entry.refresh_from_db(fields=["sequence", "is_placed"])
        self._note("was written", by=by, at=at)

    def _taken(self, facts: dict[str, object], *, by: User, at: datetime) -> Entry:
        """Return the entry, which now says what the row says."""
        entry = self.entry or Entry(
            review=self.chronology.review,
            agency=self.chronology.agency,
            key=self.key,
            recorded_at=at,
            version=0,
        )
        entry.say(facts, at=at)
        entry.sequence, entry.written_by = self.sequence, by
        entry.save()
        return entry

    def _note(self, what: str, *, by: User, at: datetime) -> None:
        sentence = f"Row {self.number} of {self.chronology} {what}."
        self.chronology.note("write_row", sentence, by=by, at=at, row=self.key)
