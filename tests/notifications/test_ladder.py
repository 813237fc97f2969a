"""Which stage is owed: the rule, and the database's own working of it."""

from datetime import date, timedelta

import pytest
from django.db.models import F

from notifications.expressions import DaysBetween, stage_owed
from notifications.ladder import DEFAULT, About, Ladder, Steps
from reviews.models import Deadline
from tests.notifications.scenes import DUE, a_case

AGAINST_THE_TABLE = {
    200: None,
    29: None,
    28: 28,
    27: 28,
    15: 28,
    14: 14,
    8: 14,
    7: 7,
    2: 7,
    1: 1,
    0: 0,
    -1: 0,
    -6: 0,
    -7: -7,
    -13: -7,
    -14: -14,
    -365: -364,
    -3653: -3647,
}


@pytest.mark.parametrize(("days_left", "stage"), AGAINST_THE_TABLE.items())
def test_the_most_urgent_stage_whose_day_has_come_is_owed(days_left, stage):
    assert DEFAULT.steps.stage_owed(DUE, DUE - timedelta(days=days_left)) == stage


OWN = Ladder((28, 0), 7, (), own=((About.DECISION, Steps((10, 3), 5)),))
OTHERS_OWN = Ladder((28, 0), 7, (), own=((About.AGENCY_RETURN, Steps((10, 3), 5)),))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "ladder", [DEFAULT, Ladder((10, 3), 5, ()), Ladder((5, 0), 0, ()), OWN, OTHERS_OWN]
)
def test_the_database_finds_the_same_stage_on_every_day(ladder):
    deadline = a_case().deadlines.get(kind="decide")
    for days_left in (*range(-40, 40), -400, -3653, 400):
        on = deadline.due_on - timedelta(days=days_left)
        rows = Deadline.objects.filter(pk=deadline.pk).annotate(stage=stage_owed(ladder, on))
        steps = ladder.steps_of(About.DECISION)
        assert rows.get().stage == steps.stage_owed(deadline.due_on, on), days_left


@pytest.mark.django_db
def test_days_between_counts_over_leap_days_and_clock_changes():
    deadline = a_case(referred=date(2012, 2, 1)).deadlines.get(kind="decide")
    days = DaysBetween(F("trigger_on"), F("due_on"))
    found = Deadline.objects.filter(pk=deadline.pk).annotate(days=days).get().days
    assert (deadline.due_on, found) == (date(2012, 3, 1), 29)
