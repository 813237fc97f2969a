"""What is put in the ledger, when, and that once is enough."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from boards.roles import Chair, Coordinator, Manager
from notifications.models import Kind, Reminder
from notifications.planning import DATE_CHANGED, NOT_OWED, OVERTAKEN
from reviews.models import Review
from tests.factories import BoardFactory, person
from tests.notifications.scenes import (
    DUE,
    a_case,
    days_before,
    deadline_of,
    noon,
    plan_on,
    remind_on,
    stages,
)

pytestmark = pytest.mark.django_db


def extend(review: Review, to: date, *, at: datetime) -> None:
    """The deadline has moved by agreement, which no guidance needs to allow here."""
    deadline = deadline_of(review)
    deadline.due_on = deadline.act_by = to
    deadline.version += 1
    deadline.save()


def test_each_stage_is_planned_on_its_day_and_not_before():
    a_case()
    seen = {}
    for days in range(31, -16, -1):
        plan_on(days_before(days))
        seen[days] = len(stages())
    assert stages() == [28, 14, 7, 1, 0, -7, -14]
    assert (seen[29], seen[28], seen[15], seen[14]) == (0, 1, 1, 2)


def test_a_sweep_run_twice_changes_nothing():
    a_case()
    first, second = plan_on(days_before(7)), plan_on(days_before(7))
    assert (first.reminders, second.reminders) == (1, 0)
    assert Reminder.objects.count() == 1


def test_a_missed_day_is_made_up_for():
    a_case()
    plan_on(days_before(5))
    assert stages() == [7]


def test_after_an_outage_one_catch_up_is_planned_at_the_most_urgent_stage():
    a_case()
    plan_on(days_before(28))
    plan_on(days_before(-3))
    assert stages() == [28, 0]
    assert Reminder.objects.get(stage=28).superseded_because == OVERTAKEN


def test_a_clock_that_is_set_back_repeats_nothing():
    a_case()
    plan_on(days_before(1))
    plan_on(days_before(14))
    assert stages() == [1]


def test_nothing_is_planned_for_what_is_met_ended_or_past():
    board = BoardFactory()
    met, past = a_case(board), a_case(board, is_past=True)
    met.deadlines.update(is_open=False, met_on=date(2010, 3, 20))
    assert not past.deadlines.open().exists()
    plan_on(days_before(0))
    assert not Reminder.objects.exists()


def test_what_was_planned_ends_when_the_deadline_is_met():
    review = a_case()
    plan_on(days_before(28))
    review.deadlines.update(is_open=False, met_on=date(2010, 3, 20))
    plan_on(days_before(14))
    assert [r.superseded_because for r in Reminder.objects.all()] == [NOT_OWED]


def test_a_moved_date_ends_what_was_planned_for_the_old_one_and_plans_the_new():
    review = a_case()
    plan_on(days_before(7))
    extend(review, DUE + timedelta(days=21), at=noon(days_before(6)))
    plan_on(days_before(6))
    old, new = Reminder.objects.all()
    assert (old.due_version, old.superseded_because) == (1, DATE_CHANGED)
    assert (new.due_version, new.stage, new.superseded_at) == (2, 28, None)
    assert new.kind == Kind.REMINDER, "nobody was told of the old date"


def test_who_was_told_of_the_old_date_is_told_from_what_to_what_it_changed(post):
    review = a_case()
    remind_on(days_before(7))
    extend(review, date(2010, 7, 9), at=noon(days_before(6)))
    assert plan_on(days_before(6)).date_changes == 1
    news = Reminder.objects.get(kind=Kind.DATE_CHANGED)
    assert (news.previous_due_on, news.due_on, news.stage) == (DUE, date(2010, 7, 9), None)
    assert plan_on(days_before(5)).date_changes == 0


def test_the_news_of_a_date_counts_as_the_reminder_that_the_new_date_asks_for(post):
    review = a_case()
    remind_on(days_before(7))
    extend(review, DUE + timedelta(days=7), at=noon(days_before(6)))
    plan_on(days_before(6))
    waiting = Reminder.objects.waiting().get()
    assert (waiting.kind, waiting.stage) == (Kind.DATE_CHANGED, 14)


def test_a_date_that_moves_there_and_back_before_anybody_heard_is_no_news(post):
    review = a_case()
    remind_on(days_before(7))
    extend(review, DUE + timedelta(days=7), at=noon(days_before(6)))
    extend(review, DUE, at=noon(days_before(6)))
    assert plan_on(days_before(6)).date_changes == 0


def test_a_date_that_moves_twice_is_told_from_the_date_told_last(post):
    review = a_case()
    remind_on(days_before(7))
    extend(review, date(2010, 7, 9), at=noon(days_before(6)))
    remind_on(days_before(6))
    extend(review, date(2010, 9, 9), at=noon(days_before(5)))
    remind_on(days_before(5))
    news = Reminder.objects.filter(kind=Kind.DATE_CHANGED).order_by("id")
    assert [(row.previous_due_on, row.due_on) for row in news] == [
        (DUE, date(2010, 7, 9)),
        (date(2010, 7, 9), date(2010, 9, 9)),
    ]


def test_a_second_planner_at_the_same_moment_adds_nothing():
    a_case()
    at = noon(days_before(7))
    plan_on(days_before(7))
    row = Reminder.objects.get()
    copy = Reminder(
        kind=row.kind,
        review=row.review,
        deadline=row.deadline,
        due_version=row.due_version,
        due_on=row.due_on,
        stage=row.stage,
        recipient=row.recipient,
        tier=row.tier,
        planned_at=at,
    )
    Reminder.objects.bulk_create([copy], ignore_conflicts=True)
    assert Reminder.objects.count() == 1


def queries_of_planning(day: date) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        plan_on(day)
    return len(queries)


def test_planning_asks_as_often_for_forty_deadlines_as_for_two():
    board = BoardFactory()
    for role in (Manager, Manager, Chair):
        person(role, board)
    owner = person(Coordinator, board)
    for _ in range(2):
        a_case(board, owner=owner)
    few = queries_of_planning(days_before(-7))
    Reminder.objects.all().delete()  # what waits is asked about as well
    for _ in range(38):
        a_case(board, owner=owner)
    assert queries_of_planning(days_before(-7)) == few
    assert Reminder.objects.count() == 40 * 4


def test_windows_of_due_dates_leave_nothing_out(monkeypatch):
    monkeypatch.setattr("notifications.planning.WINDOW", 2)
    board = BoardFactory()
    owner = person(Coordinator, board)
    for day in (1, 1, 2, 3, 4, 4, 4):
        a_case(board, owner=owner, referred=date(2010, 3, day))
    plan_on(date(2010, 4, 10))
    assert Reminder.objects.values("deadline").distinct().count() == 7


# The clocks went forward on 28 March 2010 and back on 31 October 2010, at 1:00 UTC.
@pytest.mark.parametrize(
    ("now", "today"),
    [
        (datetime(2010, 3, 27, 23, 30, tzinfo=UTC), date(2010, 3, 27)),
        (datetime(2010, 3, 28, 0, 30, tzinfo=UTC), date(2010, 3, 28)),
        (datetime(2010, 3, 28, 22, 59, tzinfo=UTC), date(2010, 3, 28)),
        (datetime(2010, 3, 28, 23, 1, tzinfo=UTC), date(2010, 3, 29)),
        (datetime(2010, 10, 30, 22, 59, tzinfo=UTC), date(2010, 10, 30)),
        (datetime(2010, 10, 30, 23, 1, tzinfo=UTC), date(2010, 10, 31)),
        (datetime(2010, 10, 31, 1, 30, tzinfo=UTC), date(2010, 10, 31)),
        (datetime(2010, 10, 31, 23, 59, tzinfo=UTC), date(2010, 10, 31)),
        (datetime(2010, 11, 1, 0, 1, tzinfo=UTC), date(2010, 11, 1)),
    ],
)
def test_a_day_begins_at_midnight_in_london_on_both_sides_of_a_clock_change(
    now, today, monkeypatch
):
    from notifications import tasks

    monkeypatch.setattr(tasks.deliver_batch, "delay", lambda: None)
    review = a_case()
    review.deadlines.update(due_on=today + timedelta(days=7), act_by=today)
    with time_machine.travel(now, tick=False):
        tasks.send_reminders()
        assert timezone.localdate() == today
    assert stages() == [7]
    Reminder.objects.all().delete()
    review.deadlines.update(due_on=today + timedelta(days=8))
    with time_machine.travel(now, tick=False):
        tasks.send_reminders()
    assert stages() == [14]
