"""What a changed calendar makes of the dates that are owed, laid beside what is stored."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from django.db.models import OuterRef, Subquery

from reviews.models.commission import CommissionKind
from reviews.models.deadline import AGENCY_QUESTION, ASKED_FOR, Deadline
from reviews.models.extension import Extension
from reviews.statutory import GUIDANCE, HolidayCalendar, act_by, due_on

CHUNK = 2_000  # rows fetched at a time
READ = (
    "pk",
    "name",
    "guidance",
    "kind",
    "trigger_on",
    "computed_on",
    "due_on",
    "act_by",
    "agreed_on",
    "review_id",
    "review__reference",
    "review__board_id",
    "commission__kind",
)


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of a deadline that follow the calendar."""

    computed_on: date
    due_on: date
    act_by: date


@dataclass(frozen=True, slots=True)
class DateMove:
    """A deadline whose dates follow a changed calendar."""

    deadline_id: int
    review_id: int
    board_id: int
    reference: str
    name: str
    before: Dates
    after: Dates

    @property
    def is_due_moved(self) -> bool:
        return self.before.due_on != self.after.due_on

    @property
    def key(self) -> str:
        """Return a short text that is another one when the move is another one."""
        digest = sha256(repr((self.deadline_id, self.before, self.after)).encode()).hexdigest()
        return f"{self.deadline_id:x}-{digest[:10]}"

    @property
    def sentence(self) -> str:
        """Return what moves, without the review and without a full stop."""
        before, after = self.before, self.after
        if self.is_due_moved:
            return f"{self.name}: due {after.due_on:%-d %B %Y}, was {before.due_on:%-d %B %Y}"
        if before.act_by != after.act_by:
            return f"{self.name}: act by {after.act_by:%-d %B %Y}, was {before.act_by:%-d %B %Y}"
        return (
            f"{self.name}: worked out as {after.computed_on:%-d %B %Y}, was "
            f"{before.computed_on:%-d %B %Y}; the date agreed stays {after.due_on:%-d %B %Y}"
        )


def moves_by(day: date, calendar: HolidayCalendar) -> list[DateMove]:
    """Return what moves when `day` changed and `calendar` holds, by reference. One query."""
    return sorted(_moves(day, calendar), key=lambda move: (move.reference, move.deadline_id))


def _moves(day: date, calendar: HolidayCalendar) -> Iterator[DateMove]:
    agreed_on = Extension.objects.filter(deadline=OuterRef("pk")).order_by("-id")
    rows = Deadline.objects.touched_by(day).annotate(
        agreed_on=Subquery(agreed_on.values("to_due_on")[:1])
    )
    for row in rows.order_by("pk").values(*READ).iterator(chunk_size=CHUNK):
        before = Dates(row["computed_on"], row["due_on"], row["act_by"])
        after = _dates(row, calendar)
        if before != after:
            yield DateMove(
                deadline_id=row["pk"],
                review_id=row["review_id"],
                board_id=row["review__board_id"],
                reference=row["review__reference"],
                name=_name(row),
                before=before,
                after=after,
            )


def _dates(row: dict[str, Any], calendar: HolidayCalendar) -> Dates:
    """An agreed day that still reaches further holds, as it does for a corrected event."""
    computed_on = row["computed_on"]
    if row["kind"] not in ASKED_FOR:
        rule = GUIDANCE[row["guidance"]].deadline(row["kind"])
        computed_on = due_on(rule, row["trigger_on"], calendar)
    due = max(row["agreed_on"] or computed_on, computed_on)
    return Dates(computed_on, due, act_by(due, calendar))


def _name(row: dict[str, Any]) -> str:
    """An agency is not named: the name may be a child's school, and this page spans all boards."""
    if row["kind"] == AGENCY_QUESTION:
        return "Question to an agency"
    kind = row["commission__kind"]
    return row["name"] if kind is None else CommissionKind(kind).label
