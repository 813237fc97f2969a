"""Reviews and days as the tests of reminders need them."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from boards.models import Board, User
from boards.roles import Chair, Coordinator, Manager
from notifications.assembly import assemble
from notifications.delivery import Delivered, deliver_all
from notifications.ladder import DEFAULT
from notifications.models import Reminder
from notifications.planning import Planned, plan
from reviews.models import Deadline, Review
from tests.factories import BoardFactory, a_review, person

DUE = date(2010, 4, 9)  # of the decision on a case referred on 9 March


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def days_before(days: int) -> date:
    return DUE - timedelta(days=days)


def a_case(board: Board | None = None, **options: Any) -> Review:
    """Return a review with an owner, whose decision is due on DUE; its board has nobody else."""
    board = board or BoardFactory()
    owner = options.pop("owner", None) or person(Coordinator, board)
    referred = options.pop("referred", date(2010, 3, 9))
    dates = {"notified": referred, "referred": referred}
    return a_review(board, at=noon(referred), owner=owner, dates=dates, **options)


def staffed(board: Board | None = None) -> dict[str, User]:
    """Return an owner, manager and chair of one board."""
    board = board or BoardFactory()
    return {
        "owner": person(Coordinator, board),
        "manager": person(Manager, board),
        "chair": person(Chair, board),
    }


def deadline_of(review: Review) -> Deadline:
    return review.deadlines.get(kind="decide")


def plan_on(day: date) -> Planned:
    return plan(on=day, at=noon(day), ladder=DEFAULT)


def planned_and_put_together(day: date) -> Planned:
    """Plan, and put what is planned into mails, as the sweep of a working morning does."""
    planned = plan_on(day)
    assemble(on=day, at=noon(day), is_morning=True)
    return planned


def remind_on(day: date, *, at: datetime | None = None) -> Delivered:
    """Plan and deliver as the sweep of that day does."""
    at = at or noon(day)
    plan(on=day, at=at, ladder=DEFAULT)
    return deliver_all(on=day, now=lambda: at)


def stages(**fields: Any) -> list[int | None]:
    """Return the stages in the ledger, in the order planned."""
    return list(Reminder.objects.filter(**fields).order_by("id").values_list("stage", flat=True))
