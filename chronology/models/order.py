"""The order of an agency's rows of one day and time, which their dates do not tell."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import count

from django.db import transaction

from boards.models import User
from chronology.models.agency_chronology import AgencyChronology
from chronology.models.entry import Entry, EntryQuerySet
from reviews.conditions import NotYet

Time = tuple[date, int]  # a day, and a minute of it
CHANGED = "The rows of this time are others now, or in another order. Look at them again first."


def rows_of_agency(chronology: AgencyChronology) -> EntryQuerySet:
    """Return what the agency says now, its own notes as well."""
    rows = Entry.objects.filter(review=chronology.review_id, agency=chronology.agency_id)
    return rows.filter(withdrawn_at=None)


def rows_at(chronology: AgencyChronology, time: Time) -> EntryQuerySet:
    """Return the agency's rows of the day and minute, in order, wherever they came from."""
    return rows_of_agency(chronology).filter(date_start=time[0], minute=time[1]).in_order()


def put_in_order(
    chronology: AgencyChronology,
    time: Time,
    wanted: Sequence[int],
    *,
    shown: Sequence[int],
    by: User,
    at: datetime,
) -> None:
    """The rows of the time stand in the order of `wanted`, their ids, and no file moves them.

    `shown` is the order that the person saw. Raises PermissionDenied, or NotYet while the board
    has the chronology, or where the rows are no longer as they were shown.
    """
    with transaction.atomic():
        held = chronology.opened_by(by)
        rows = {row.pk: row for row in rows_at(held, time)}
        if [*rows] == [*wanted] and all(row.is_placed for row in rows.values()):
            return
        if [*rows] != [*shown] or sorted(wanted) != sorted(shown):
            raise NotYet([CHANGED])
        _place(held, [rows[pk] for pk in wanted], first=1)
        sentence = f"Rows of one time in {held} were put in order."
        held.note("order_rows", sentence, by=by, at=at, rows=[*wanted])


def join_the_order(chronology: AgencyChronology) -> None:
    """Rows that came to a time whose rows a person has put in order stand behind those."""
    rows = rows_of_agency(chronology)
    for time in set(rows.filter(is_placed=True).values_list("date_start", "minute")):
        here = list(rows_at(chronology, time))
        late = [row for row in here if not row.is_placed]
        if late:
            last = max(row.sequence for row in here if row.is_placed)
            _place(chronology, late, first=int(last) + 1)


def _place(chronology: AgencyChronology, rows: Sequence[Entry], *, first: int) -> None:
    for row, number in zip(rows, count(first), strict=False):
        row.sequence, row.is_placed = Decimal(number), True
    Entry.objects.bulk_update(rows, ["sequence", "is_placed"], batch_size=500)
    places = {row.pk: row.sequence for row in rows}
    typed = list(chronology.typed_rows.filter(entry__in=places))
    for one in typed:
        one.sequence = places[one.entry_id]
    chronology.typed_rows.bulk_update(typed, ["sequence"], batch_size=500)
