"""Who would get what, when, for one review: the sweep played ahead without the ledger's rows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from boards.models import User
from notifications import recipients
from notifications.expressions import speaks_of
from notifications.ladder import LAST_DAYS, About, Ladder, Tier
from notifications.ladder_words import rung
from notifications.models import Reminder
from notifications.mornings import is_working
from notifications.spared import Spared
from reviews.models import BankHoliday, Deadline, Review
from reviews.statutory import HolidayCalendar

REPEATS = 3  # of those after the date; they go on until the deadline is met

Told = dict[tuple[date, Deadline, int], list[str]]
People = dict[tuple[int, Tier], list[tuple[int, str]]]


@dataclass(frozen=True, slots=True)
class Row:
    """One day's reminder of one deadline: who has it now, and who would have it."""

    on: date
    deadline: Deadline
    rung: str
    now: list[str]
    then: list[str]

    @property
    def is_different(self) -> bool:
        return self.now != self.then


def compare(review: Review, now: Ladder, then: Ladder, *, on: date) -> list[Row]:
    """Return the reminders of the review's open deadlines from the day `on`, in order of days.

    What is in the ledger is taken into account: nothing is told twice. So is what was said to be
    in hand or put off.
    """
    deadlines = list(review.deadlines.open().select_related("commission"))
    calendar = BankHoliday.objects.calendar()
    spared = Spared.on(deadlines)
    kinds, people, had = _kinds(review), _people(review), _had(deadlines)
    before, after = (
        _played(ladder, deadlines, kinds, people, had, spared, calendar, on=on)
        for ladder in (now, then)
    )
    keys = sorted({*before, *after}, key=lambda key: (key[0], key[1].due_on, key[1].pk))
    return [
        Row(key[0], key[1], rung(key[2]), before.get(key, []), after.get(key, [])) for key in keys
    ]


def _played(
    ladder: Ladder,
    deadlines: Iterable[Deadline],
    kinds: dict[int, About],
    people: People,
    had: dict[tuple[int, int], int],
    spared: "Spared",
    calendar: HolidayCalendar,
    *,
    on: date,
) -> Told:
    """Return who is told on which day, for the most urgent stage of each.

    What does not go on a day off is told on the working day after it, as the sweep does.
    """
    told: Told = defaultdict(list)
    for deadline in deadlines:
        latest = {who: stage for (pk, who), stage in had.items() if pk == deadline.pk}
        for day in _days(ladder, deadline, calendar, on):
            stage = ladder.steps_of(kinds[deadline.pk]).stage_owed(deadline.due_on, day)
            if stage is None or (stage not in LAST_DAYS and not is_working(day, calendar)):
                continue
            for tier in _tiers(ladder, kinds[deadline.pk], (deadline.due_on - day).days):
                for who, name in people.get((deadline.pk, tier), []):
                    is_new = who not in latest or stage < latest[who]
                    if is_new and not spared.is_spared(deadline, who, tier, stage, day):
                        latest[who] = stage
                        told[day, deadline, stage].append(name)
    return told


def _days(ladder: Ladder, deadline: Deadline, calendar: HolidayCalendar, on: date) -> list[date]:
    """Return the days from `on` to a working day when everybody has joined, and some repeats."""
    joins = [-(told.from_days_left or 0) for told in ladder.told]
    every = max(ladder.steps_of(about).every for about in About)
    after = max([0, *joins]) + every * REPEATS
    last = max(deadline.due_on + timedelta(days=after), on + timedelta(days=every))
    while not is_working(last, calendar):
        last += timedelta(days=1)
    first = max(on, deadline.due_on - timedelta(days=ladder.reach))
    return [first + timedelta(days=days) for days in range((last - first).days + 1)]


def _tiers(ladder: Ladder, about: About, days_left: int) -> list[Tier]:
    return [
        tier
        for tier, told in ladder.by_tier().items()
        if any(each.about is about and each.has_begun(days_left) for each in told)
    ]


def _kinds(review: Review) -> dict[int, About]:
    """Return {deadline: its kind}."""
    owed = review.deadlines.open()
    return {
        pk: about
        for about in About
        for pk in owed.filter(speaks_of(about)).values_list("pk", flat=True)
    }


def _people(review: Review) -> People:
    """Return {(deadline, tier): [(person, name)]} as they are today."""
    beside = {
        tier: list(
            recipients.of_deadlines(review.deadlines.open(), tier).values_list("pk", "recipient")
        )
        for tier in Tier
        if tier not in (Tier.PANEL, Tier.INVITED)
    }
    ids = {who for rows in beside.values() for _, who in rows}
    names = dict(User.objects.filter(pk__in=ids).values_list("pk", "full_name"))
    found: People = defaultdict(list)
    for tier, rows in beside.items():
        for pk, who in sorted(set(rows)):
            found[pk, tier].append((who, names[who]))
    return found


def _had(deadlines: Iterable[Deadline]) -> dict[tuple[int, int], int]:
    """Return {(deadline, person): the most urgent stage that they were told}."""
    versions = {deadline.pk: deadline.version for deadline in deadlines}
    rows = Reminder.objects.filter(deadline__in=versions, stage__isnull=False)
    had: dict[tuple[int, int], int] = {}
    for pk, version, who, stage in rows.values_list(
        "deadline", "due_version", "recipient", "stage"
    ):
        if version == versions[pk]:
            had[pk, who] = min(stage, had.get((pk, who), stage))
    return had
