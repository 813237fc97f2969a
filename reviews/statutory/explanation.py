"""How a due date was worked out, in sentences that can be read aloud."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from reviews.statutory.bank_holidays import HolidayCalendar
from reviews.statutory.events import EVENTS
from reviews.statutory.rules import Deadline, Direction, Guidance, Mark, Unit
from reviews.statutory.spoken import (
    MONTHS,
    capitalised,
    joined,
    long_date,
    uncapitalised,
    weekday_date,
)
from reviews.statutory.working_days import Skipped, skipped

ONE_DAY = timedelta(days=1)


def explain(
    rule: Deadline,
    trigger_on: date,
    due_on: date,
    act_by: date,
    guidance: Guidance,
    *,
    is_pinned: bool,
    calendar: HolidayCalendar,
) -> tuple[str, ...]:
    """Trigger, guidance, paragraph, counting, due date, act-by day and extension, a step each."""
    return (
        _trigger(rule, trigger_on),
        _guidance(guidance, is_pinned=is_pinned),
        _paragraph(rule),
        *_counting(rule, trigger_on, due_on, calendar),
        _due(rule, due_on),
        _act_by(due_on, act_by, calendar),
        *_caution(max(trigger_on, due_on), calendar),
        _extension(rule),
    )


def _trigger(rule: Deadline, trigger_on: date) -> str:
    start = (
        "The clock starts when"
        if rule.direction is Direction.AFTER
        else "The date is counted back from when"
    )
    return f"{start} {EVENTS[rule.trigger]}: {weekday_date(trigger_on)}. That day is day zero."


def _guidance(guidance: Guidance, *, is_pinned: bool) -> str:
    if is_pinned:
        return f"This case is pinned to {guidance.name}, whatever was in force on that day."
    ended = f" to {long_date(guidance.in_force_until)}" if guidance.in_force_until else ""
    return (
        f"{guidance.name} was in force on that day: "
        f"from {long_date(guidance.in_force_from)}{ended} ({_dates_mark(guidance.in_force_mark)})."
    )


def _dates_mark(mark: Mark) -> str:
    return (
        "start date verified"
        if mark is Mark.VERIFIED
        else "start date recalled, not checked against the text"
    )


def _paragraph(rule: Deadline) -> str:
    is_after = rule.direction is Direction.AFTER
    allows, to = ("allows", " to") if is_after else ("asks for at least", " beforehand:")
    source = f" in {rule.source}" if rule.source else ""
    return (
        f"{capitalised(place(rule.paragraph))} (reference {rule.paragraph_mark.spoken}) "
        f"{allows} {rule.spoken_length}{to} {uncapitalised(rule.name)} "
        f"(length {rule.mark.spoken}{source}). Responsible: {rule.actor}."
    )


def place(paragraph: str) -> str:
    """“paragraph 8.27”, or “chapter 4” as it is."""
    return f"paragraph {paragraph}" if paragraph[:1].isdigit() else paragraph


def _counting(
    rule: Deadline, trigger_on: date, due_on: date, calendar: HolidayCalendar
) -> Iterator[str]:
    if rule.unit is Unit.CALENDAR_MONTHS:
        yield _months_counted(rule, trigger_on, due_on)
    elif rule.unit is Unit.DAYS:
        yield "Every calendar day counts, weekends and bank holidays too."
    else:
        yield _working_days_counted(rule.direction)
        yield _skipping(_between(trigger_on, due_on, calendar))


def _months_counted(rule: Deadline, trigger_on: date, due_on: date) -> str:
    counted = (
        "Calendar months are counted from the trigger in one step "
        "and end on the same-numbered day of the month"
    )
    if trigger_on.day == due_on.day:
        return f"{counted}."
    last = monthrange(due_on.year, due_on.month)[1]
    month = f"{MONTHS[due_on.month - 1]} {due_on.year}"
    return f"{counted}. {month} has only {last} days, so they end on its last day."


def _working_days_counted(direction: Direction) -> str:
    near = "after" if direction is Direction.AFTER else "before"
    return (
        "Working days are Monday to Friday without the bank holidays of England and Wales; "
        f"the first working day {near} the trigger is day 1."
    )


def _between(trigger_on: date, due_on: date, calendar: HolidayCalendar) -> tuple[Skipped, ...]:
    first, last = sorted((trigger_on, due_on))
    return tuple(one for one in skipped(first, last, calendar) if one.day != trigger_on)


def _skipping(days: tuple[Skipped, ...]) -> str:
    weekend = [long_date(one.day) for one in days if one.is_weekend]
    holidays = [f"{one.why} ({weekday_date(one.day)})" for one in days if not one.is_weekend]
    weekends = f"the weekend days {joined(weekend)}" if weekend else "no weekend"
    return f"Skipped: {weekends}; {joined(holidays) if holidays else 'no bank holiday'}."


def _due(rule: Deadline, due_on: date) -> str:
    roll = (
        ""
        if rule.unit is Unit.WORKING_DAYS
        else " A legal date does not move when it falls on a weekend or holiday."
    )
    return f"Due by the end of {weekday_date(due_on)}.{roll}"


def _act_by(due_on: date, act_by: date, calendar: HolidayCalendar) -> str:
    if act_by == due_on:
        return f"Act by {weekday_date(act_by)}, which is a working day."
    idle = [
        f"{long_date(one.day)} is {_why(one)}"
        for one in reversed(skipped(act_by + ONE_DAY, due_on, calendar))
    ]
    return f"Act by {weekday_date(act_by)}, the last working day before: {joined(idle)}."


def _why(one: Skipped) -> str:
    return f"a {one.why}" if one.is_weekend else one.why


def _caution(last: date, calendar: HolidayCalendar) -> Iterator[str]:
    if not calendar.is_announced(last):
        yield (
            f"Bank holidays after {calendar.announced_until_year} have not been announced and are "
            "taken from the standing rules: look again when they are."
        )


def _extension(rule: Deadline) -> str:
    if rule.extension is None:
        return "The guidance names nobody who may extend it."
    extension = rule.extension
    return (
        f"It may be extended by {extension.by}, who must {extension.must} "
        f"({extension.mark.spoken})."
    )
