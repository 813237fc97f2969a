"""What is owed by a day is put in the ledger. A sweep: running it twice is running it once.

The work is done by the database, a few statements for each window of due dates, so that it
grows with what is due and not with what has been met or lies far ahead.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, DateTimeField, Exists, F, OuterRef, Q, QuerySet, Value, Window
from django.db.models.functions import RowNumber

from notifications import recipients
from notifications.acknowledged import Said, is_told_still
from notifications.agenda import Agenda, agenda
from notifications.expressions import about_of, alone, insert_from, is_told, stage_owed
from notifications.following import Following, followings
from notifications.ladder import DEFAULT, About, Ladder, Tier
from notifications.models import Kind, Reminder, Snooze
from notifications.models.ledger import CHUNK, NO_LONGER_TOLD, OVERTAKEN
from reviews.models import CommissionKind, Deadline, Review

# Deadlines a statement: SQLite lets nobody else write meanwhile.
WINDOW = 20_000

NOT_OWED = "It is no longer owed."
DATE_CHANGED = "The date was changed."
# Where a chronology is a part of what was asked for, it is wanted again on a day of its own.
TELLS_THE_DATE = ~Q(kind=Kind.SENT_BACK) | Q(deadline__commission__kind=CommissionKind.CHRONOLOGY)


@dataclass(slots=True)
class Planned:
    """How many rows a sweep has added and ended."""

    reminders: int = 0
    date_changes: int = 0
    superseded: int = 0

    def counts(self) -> dict[str, int]:
        return asdict(self)


def plan(*, on: date, at: datetime, ladder: Ladder = DEFAULT) -> Planned:
    """Everybody who is owed a reminder by `on` has a row; what is owed no more has ended.

    `ladder` is that of the boards that have not agreed on one of their own.
    """
    items, done = agenda(ladder, on=on), Planned()
    if items.has_sleepers:
        Snooze.objects.over(on).wake(at=at)
        items = agenda(ladder, on=on)
    if items.has_waiting:
        done.superseded += supersede_stale(Reminder.objects.all(), at=at)
    for following in followings(ladder) if items.has_own_ladders else [Following(ladder)]:
        _plan_following(following, items, done, on=on, at=at)
    # A sweep gives one person one stage of a deadline: only what waited before can be overtaken.
    if items.has_waiting:
        done.superseded += _supersede_overtaken(at=at)
    return done


def _plan_following(
    following: Following, items: Agenda, done: Planned, *, on: date, at: datetime
) -> None:
    """The boards that follow one ladder have what they are owed by it."""
    if items.has_waiting:
        done.superseded += _supersede_untold(following, on=on, at=at)
    if items.has_moved:
        done.date_changes += _plan_date_changes(following, on=on, at=at)
    if not (items.is_due or following.only):
        return
    said = Said.of_any()
    for window in _windows(following, on):
        due = Deadline.objects.open().filter(due_on__range=(window.first, window.last))
        for tier in window.tiers(following.ladder, on):
            if recipients.has_any(tier, on=on):
                done.reminders += _plan_reminders(due, tier, following, said, on=on, at=at)


def supersede_stale(reminders: QuerySet[Reminder], *, at: datetime) -> int:
    """Those about deadlines that are met, ended or moved have ended; return how many."""
    # By way of each reminder that waits: from the deadlines' side, what was met would be read too.
    deadline = Deadline.objects.filter(pk=OuterRef("deadline"))
    reminders = reminders.filter(deadline__isnull=False).exclude(kind=Kind.SENT_BACK)
    ended = reminders.filter(~Exists(deadline.open())).supersede(NOT_OWED, at=at)
    moved = reminders.filter(~Exists(deadline.filter(version=OuterRef("due_version"))))
    return ended + moved.supersede(DATE_CHANGED, at=at)


def _supersede_untold(following: Following, *, on: date, at: datetime) -> int:
    """What waits for tiers that a board's new ladder leaves out has ended; return how many."""
    edited = following.edited_boards()
    if not edited:
        return 0
    waiting = Reminder.objects.waiting().filter(kind=Kind.REMINDER, review__board__in=edited)
    still = waiting.told_by(following.ladder, on).values("pk")
    return waiting.exclude(pk__in=still).supersede(NO_LONGER_TOLD, at=at)


@dataclass(slots=True)
class _Window:
    """Due dates that one statement looks at, and the earliest of each kind among them."""

    first: date
    last: date
    size: int = 0
    earliest: dict[About, date] = field(default_factory=dict)

    def tiers(self, ladder: Ladder, on: date) -> list[Tier]:
        """Return the tiers that are told of any of them on the day `on`."""
        return [
            tier
            for tier, told in ladder.by_tier().items()
            if any(
                each.about in self.earliest
                and each.has_begun((self.earliest[each.about] - on).days)
                for each in told
            )
        ]


def _windows(following: Following, on: date) -> Iterator[_Window]:
    """Yield windows of about WINDOW deadlines each, up to the ladder's reach."""
    horizon = on + timedelta(days=following.ladder.reach)
    due = Deadline.objects.open().filter(due_on__lte=horizon)
    if following.only:
        due = due.filter(following.boards())
    kinds = due.order_by("due_on").values_list("due_on", "kind").annotate(number=Count("pk"))
    window = None
    for day, kind, number in kinds.iterator():
        if window and window.size >= WINDOW and day > window.last:
            yield window
            window = None
        window = window or _Window(day, day)
        window.last, window.size = day, window.size + number
        window.earliest.setdefault(about_of(kind), day)
    if window:
        yield window


def _plan_reminders(
    due: QuerySet[Deadline],
    tier: Tier,
    following: Following,
    said: Said,
    *,
    on: date,
    at: datetime,
) -> int:
    """The tier's people have a row for the stage that each deadline is at."""
    rows = owed_rows(due, tier, following, said, on=on, at=at)
    columns = _common(Kind.REMINDER, at) | {
        "review": "review",
        "deadline": "pk",
        "due_version": "version",
        "due_on": "due_on",
        "stage": "stage",
        "recipient": "recipient",
        "tier": Value(tier.value),
    }
    theirs = Review.objects.only(*recipients.ASKED_OF_A_REVIEW).filter(
        pk__in=alone(due).values("review")
    )
    few = (due, theirs)
    return insert_from(rows.order_by("pk", "recipient"), Reminder, columns, few=few)


def owed_rows(
    due: QuerySet[Deadline],
    tier: Tier,
    following: Following,
    said: Said,
    *,
    on: date,
    at: datetime,
) -> QuerySet[Deadline]:
    """Return the deadlines once for each `recipient` of the tier who is owed their `stage`."""
    ladder = following.ladder
    told = alone(due).filter(following.boards(), is_told(ladder.by_tier()[tier], on))
    owed = recipients.of_deadlines(told, tier, on=on).annotate(stage=stage_owed(ladder, on))
    # As urgent or more so: a clock that is set back repeats nothing.
    had = Reminder.objects.filter(
        deadline=OuterRef("pk"),
        due_version=OuterRef("version"),
        recipient=OuterRef("recipient"),
        stage__lte=OuterRef("stage"),
    )
    rows = owed.filter(~Exists(had), is_told_still(tier, said, on=on, at=at))
    # Without, each has a stage, as none lies beyond the ladder's reach.
    return rows.filter(stage__isnull=False) if ladder.own else rows


def _plan_date_changes(following: Following, *, on: date, at: datetime) -> int:
    """Whoever was told a date that has changed has a row that says from what to what.

    It counts as the reminder of the stage that the new date is at, so that they have one mail.
    """
    told = Reminder.objects.sent().filter(TELLS_THE_DATE, deadline__isnull=False)
    heard = Reminder.objects.filter(
        TELLS_THE_DATE,
        kind=Kind.SENT_BACK,
        deadline=OuterRef("deadline"),
        due_version=OuterRef("deadline__version"),
        recipient=OuterRef("recipient"),
    )
    later = told.filter(
        deadline=OuterRef("deadline"), recipient=OuterRef("recipient"), pk__gt=OuterRef("pk")
    )
    moved = told.filter(
        following.boards(),
        ~Exists(later),
        ~Exists(heard),
        deadline__is_open=True,
        deadline__version__gt=1,
        due_version__lt=F("deadline__version"),
    ).exclude(due_on=F("deadline__due_on"))
    columns = _common(Kind.DATE_CHANGED, at) | {
        "review": "review",
        "deadline": "deadline",
        "due_version": F("deadline__version"),
        "due_on": F("deadline__due_on"),
        "previous_due_on": "due_on",
        "stage": stage_owed(following.ladder, on, "deadline__"),
        "recipient": "recipient",
        "tier": "tier",
    }
    return insert_from(moved.order_by("pk"), Reminder, columns)


def _common(kind: Kind, at: datetime) -> dict[str, Any]:
    return {"kind": Value(kind.value), "planned_at": Value(at, DateTimeField())}


def _supersede_overtaken(*, at: datetime) -> int:
    """Of several that wait for one person about one deadline, the most urgent is left."""
    place = Window(
        RowNumber(), partition_by=["deadline", "due_version", "recipient"], order_by="stage"
    )
    numbered = Reminder.objects.waiting().filter(stage__isnull=False).annotate(place=place)
    overtaken = list(numbered.filter(place__gt=1).order_by().values_list("pk", flat=True))
    return sum(
        Reminder.objects.filter(pk__in=overtaken[first : first + CHUNK]).supersede(OVERTAKEN, at=at)
        for first in range(0, len(overtaken), CHUNK)
    )
