"""Two rows of one agency that look alike: one event told twice, or two, as the agency says."""

from datetime import datetime
from typing import ClassVar, Self

from django.db import models, transaction
from django.db.models import F, Q

from boards.models import User
from chronology.models.agency_chronology import (
    AgencyChronology,
    agencies_written_for,
    readable_reviews,
)
from chronology.models.entry import Entry
from chronology.models.order import join_the_order
from reviews.conditions import NotYet

CHANGED = "Somebody else has said something of these rows meanwhile, or they have changed."


class KeptApartQuerySet(models.QuerySet["KeptApart"]):
    def visible_to(self, user: User) -> Self:
        """Keep those of reviews whose chronology the user reads, and their own agency's."""
        return self.filter(
            Q(chronology__review__in=readable_reviews(user))
            | Q(chronology__agency__in=agencies_written_for(user))
        )


class KeptApart(models.Model):
    """A pair that tells of different things, and is not offered again."""

    chronology = models.ForeignKey(
        AgencyChronology, on_delete=models.PROTECT, related_name="kept_apart"
    )
    first = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = KeptApartQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "pairs kept apart"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["first", "second"], name="a_pair_is_kept_apart_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="kept_apart_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.first} and {self.second}"


def keep_apart(
    chronology: AgencyChronology, ids: tuple[int, int], *, by: User, at: datetime
) -> None:
    """Both rows stand: they tell of different things. Raises as `take_out`."""
    with transaction.atomic():
        held, first, second = _pair(chronology, ids, by)
        facts = {"chronology": held, "by": by, "at": at}
        _pair_kept, is_new = KeptApart.objects.get_or_create(
            first=first, second=second, defaults=facts
        )
        if is_new:
            sentence = f"Two rows of {held} were said to tell of different things."
            held.note("keep_rows_apart", sentence, by=by, at=at, rows=[first.pk, second.pk])


def take_out(
    chronology: AgencyChronology,
    out: int,
    *,
    same_as: int,
    version: int,
    by: User,
    at: datetime,
) -> None:
    """The row stands no more, since another tells of the same; it is kept, and can be put back.

    `version` is that of the row as it was looked at. Raises PermissionDenied, or NotYet while the
    board has the chronology and where one of the rows is no longer as it was shown.
    """
    with transaction.atomic():
        held, first, second = _pair(chronology, (out, same_as), by, out_already=out)
        row, twin = (first, second) if first.pk == out else (second, first)
        if row.same_as_id == twin.pk:
            return
        if row.version != version:
            raise NotYet([CHANGED])
        row.same_as, row.withdrawn_at, row.version = twin, at, row.version + 1
        row.save(update_fields=["same_as", "withdrawn_at", "version"])
        typed = chronology.typed_rows.filter(entry=row)
        typed.update(removed_at=at, version=F("version") + 1)
        put_back_without_twin(held, at=at)
        sentence = f"A row of {held} was taken out: another tells of the same."
        held.note("take_row_out", sentence, by=by, at=at, row=row.pk, same_as=twin.pk)


def put_back(chronology: AgencyChronology, pk: int, *, by: User, at: datetime) -> None:
    """The row stands again beside the other. Raises as `take_out`."""
    with transaction.atomic():
        held = chronology.opened_by(by)
        rows = Entry.objects.filter(review=held.review_id, agency=held.agency_id, pk=pk)
        for row in rows.exclude(same_as=None):
            first, second = sorted((row.pk, row.same_as_id))
            facts = {"chronology": held, "by": by, "at": at}
            KeptApart.objects.get_or_create(first_id=first, second_id=second, defaults=facts)
            _stands_again(chronology, row, at=at)
            held.note("put_row_back", f"A row of {held} stands again.", by=by, at=at, row=pk)
        join_the_order(held)


def put_back_without_twin(chronology: AgencyChronology, *, at: datetime) -> None:
    """Rows taken out for one that stands no more stand again: nothing else tells of their event."""
    rows = Entry.objects.filter(review=chronology.review_id, agency=chronology.agency_id)
    for row in rows.filter(same_as__withdrawn_at__isnull=False):
        _stands_again(chronology, row, at=at)


def _stands_again(chronology: AgencyChronology, row: Entry, *, at: datetime) -> None:
    same_key = Entry.objects.filter(review=row.review_id, agency=row.agency_id, key=row.key)
    if same_key.filter(withdrawn_at=None).exists():
        row.key = row.key_beside
    row.same_as, row.withdrawn_at, row.version = None, None, row.version + 1
    row.is_placed, row.changed_at = False, at
    row.save(update_fields=["key", "same_as", "withdrawn_at", "version", "is_placed", "changed_at"])
    chronology.typed_rows.filter(entry=row).update(removed_at=None, version=F("version") + 1)


def _pair(
    chronology: AgencyChronology, ids: tuple[int, int], by: User, *, out_already: int = 0
) -> tuple[AgencyChronology, Entry, Entry]:
    """Return the two rows in order, which nobody else changes meanwhile."""
    held = chronology.opened_by(by)
    rows = Entry.objects.filter(review=held.review_id, agency=held.agency_id, pk__in=ids)
    found = [row for row in rows.order_by("pk") if row.withdrawn_at is None or row.same_as_id]
    standing = [row for row in found if row.withdrawn_at is None or row.pk == out_already]
    if len(standing) != 2:
        raise NotYet([CHANGED])
    return held, standing[0], standing[1]
