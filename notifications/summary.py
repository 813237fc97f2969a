"""The week of one board for its manager: what is overdue, due, in hand, put off, undelivered."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from boards.models import Board, Membership, User
from boards.roles import Manager
from notifications.models import Acknowledgement, Reminder, Snooze
from reviews.models import Deadline, Review

AHEAD = 14  # days
SHOWN = 30  # of each part


@dataclass(frozen=True, slots=True)
class Part:
    """Deadlines under a heading: the first of them, and how many there are in all."""

    heading: str
    deadlines: list[Deadline]
    number: int

    @property
    def others(self) -> int:
        return self.number - len(self.deadlines)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a manager is told of a board on the day `on`."""

    board: Board
    on: date
    parts: list[Part]
    undelivered: list[str]  # references of reviews

    @property
    def is_empty(self) -> bool:
        return not self.undelivered and not any(part.number for part in self.parts)


def still_manages(person: User, board: Board) -> bool:
    """Return whether the person has the seat for which they are told."""
    seats = Membership.objects.open().filter(user=person, board=board, role=Manager.slug)
    return person.is_active and seats.exists()


def summary_of(board: Board, manager: User, *, on: date) -> Summary:
    """Return what the manager may see of the board's open deadlines, in parts."""
    reviews = Review.objects.visible_to(manager).filter(board=board)
    owed = Deadline.objects.open().filter(review__in=reviews).beside_what_was_asked()
    owed = owed.order_by("due_on", "id")
    this = {"deadline": OuterRef("pk"), "due_version": OuterRef("version")}
    in_hand = owed.filter(Exists(Acknowledgement.objects.filter(**this)))
    put_off = owed.filter(Exists(Snooze.objects.filter(**this, ended_at=None)))
    missed = Reminder.objects.undelivered().filter(review__in=reviews)
    return Summary(
        board,
        on,
        [
            _part("Overdue", owed.filter(due_on__lt=on)),
            _part(f"Due in the next {AHEAD} days", owed.due_within(AHEAD, on)),
            _part("Said to be in hand", in_hand),
            _part("Reminders put off", put_off),
        ],
        sorted(set(missed.order_by().values_list("review__reference", flat=True))),
    )


def _part(heading: str, deadlines: QuerySet[Deadline]) -> Part:
    return Part(heading, list(deadlines[:SHOWN]), deadlines.count())


def monday_of(on: date) -> date:
    """Return the Monday of the week, for which a summary is made once."""
    return on - timedelta(days=on.weekday())
