"""The timetable of a review, worked out backwards from the day on which it has to be complete.

The shares are the board's own reckoning, not law: of the working days left, how many have passed
when each step is due (after the stages of Working Together 2010, chapter 8).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import floor

from reviews.statutory.bank_holidays import ENGLAND, HolidayCalendar
from reviews.statutory.spoken import long_date
from reviews.statutory.working_days import act_by, skipped

PANEL = "panel"
# In their order, panel meetings aside, which lie between them.
STEPS: dict[str, str] = {
    "chronologies": "Agencies' chronologies due",
    "imrs": "Individual management reviews due",
    "first_draft": "First draft of the overview report",
    "accuracy": "Factual accuracy checked by the agencies",
    "final_draft": "Final draft of the overview report",
    "board": "Board meeting that agrees the review",
    "submission": "Submission",
}
SHARES: dict[str, float] = {
    "chronologies": 0.20,
    "imrs": 0.42,
    "first_draft": 0.65,
    "accuracy": 0.79,
    "final_draft": 0.86,
    "board": 0.95,
    "submission": 1.0,
}
# With at least so many working days left: when the panel meets.
MEETINGS: tuple[tuple[int, tuple[float, ...]], ...] = (
    (110, (0.05, 0.28, 0.52, 0.72, 0.90)),
    (60, (0.05, 0.28, 0.52, 0.72)),
    (30, (0.28, 0.52, 0.72)),
    (0, (0.28, 0.72)),
)


class NoTimeLeft(ValueError):
    """No working day lies between the day of planning and the day of completion."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step of the timetable and its day; panel meetings are numbered from 1, other steps 1."""

    kind: str
    on: date
    number: int = 1

    @property
    def name(self) -> str:
        return milestone_name(self.kind, self.number)


def milestone_name(kind: str, number: int) -> str:
    return f"Panel meeting {number}" if kind == PANEL else STEPS[kind]


def timetable(
    start: date, due_on: date, calendar: HolidayCalendar = ENGLAND
) -> tuple[Milestone, ...]:
    """Return the milestones in their order, each on a working day after `start` up to `due_on`.

    The last is the last working day that is not after `due_on`; the others lie before it by their
    share of the working days left. Raises NoTimeLeft, and UnknownHolidays beyond known years.
    """
    days = _working_days(start, due_on, calendar)
    if not days:
        raise NoTimeLeft(f"No working day is left before {long_date(due_on)}.")
    meetings = next(shares for least, shares in MEETINGS if len(days) >= least)
    planned = [(share, PANEL, number) for number, share in enumerate(meetings, 1)]
    planned += [(share, kind, 1) for kind, share in SHARES.items()]
    return tuple(
        Milestone(kind, _before_the_end(days, 1 - share), number)
        for share, kind, number in sorted(planned)
    )


def doubts(
    milestones: Iterable[Milestone], due_on: date | None, calendar: HolidayCalendar = ENGLAND
) -> Iterator[str]:
    """Yield a sentence for each day that is late, out of order or not a working day."""
    planned = list(milestones)
    for each in planned:
        if due_on and each.on > due_on:
            yield (
                f"{each.name}: {long_date(each.on)} is after the statutory date, "
                f"{long_date(due_on)}, and no extension to that day is recorded."
            )
        knows = calendar.first_year <= each.on.year <= calendar.last_year
        for day in skipped(each.on, each.on, calendar) if knows else ():
            yield f"{each.name}: {long_date(each.on)} is no working day ({day.why})."
    for earlier, later in _neighbours(planned):
        if later.on < earlier.on:
            yield (
                f"{later.name}: {long_date(later.on)} is before {earlier.name.lower()}, "
                f"{long_date(earlier.on)}, which has to come first."
            )


def _neighbours(planned: list[Milestone]) -> Iterator[tuple[Milestone, Milestone]]:
    """Yield the pairs of which the first has to come first."""
    steps = {each.kind: each for each in planned if each.kind != PANEL}
    in_order = [steps[kind] for kind in STEPS if kind in steps]
    meetings = sorted((m for m in planned if m.kind == PANEL), key=lambda m: m.number)
    yield from pairwise(in_order)
    yield from pairwise(meetings)
    if meetings and "board" in steps:
        yield meetings[-1], steps["board"]


def _working_days(start: date, due_on: date, calendar: HolidayCalendar) -> list[date]:
    """Return the working days after `start`, up to the last that is not after `due_on`."""
    last = act_by(due_on, calendar)
    days = (start + timedelta(days=offset) for offset in range(1, (last - start).days + 1))
    return [day for day in days if calendar.is_working_day(day)]


def _before_the_end(days: list[date], share: float) -> date:
    return days[-1 - min(floor(share * len(days)), len(days) - 1)]
