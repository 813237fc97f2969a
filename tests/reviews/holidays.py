"""Cases under working-day rules, and bank holidays added to them and withdrawn again."""

from datetime import UTC, date, datetime

from boards.models import Board, User
from reviews.models import BankHoliday, CalendarChange, Deadline, Review
from reviews.models.date_move import DateMove
from tests.factories import UserFactory, a_review

# Working Together 2015: learned on a Wednesday, to be notified 5 working days later.
LEARNED = date(2016, 6, 8)
NOTIFY_DUE = date(2016, 6, 15)
HOLIDAY = date(2016, 6, 10)
MOVED_TO = date(2016, 6, 16)
AT = datetime(2016, 6, 9, 10, 0, tzinfo=UTC)


def administrator() -> User:
    return UserFactory(is_staff=True)


def learned_case(board: Board | None = None, learned: date = LEARNED, **options) -> Review:
    """Return a review whose only clock is the notification, in working days."""
    return a_review(board, at=AT, dates={"learned": learned}, **options)


def decided_case(board: Board | None = None, **options) -> Review:
    """Return a review whose only clock runs in calendar months: due on Friday 10 June 2016."""
    return a_review(board, at=AT, dates={"notified": date(2016, 5, 10)}, **options)


def notify_of(review: Review) -> Deadline:
    return review.deadlines.get(kind="notify")


def a_holiday(day: date = HOLIDAY, name: str = "Jubilee") -> BankHoliday:
    """Return a bank holiday that is not stored."""
    return BankHoliday(day=day, name=name, source="Royal Proclamation")


def applied(change: CalendarChange, *, by: User, at: datetime = AT) -> list[DateMove]:
    """What was shown has been gone ahead with; return what moved."""
    seen = " ".join(move.key for move in change.moves())
    return change.apply(seen=seen, by=by, at=at)


def added(day: date = HOLIDAY, name: str = "Jubilee", *, at: datetime = AT) -> BankHoliday:
    """The day has become a bank holiday, and every owed date has followed."""
    holiday = a_holiday(day, name)
    applied(CalendarChange(holiday), by=administrator(), at=at)
    return holiday


def withdrawn(holiday: BankHoliday, *, at: datetime = AT) -> None:
    applied(CalendarChange(holiday), by=administrator(), at=at)
