"""The clocks of a review: what its events make due, laid beside what is stored."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db.models import Max

from boards.govuk.words import on_paper
from reviews.fields import exactly
from reviews.models.asked import all_asked
from reviews.models.bank_holiday import BankHoliday
from reviews.models.deadline import Deadline
from reviews.states import State
from reviews.statutory import (
    GUIDANCE,
    TRIGGERS,
    DueDate,
    HolidayCalendar,
    NoGuidance,
    PartialDate,
    UnknownHolidays,
    act_by,
    due_dates,
)

if TYPE_CHECKING:
    from reviews.models.review import Review

ENDINGS: dict[str, str] = {
    State.WITHDRAWN: "The referral was withdrawn.",
    State.TRANSFERRED: "Another board leads the review.",
    State.RESCINDED: "The Chair rescinded the review.",
}
TRIGGER_GONE = "The event that it ran from no longer stands."
OTHER_ROUND = "The case was reopened with a new trigger date."
PAST = "Brought in from the board's records."


@dataclass(frozen=True)
class Change:
    """What working the dates out again does to one deadline; None where there is no date."""

    kind: str
    name: str
    before: date | None
    after: date | None
    was_owed: bool = False
    is_owed: bool = False

    def warning(self, on: date) -> str:
        """Return what nobody would expect of it on the day `on`, or an empty text."""
        if self.was_owed and self.after is None:
            return (
                f"{self.name}: it will be owed no longer. It leaves every list, and nobody is "
                "reminded of it. Only a full, certain date starts a clock."
            )
        if self.is_owed and self.after and self.after < on:
            return f"{self.name}: it will be overdue since {on_paper(self.after)}."
        return ""


def worked_out(
    dates: dict[str, PartialDate], pinned: str, calendar: HolidayCalendar
) -> dict[str, DueDate]:
    """Return {kind: due date} for the exact ones of `dates`, by the pinned or each day's guidance.

    A partial date starts no clock, and neither does a day before any guidance.
    """
    owed: dict[str, DueDate] = {}
    for event, on in dates.items():
        if event not in TRIGGERS or on.exact is None:
            continue
        try:
            found = due_dates({event: on.exact}, guidance=GUIDANCE.get(pinned), calendar=calendar)
        except NoGuidance:
            continue
        owed |= {due.deadline: due for due in found}
    return owed


def preview(
    review: "Review",
    *,
    event: str | None = None,
    on: PartialDate | None = None,
    pinned: str | None = None,
) -> list[Change]:
    """Return what a corrected event or a pinned guidance would move, without moving it."""
    dates = review.dates() | ({event: on} if event and on else {})
    pinned = review.pinned_guidance if pinned is None else pinned
    owed = worked_out(dates, pinned, BankHoliday.objects.calendar())
    standing = _statutory(review, _stored(review))
    changes = []
    for kind, due in owed.items():
        is_owed = _first(dates, due.met_by) is None and not _ending(review)
        changes.append(_change(standing.get(kind), due, is_owed))
    changes += [
        Change(kind, deadline.name, _stood_at(deadline), None, deadline.is_open)
        for kind, deadline in standing.items()
        if kind not in owed
    ]
    return [change for change in changes if change.before != change.after]


def bring_up_to_date(review: "Review") -> None:
    """Every stored deadline of the review says what its events make of it now.

    Raises ValidationError where one would lie beyond the years whose bank holidays are known.
    """
    try:
        _follow_dates(review)
    except UnknownHolidays as unknown:
        raise ValidationError(str(unknown)) from unknown


def _follow_dates(review: "Review") -> None:
    dates = review.dates()
    calendar = BankHoliday.objects.calendar()
    owed = worked_out(dates, review.pinned_guidance, calendar)
    stored = _stored(review)
    standing = _statutory(review, stored)
    for kind, due in owed.items():
        deadline = standing.pop(kind, None) or Deadline(
            review=review, round=review.round, kind=kind, original_due_on=due.due_on
        )
        with _saved_if_changed(deadline):
            _settle(deadline, _first(dates, due.met_by), _ending(review))
            if not _stands(deadline, due):
                _follow(deadline, due, calendar)
    for deadline in standing.values():
        with _saved_if_changed(deadline):
            _settle(deadline, None, TRIGGER_GONE)
    for deadline in stored:
        if deadline.is_statutory and deadline.round != review.round and deadline.is_open:
            with _saved_if_changed(deadline):
                deadline.is_open, deadline.ended_because = False, OTHER_ROUND
    _follow_asked(review, stored, calendar)


@contextmanager
def _saved_if_changed(deadline: Deadline) -> Iterator[None]:
    """What the block changes is stored; most acts on a case change no deadline."""
    before = {field.attname: getattr(deadline, field.attname) for field in deadline._meta.fields}
    yield
    if deadline.pk is None or any(getattr(deadline, name) != was for name, was in before.items()):
        deadline.save()


def _stored(review: "Review") -> list[Deadline]:
    """Return every deadline of the review, `extended_to` the day last agreed: each is later."""
    return list(review.deadlines.annotate(extended_to=Max("extensions__to_due_on")))


def _statutory(review: "Review", stored: list[Deadline]) -> dict[str, Deadline]:
    """Return {kind: deadline} of this round."""
    return {d.kind: d for d in stored if d.is_statutory and d.round == review.round}


def _stands(deadline: Deadline, due: DueDate) -> bool:
    """Return whether it is past moving: a late bank holiday does not change what was met."""
    was = (deadline.guidance, deadline.trigger, deadline.trigger_on)
    return not deadline.is_open and was == (due.guidance, due.trigger, due.trigger_on)


def _change(deadline: Deadline | None, due: DueDate, is_owed: bool) -> Change:
    if deadline is None:
        return Change(due.deadline, due.name, None, due.due_on, is_owed=is_owed)
    stands = _stands(deadline, due)
    after = deadline.due_on if stands else _agreed(deadline, due.due_on)
    return Change(
        due.deadline, due.name, _stood_at(deadline), after, deadline.is_open, is_owed=is_owed
    )


def _stood_at(deadline: Deadline) -> date | None:
    """Return its date, None when it has none because its event was taken away."""
    return None if deadline.ended_because == TRIGGER_GONE else deadline.due_on


def _agreed(deadline: Deadline, computed_on: date) -> date:
    """Return the day last agreed where it still reaches beyond the one worked out."""
    extended_to: date | None = getattr(deadline, "extended_to", None)  # a new one has none
    return max(extended_to, computed_on) if extended_to else computed_on


def _follow(deadline: Deadline, due: DueDate, calendar: HolidayCalendar) -> None:
    """The deadline has its date from `due`; an extension that still reaches further holds."""
    deadline.name, deadline.guidance = due.name, due.guidance
    deadline.trigger, deadline.trigger_on = due.trigger, due.trigger_on
    on = _agreed(deadline, due.due_on)
    if deadline.pk and deadline.due_on != on:
        deadline.version += 1
    deadline.due_on, deadline.act_by = on, act_by(on, calendar)
    deadline.computed_on = due.due_on


def _settle(deadline: Deadline, met: PartialDate | None, ending: str) -> None:
    deadline.met_on = met.exact if met else None
    deadline.ended_because = "" if met else ending
    deadline.is_open = met is None and not ending


def _first(dates: dict[str, PartialDate], events: tuple[str, ...]) -> PartialDate | None:
    return min((dates[e] for e in events if e in dates), key=lambda on: on.earliest, default=None)


def _ending(review: "Review") -> str:
    return PAST if review.is_past else ENDINGS.get(review.state, "")


def _follow_asked(review: "Review", stored: list[Deadline], calendar: HolidayCalendar) -> None:
    deadlines = {(d.kind, d.commission_id or d.action_id or d.question_id): d for d in stored}
    for asked in all_asked(review):
        deadline = deadlines.get((asked.kind, asked.of.pk)) or Deadline(
            **{asked.field: asked.of},
            review=review,
            round=asked.round,
            kind=asked.kind,
            original_due_on=asked.due_on,
            computed_on=asked.due_on,
            due_on=asked.due_on,
            act_by=act_by(asked.due_on, calendar),
            trigger="asked",
            trigger_on=asked.asked_on,
        )
        met = asked.met_on and exactly(asked.met_on)
        with _saved_if_changed(deadline):
            deadline.name = asked.name[:120]
            if deadline.computed_on != asked.due_on:
                _ask_again(deadline, asked.due_on, calendar)
            _settle(deadline, met, asked.ended_because[:200] or _ending(review))


def _ask_again(deadline: Deadline, due_on: date, calendar: HolidayCalendar) -> None:
    """What was sent back is owed by the new day alone: an extension of the earlier is spent."""
    deadline.computed_on = deadline.due_on = due_on
    deadline.act_by = act_by(due_on, calendar)
    deadline.version += 1
