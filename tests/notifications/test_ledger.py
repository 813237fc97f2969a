"""What the database itself refuses in the ledger."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from boards.roles import AgencyAuthor, Manager
from notifications.models import Heartbeat, Kind, Reminder
from tests.factories import BoardFactory, person
from tests.notifications.scenes import DUE, a_case, days_before, deadline_of, noon, plan_on

pytestmark = pytest.mark.django_db

AT = noon(date(2010, 4, 2))


@pytest.fixture
def row() -> Reminder:
    a_case()
    plan_on(days_before(7))
    return Reminder.objects.get()


def refused(row: Reminder, **changes) -> str:
    """Return the database's words on an UPDATE that it must refuse."""
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        Reminder.objects.filter(pk=row.pk).update(**changes)
    return str(error.value)


@pytest.mark.parametrize(
    ("constraint", "changes"),
    [
        ("reminder_superseded_with_reason", {"superseded_at": AT}),
        ("reminder_superseded_with_reason", {"superseded_because": "x"}),
        ("reminder_tier_known", {"tier": "friend"}),
        ("reminder_is_about_what_its_kind_says", {"stage": None}),
        ("reminder_is_about_what_its_kind_says", {"deadline": None}),
        ("reminder_is_about_what_its_kind_says", {"due_version": None}),
        ("reminder_is_about_what_its_kind_says", {"due_on": None}),
        ("reminder_is_about_what_its_kind_says", {"previous_due_on": DUE}),
        ("reminder_is_about_what_its_kind_says", {"kind": Kind.DATE_CHANGED}),
        ("reminder_is_about_what_its_kind_says", {"kind": Kind.TURN}),
        ("reminder_is_about_what_its_kind_says", {"kind": "gossip"}),
    ],
)
def test_the_database_refuses_a_row_that_contradicts_itself(row, constraint, changes):
    assert constraint in refused(row, **changes)


def again(row: Reminder, **changes) -> None:
    row.pk, row._state.adding = None, True
    for name, value in changes.items():
        setattr(row, name, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_one_stage_of_one_date_is_told_to_one_person_once(row):
    again(row)


def test_one_change_of_a_date_is_told_to_one_person_once(row):
    news = {"kind": Kind.DATE_CHANGED, "previous_due_on": DUE, "stage": None}
    Reminder.objects.update(**news)
    row.refresh_from_db()
    again(row)


def test_one_turn_is_told_to_one_person_once(row):
    about_a_move = {
        "kind": Kind.TURN,
        "change": row.review.changes.last(),
        **dict.fromkeys(("deadline", "due_on", "due_version", "stage")),
    }
    Reminder.objects.update(**about_a_move)
    row.refresh_from_db()
    again(row)


def test_the_ledger_is_seen_by_those_who_see_what_it_is_about(row):
    board = row.review.board
    insiders = [row.review.owner, person(Manager, board)]
    outsiders = [person(Manager, BoardFactory()), person(AgencyAuthor, board)]
    assert all(Reminder.objects.visible_to(user).get() == row for user in insiders)
    assert not any(Reminder.objects.visible_to(user).exists() for user in outsiders)


def test_the_day_it_is_owed_from_follows_from_date_and_stage(row):
    assert row.send_on == days_before(7)


def test_the_heart_has_one_row_however_often_it_beats():
    Heartbeat.note(at=AT)
    Heartbeat.note(at=noon(DUE))
    assert (Heartbeat.objects.count(), Heartbeat.last_at()) == (1, noon(DUE))


def test_a_deadline_is_reminded_of_by_the_version_of_its_date(row):
    assert (row.due_version, row.due_on) == (1, deadline_of(row.review).due_on)
