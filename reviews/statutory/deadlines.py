"""Due dates as pure functions of events and of the guidance in force on the day of the trigger."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from reviews.statutory.bank_holidays import ENGLAND, HolidayCalendar
from reviews.statutory.events import EVENTS, UnknownEvent
from reviews.statutory.explanation import explain, place
from reviews.statutory.guidance import guidance_on
from reviews.statutory.rules import Deadline, Direction, Extension, Guidance, Mark, Unit
from reviews.statutory.working_days import act_by, add_working_days, subtract_working_days


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDate:
    """A deadline with its date: `due_on` is the legal day, `act_by` the working day to plan for."""

    deadline: str
    name: str
    guidance: str
    trigger: str
    trigger_on: date
    due_on: date
    act_by: date
    basis: str
    explanation: tuple[str, ...]
    met_by: tuple[str, ...]
    actor: str
    paragraph: str
    paragraph_mark: Mark
    mark: Mark
    extension: Extension | None


def due_dates(
    events: Mapping[str, date],
    *,
    guidance: Guidance | None = None,
    calendar: HolidayCalendar = ENGLAND,
) -> list[DueDate]:
    """What the events make due, soonest first.

    Each event is governed by the guidance in force on its day, or by `guidance` when the case is
    pinned to one. Events that start no clock are passed over. Raises UnknownEvent, NoGuidance or
    UnknownHolidays, each with a sentence that says what to do.
    """
    due = [
        _due_date(rule, on, governing, is_pinned=guidance is not None, calendar=calendar)
        for event, on in events.items()
        for governing in [_governing(event, on, guidance)]
        for rule in governing.deadlines_from(event)
    ]
    return sorted(due, key=lambda one: (one.due_on, one.deadline))


def due_on(rule: Deadline, trigger_on: date, calendar: HolidayCalendar = ENGLAND) -> date:
    """The legal due day. The day of the trigger is day zero and nothing rolls off a weekend."""
    calendar.require(trigger_on)
    if rule.unit is Unit.WORKING_DAYS:
        count_off = add_working_days if rule.direction is Direction.AFTER else subtract_working_days
        return count_off(trigger_on, rule.length, calendar)
    length = rule.length if rule.direction is Direction.AFTER else -rule.length
    if rule.unit is Unit.DAYS:
        return trigger_on + timedelta(days=length)
    return add_months(trigger_on, length)


def add_months(day: date, count: int) -> date:
    """The same-numbered day `count` months on, or that month's last day when it has no such day.

    Dodds v Walker [1981] UKHL: count once from the anchor, never month by month.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def is_overdue(due_on: date, on: date) -> bool:
    """Whether the due day has passed; what is due today is not overdue."""
    return on > due_on


def days_left(due_on: date, on: date) -> int:
    """Calendar days from `on` to the due day: 0 on the day itself, negative afterwards."""
    return (due_on - on).days


def _governing(event: str, on: date, pinned: Guidance | None) -> Guidance:
    if event not in EVENTS:
        raise UnknownEvent(event)
    if isinstance(on, datetime):
        raise TypeError(f"“{event}” needs a date: a time of day depends on where the clock hangs")
    return pinned or guidance_on(on)


def _basis(rule: Deadline, guidance: Guidance) -> str:
    """Working Together 2010, paragraph 8.27 (recalled): 6 calendar months after the decision …"""
    where = f"{guidance.name}, {place(rule.paragraph)} ({rule.paragraph_mark})"
    return f"{where}: {rule.spoken_length} {rule.direction} {EVENTS[rule.trigger]}"


def _due_date(
    rule: Deadline,
    trigger_on: date,
    guidance: Guidance,
    *,
    is_pinned: bool,
    calendar: HolidayCalendar,
) -> DueDate:
    due = due_on(rule, trigger_on, calendar)
    act = act_by(due, calendar)
    return DueDate(
        deadline=rule.code,
        name=rule.name,
        guidance=guidance.slug,
        trigger=rule.trigger,
        trigger_on=trigger_on,
        due_on=due,
        act_by=act,
        basis=_basis(rule, guidance),
        explanation=explain(
            rule, trigger_on, due, act, guidance, is_pinned=is_pinned, calendar=calendar
        ),
        met_by=rule.met_by,
        actor=rule.actor,
        paragraph=rule.paragraph,
        paragraph_mark=rule.paragraph_mark,
        mark=rule.mark,
        extension=rule.extension,
    )
