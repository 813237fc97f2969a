"""What a person is about to be told, without a row or a mail being made of it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import F
from django.utils.timezone import localtime

from boards.models import Board, User
from notifications import mornings, recipients
from notifications.acknowledged import Said
from notifications.assembly import TOGETHER
from notifications.following import Following
from notifications.ladder import LAST_DAYS
from notifications.models import BoardLadder, Kind, Mail, MailKind, Reminder, Snooze
from notifications.models.ledger import SAID_IN_MAILS, ReminderQuerySet
from notifications.models.snooze import PUT_OFF
from notifications.planning import owed_rows
from notifications.rechecks import reasons_against
from reviews.models import Deadline

ONE_DAY = timedelta(days=1)

Key = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Letter:
    """What goes in one mail on the day `on`."""

    on: date
    kind: MailKind
    rows: list[Reminder]


def kind_of_mail(row: Reminder) -> MailKind:
    """Return the kind of mail that the row is put into."""
    may_wait = row.kind == Kind.REMINDER and row.stage not in LAST_DAYS
    return MailKind.DIGEST if may_wait else MailKind.AT_ONCE


def waits_beside(row: Reminder, *, seen_by: User, at: datetime) -> list[Reminder]:
    """Return what waits to be put into the same mail as the row, of what `seen_by` may see."""
    rows = _of(row.recipient, row.review.board_id, seen_by=seen_by)
    found = list(rows.loose().filter(TOGETHER[kind_of_mail(row)]))
    reasons = reasons_against(found, at=at)
    return [each for each in found if each.pk == row.pk or each.pk not in reasons]


def letters_ahead(person: User, board: Board, *, seen_by: User, at: datetime) -> list[Letter]:
    """Return the mails of the person up to the next working morning, of what `seen_by` may see."""
    days = _days(at)
    found = _Ahead(person, board, seen_by, at, days[-1])
    found.take_what_waits()
    for day in days:
        found.take_what_comes(day)
    return found.letters()


def _days(at: datetime) -> list[date]:
    """Return the days to the next working morning: today's own, where it has not begun yet."""
    local = localtime(at, mornings.LONDON)
    day = local.date() if local.time() < mornings.OPENS else local.date() + ONE_DAY
    days = [day]
    while not mornings.is_working_day(days[-1]):
        days.append(days[-1] + ONE_DAY)
    return days


def _of(person: User, board: int, *, seen_by: User) -> ReminderQuerySet:
    rows = Reminder.objects.filter(recipient=person, review__board=board)
    if seen_by != person:
        rows = rows.visible_to(seen_by)
    related = rows.select_related("recipient", *SAID_IN_MAILS)
    return related.order_by(F("due_on").asc(nulls_last=True), "id")


@dataclass
class _Ahead:
    """The rows that go on each day, and those that wait for the morning."""

    person: User
    board: Board
    seen_by: User
    at: datetime
    morning: date
    going: dict[tuple[date, MailKind], list[Reminder]] = field(
        default_factory=lambda: defaultdict(list)
    )
    waiting: dict[Key, Reminder] = field(default_factory=dict)
    told: dict[Key, int] = field(default_factory=dict)

    def take_what_waits(self) -> None:
        """What is in the ledger already goes today or waits, and what was put off wakes."""
        rows = _of(self.person, self.board.pk, seen_by=self.seen_by)
        waking = Snooze.objects.over(self.morning).values("pk")
        found = list(rows.waiting())
        found += rows.filter(deadline__snoozes__in=waking).left_out(PUT_OFF)
        reasons = reasons_against(found, at=self.at)
        today = localtime(self.at, mornings.LONDON).date()
        mine = Mail.objects.filter(recipient=self.person, board=self.board, on=today)
        had_digest = mine.filter(kind=MailKind.DIGEST).exists()
        goes_today = mornings.is_open(self.at) and not had_digest
        for row in found:
            reason = reasons.get(row.pk)
            if reason and not (row.superseded_at and reason == PUT_OFF):
                continue
            kind = row.mail.kind if row.mail else kind_of_mail(row)
            if not row.superseded_at and (row.mail or kind == MailKind.AT_ONCE or goes_today):
                self.going[today, MailKind(kind)].append(row)
            else:
                self._wait(row)

    def take_what_comes(self, day: date) -> None:
        """What the sweep of the day will plan goes that day, or waits for the morning."""
        for row in self._owed(day):
            key = (row.deadline_id, row.due_version)
            if row.stage >= self.told.get(key, row.stage + 1):
                continue
            if kind_of_mail(row) == MailKind.AT_ONCE:
                self.waiting.pop(key, None)
                self.told[key] = row.stage
                self.going[day, MailKind.AT_ONCE].append(row)
            else:
                self._wait(row)

    def _wait(self, row: Reminder) -> None:
        key = (row.deadline_id, row.due_version)
        self.waiting[key], self.told[key] = row, row.stage

    def _owed(self, day: date) -> Iterator[Reminder]:
        ladder = BoardLadder.of(self.board)
        following, said = Following(ladder, only=(self.board.pk,)), Said.of_any()
        reach = day + timedelta(days=ladder.reach)
        due = Deadline.objects.open().filter(review__board=self.board, due_on__lte=reach)
        seen = Deadline.objects.beside_what_was_asked()
        if self.seen_by != self.person:
            seen = seen.visible_to(self.seen_by)
        for tier in ladder.by_tier():
            if not recipients.has_any(tier, on=day):
                continue
            rows = owed_rows(due, tier, following, said, on=day, at=self.at)
            mine = rows.filter(pk__in=due.values("pk"), recipient=self.person.pk)
            stages = dict(mine.order_by().values_list("pk", "stage"))
            for deadline in seen.filter(pk__in=stages):
                yield Reminder(
                    kind=Kind.REMINDER,
                    review=deadline.review,
                    deadline=deadline,
                    due_version=deadline.version,
                    due_on=deadline.due_on,
                    stage=stages[deadline.pk],
                    recipient=self.person,
                    tier=tier,
                    planned_at=self.at,
                )

    def letters(self) -> list[Letter]:
        """Return what goes on each day, the earliest first, by date as a mail has it."""
        if self.waiting:
            self.going[self.morning, MailKind.DIGEST] += self.waiting.values()
        return [
            Letter(day, kind, sorted(rows, key=lambda row: row.due_on or date.max))
            for (day, kind), rows in sorted(self.going.items())
        ]
