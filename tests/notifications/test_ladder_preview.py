"""Who would get what, when: what is shown is what the sweeps of real mornings send."""

from datetime import date

import pytest

from boards.roles import Chair, Manager
from notifications.ladder import DEFAULT
from notifications.ladder_preview import compare
from notifications.models import Kind, Reminder, Snooze
from notifications.mornings import is_working_day
from tests.factories import person
from tests.notifications.scenes import (
    DUE,
    a_case,
    days_before,
    deadline_of,
    noon,
    plan_on,
    remind_on,
)
from tests.notifications.test_ladders import EARLY, OWNERS_ALONE

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def every_moment_is_a_working_morning() -> None:
    """Nothing stands in for the calendar and the clock here."""


@pytest.mark.parametrize("put_off_until", [None, 9, 7, 2, 1])
def test_the_preview_says_what_the_sweeps_then_send(put_off_until, post):
    review = a_case()
    person(Manager, review.board)
    person(Chair, review.board)
    if put_off_until is not None:
        Snooze.give(
            deadline_of(review),
            until=days_before(put_off_until),
            reason="The police asked us to wait.",
            by=review.owner,
            at=noon(days_before(15)),
        )
    first = 30 if put_off_until is None else 14  # nobody knows of it before it is said
    foreseen = {
        (row.on, row.deadline.pk, name)
        for row in compare(review, DEFAULT, EARLY, on=days_before(first))
        for name in row.now
        if row.on <= DUE
    }
    done = set()
    for days in range(first, -1, -1):
        known = set(Reminder.objects.sent().values_list("pk", flat=True))
        remind_on(days_before(days))
        done |= {
            (days_before(days), row.deadline_id, row.recipient.full_name)
            for row in Reminder.objects.sent().filter(kind=Kind.REMINDER).exclude(pk__in=known)
        }
    assert foreseen == done
    spared = [] if put_off_until is None else range(max(put_off_until + 1, 2), 15)
    assert not {on for on, *_ in foreseen} & {days_before(days) for days in spared}


def test_the_preview_leaves_out_what_was_told_and_marks_what_changes():
    review = a_case()
    person(Manager, review.board)
    plan_on(days_before(14))
    rows = compare(review, DEFAULT, OWNERS_ALONE, on=days_before(14))
    ours = [row for row in rows if row.deadline.kind == "decide"]
    easter_tuesday = date(2010, 4, 6)  # 7 days before is Good Friday
    assert ours[0].on == easter_tuesday, "the reminder of 14 days before is in the ledger"
    assert not ours[0].is_different
    assert [row.is_different for row in ours if row.on == DUE] == [True]


def test_a_stage_on_a_day_off_is_shown_on_the_working_morning_that_follows():
    review = a_case()
    rows = compare(review, DEFAULT, DEFAULT, on=days_before(28))
    days = [row.on for row in rows if row.deadline == deadline_of(review)]
    # Easter: 2 April 2010, a week before, is Good Friday, and Monday the 5th is off too.
    assert days_before(7) not in days
    assert date(2010, 4, 6) in days
    warnings = [row.on for row in rows if row.rung in ("1 day before", "On the day")]
    assert set(warnings) == {days_before(1), DUE}
    assert all(is_working_day(day) for day in set(days) - set(warnings))
