"""When a date moves, by whatever cause, the people told of the old one are told of the new once.

Every mail goes over a real connection to a mail server.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from boards.models import Board, User
from boards.roles import Coordinator, Manager
from notifications.models import Kind, Reminder
from notifications.planning import DATE_CHANGED
from reviews.models import CalendarChange, Deadline, Review
from tests.factories import BoardFactory, a_review, person
from tests.notifications.scenes import noon, plan_on, remind_on
from tests.reviews.holidays import a_holiday, added, administrator, applied, withdrawn

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Cause:
    """A deadline that is owed on `due_on`, and what moves it to `moved_to`."""

    kind: str
    dates: dict[str, date]
    due_on: date
    moved_to: date
    move: Callable[[Review, User, date], object]


def correct(review: Review, by: User, on: date) -> object:
    facts = {"event": "notified", "on": date(2016, 5, 24), "reasons": "The letter says so."}
    return review.record("correct_event", by=by, at=noon(on), **facts)


def extend(review: Review, by: User, on: date) -> object:
    facts = {"to": date(2016, 8, 10), "reason": "The trial.", "authority": "The board", "told": ""}
    deadline = review.deadlines.get(kind="complete")
    return review.record("extend", by=by, at=noon(on), deadline=deadline, agreed_on=on, **facts)


def pin(review: Review, by: User, on: date) -> object:
    facts = {"guidance": "wt2006", "reasons": "It began under it."}
    return review.record("pin_guidance", by=by, at=noon(on), **facts)


def add_holiday(review: Review, by: User, on: date) -> object:
    return added(date(2016, 6, 9), at=noon(on))


CAUSES = {
    "corrected trigger": Cause(
        "decide",
        {"notified": date(2016, 5, 15)},
        date(2016, 6, 15),
        date(2016, 6, 24),
        correct,
    ),
    "extension": Cause(
        "complete",
        {"decided": date(2015, 12, 15)},
        date(2016, 6, 15),
        date(2016, 8, 10),
        extend,
    ),
    "pinned guidance": Cause(
        "complete",
        {"decided": date(2015, 12, 15)},
        date(2016, 6, 15),
        date(2016, 4, 15),
        pin,
    ),
    "added bank holiday": Cause(
        "notify",
        {"learned": date(2016, 6, 8)},
        date(2016, 6, 15),
        date(2016, 6, 16),
        add_holiday,
    ),
}
TOLD_ON = date(2016, 6, 8)
MOVED_ON = date(2016, 6, 9)


def owned_case(board: Board, cause: Cause) -> Review:
    owner = person(Coordinator, board)
    return a_review(board, at=noon(TOLD_ON), owner=owner, dates=cause.dates)


def deadline_of(review: Review, cause: Cause) -> Deadline:
    return review.deadlines.get(kind=cause.kind)


def in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def to_owner(post, review: Review) -> list:
    return [m for m in post.messages if str(m["To"]) == review.owner.email]


@pytest.fixture(params=CAUSES, ids=CAUSES)
def cause(request: pytest.FixtureRequest) -> Cause:
    return CAUSES[request.param]


def test_who_was_told_of_the_old_date_is_told_once_of_the_new(post, cause):
    board = BoardFactory()
    manager, review = person(Manager, board), owned_case(board, cause)
    assert deadline_of(review, cause).due_on == cause.due_on
    remind_on(TOLD_ON)
    assert len(to_owner(post, review)) == 1
    cause.move(review, manager, MOVED_ON)
    assert deadline_of(review, cause).due_on == cause.moved_to
    remind_on(MOVED_ON)
    remind_on(MOVED_ON)
    _, news = to_owner(post, review)
    assert news["Subject"] == f"Date changed to {in_words(cause.moved_to)}: review " + (
        review.reference
    )
    text = news.get_body(("plain",)).get_content()
    assert f"Was:    {in_words(cause.due_on)}" in text
    assert f"Is now: {in_words(cause.moved_to)}" in text
    assert Reminder.objects.filter(kind=Kind.DATE_CHANGED, recipient=review.owner).count() == 1


def test_what_waits_for_the_old_date_is_superseded_with_the_reason(post, cause):
    board = BoardFactory()
    manager, review = person(Manager, board), owned_case(board, cause)
    plan_on(TOLD_ON)
    waiting = Reminder.objects.get(recipient=review.owner)
    cause.move(review, manager, MOVED_ON)
    plan_on(MOVED_ON)
    waiting.refresh_from_db()
    assert (waiting.superseded_because, waiting.mail) == (DATE_CHANGED, None)
    assert not Reminder.objects.filter(kind=Kind.DATE_CHANGED).exists(), "nobody knew the old date"
    assert post.messages == []


def test_the_stages_go_on_by_the_new_date(post, cause):
    board = BoardFactory()
    manager, review = person(Manager, board), owned_case(board, cause)
    remind_on(TOLD_ON)
    cause.move(review, manager, MOVED_ON)
    for days in range(70):
        remind_on(MOVED_ON + timedelta(days=days))
    deadline = deadline_of(review, cause)
    told = Reminder.objects.sent().filter(
        deadline=deadline, recipient=review.owner, due_version=deadline.version
    )
    sent = {row.send_on: row for row in told if row.stage is not None}
    expected = {
        cause.moved_to - timedelta(days=stage)
        for stage in (28, 14, 7, 1, 0)
        if cause.moved_to - timedelta(days=stage) > MOVED_ON
    }
    assert expected <= set(sent)
    assert all(row.due_on == cause.moved_to for row in sent.values())
    assert not Reminder.objects.waiting().exists()


def test_a_holiday_added_and_withdrawn_before_anybody_heard_is_no_news(post):
    cause = CAUSES["added bank holiday"]
    review = owned_case(BoardFactory(), cause)
    remind_on(TOLD_ON)
    withdrawn(added(MOVED_ON, at=noon(MOVED_ON)), at=noon(MOVED_ON) + timedelta(minutes=5))
    assert deadline_of(review, cause).version == 3
    remind_on(MOVED_ON)
    assert not Reminder.objects.filter(kind=Kind.DATE_CHANGED).exists()


def test_a_withdrawn_holiday_is_news_to_who_heard_of_it(post):
    cause = CAUSES["added bank holiday"]
    review = owned_case(BoardFactory(), cause)
    remind_on(TOLD_ON)
    holiday = added(MOVED_ON, at=noon(MOVED_ON))
    remind_on(MOVED_ON)
    withdrawn(holiday, at=noon(MOVED_ON) + timedelta(minutes=5))
    remind_on(MOVED_ON + timedelta(days=1))
    subjects = [str(message["Subject"]) for message in to_owner(post, review)]
    assert [s.split(":")[0] for s in subjects[1:]] == [
        "Date changed to 16 June 2016",
        "Date changed to 15 June 2016",
    ]


def test_a_day_to_act_that_moves_alone_is_no_news_but_stands_in_the_next_mail(post):
    board = BoardFactory()
    owner = person(Coordinator, board)
    review = a_review(board, at=noon(TOLD_ON), owner=owner, dates={"notified": date(2016, 5, 15)})
    remind_on(TOLD_ON)
    applied(CalendarChange(a_holiday(date(2016, 6, 15))), by=administrator(), at=noon(MOVED_ON))
    remind_on(MOVED_ON)
    assert len(to_owner(post, review)) == 1
    remind_on(date(2016, 6, 14))
    text = to_owner(post, review)[-1].get_body(("plain",)).get_content()
    assert "14 June 2016" in text
