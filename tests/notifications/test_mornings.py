"""The real calendar and clock by which digests go."""

import json
from datetime import UTC, date, datetime
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command

from notifications import mornings
from tests.notifications.scenes import a_case, days_before, noon, plan_on, remind_on
from tests.reviews.holidays import added

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def every_moment_is_a_working_morning() -> None:
    """Nothing stands in for the calendar and the clock here."""


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        # Winter: London has UTC.
        ("2010-03-26T06:59:59", False),
        ("2010-03-26T07:00", True),
        ("2010-03-26T18:59:59", True),
        ("2010-03-26T19:00", False),
        # Summer time began on Sunday 28 March 2010: seven o'clock is six by UTC.
        ("2010-03-29T05:59:59", False),
        ("2010-03-29T06:00", True),
        ("2010-03-29T17:59:59", True),
        ("2010-03-29T18:00", False),
        # It ended on Sunday 31 October 2010.
        ("2010-10-29T06:00", True),
        ("2010-11-01T06:59:59", False),
        ("2010-11-01T07:00", True),
        # Saturday, Sunday, Good Friday, Easter Monday, and the Tuesday after.
        ("2010-03-27T10:00", False),
        ("2010-03-28T10:00", False),
        ("2010-04-02T10:00", False),
        ("2010-04-05T10:00", False),
        ("2010-04-06T10:00", True),
        # Nobody knows the holidays of that year: a weekday will do.
        ("2199-01-03T10:00", True),
    ],
)
def test_digests_go_from_seven_to_seven_in_london_on_working_days(moment, is_open):
    assert mornings.is_open(at(moment)) is is_open


def test_a_holiday_added_later_is_one():
    assert mornings.is_working_day(date(2016, 6, 9))
    added(date(2016, 6, 9), at=at("2016-06-01T12:00"))
    assert not mornings.is_working_day(date(2016, 6, 9))


def test_a_digest_of_good_friday_goes_on_the_tuesday_once(post):
    a_case()
    for day in (date(2010, 4, 2), date(2010, 4, 3), date(2010, 4, 5)):
        remind_on(day)
    assert post.messages == []
    remind_on(date(2010, 4, 6))
    (message,) = post.messages
    assert message["Subject"].startswith("Action needed by 9 April 2010")


def test_a_last_day_warning_goes_on_a_sunday_night(post):
    review = a_case()
    review.deadlines.update(due_on=date(2010, 4, 4), act_by=date(2010, 4, 1))
    plan_on(date(2010, 4, 3))
    remind_on(date(2010, 4, 4), at=at("2010-04-03T23:05"))
    (message,) = post.messages
    assert message["Subject"].startswith("Action needed by 4 April 2010")


def test_a_digest_that_the_server_put_off_until_the_evening_waits_for_the_next_morning(post):
    a_case()
    post.answer = "451 Later"
    remind_on(date(2010, 3, 26), at=at("2010-03-26T18:59"))
    post.answer = "250 OK"
    remind_on(date(2010, 3, 26), at=at("2010-03-26T19:30"))
    remind_on(date(2010, 3, 27), at=at("2010-03-27T10:00"))
    assert post.messages == []
    remind_on(date(2010, 3, 29), at=at("2010-03-29T06:00"))
    assert len(post.messages) == 1


def test_remind_counts_what_waits_for_a_working_morning(post):
    a_case()
    sunday, said = noon(days_before(5)), StringIO()
    with time_machine.travel(sunday, tick=False):
        call_command("remind", "--format", "json", stdout=said)
    counts = json.loads(said.getvalue())
    assert (sunday.isoweekday(), counts["sent"], counts["held_for_a_working_morning"]) == (7, 0, 1)
    assert post.messages == []
