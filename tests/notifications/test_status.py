"""The status page: whether reminders are being sent, in plain words."""

import time
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from boards.roles import ROLES, Chair, Coordinator, Manager
from lscb_portal.celery import app
from notifications import health
from notifications.models import Heartbeat, Mail, Reminder
from reviews.models import Review
from tests.factories import BoardFactory, person
from tests.notifications.scenes import a_case, days_before, planned_and_put_together
from tests.servers import free_port

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _all_well(embedded_broker_url, monkeypatch) -> None:
    monkeypatch.setattr(app.conf, "broker_url", embedded_broker_url)
    monkeypatch.setattr(health, "STARTED", time.monotonic() - 3600)
    Heartbeat.note(at=timezone.now() - timedelta(seconds=30))


def page_for(user, status: int = 200) -> str:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get("/status/")
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


def a_failure(review: Review, *, ago: timedelta = timedelta(hours=1)) -> Reminder:
    """Return a reminder to the review's owner that the mail server refused so long ago."""
    planned_and_put_together(days_before(7))
    reminder = Reminder.objects.get(review=review, recipient=review.owner)
    Mail.objects.filter(reminders=reminder).update(
        failed_at=timezone.now() - ago, failure=f"550 No such user {review.reference}"
    )
    return reminder


@pytest.mark.parametrize("role", ROLES)
def test_the_page_is_for_managers_and_chairs(role):
    page_for(person(ROLES[role]), 200 if role in {"manager", "chair"} else 403)


def test_when_all_is_well_it_says_so():
    text = page_for(person(Manager))
    assert "Yes. Everything that reminders need is well." in text
    assert "Last heard 1 minute ago" in text
    assert "None waiting" in text
    assert "Not well" not in text


def test_a_silent_beat_is_said_with_what_to_do():
    Heartbeat.note(at=timezone.now() - timedelta(hours=26))
    text = page_for(person(Chair))
    assert "Beat has been silent for 26 hours" in text
    assert "Restart the portal" in text
    assert text.count("Not well") == 1


def test_beat_is_given_time_to_be_heard_after_a_start(monkeypatch):
    monkeypatch.setattr(health, "STARTED", time.monotonic())
    Heartbeat.objects.all().delete()
    text = page_for(person(Chair))
    assert "Has not been heard yet" in text
    assert "Not well" not in text


def test_a_broker_that_is_down_is_said_without_its_own_jargon(monkeypatch):
    port = free_port()
    monkeypatch.setattr(app.conf, "broker_url", f"redis://127.0.0.1:{port}/0")
    text = page_for(person(Manager))
    assert "The broker does not answer" in text
    assert str(port) not in text


def test_what_waits_is_counted_with_the_age_of_the_oldest():
    a_case()
    planned_and_put_together(days_before(7))
    Mail.objects.update(next_attempt_at=timezone.now() - timedelta(hours=3))
    text = page_for(person(Manager))
    assert "1 reminder should have been sent, the oldest 3 hours ago." in text


def test_what_has_not_waited_long_is_no_trouble():
    a_case()
    planned_and_put_together(days_before(7))
    Mail.objects.update(next_attempt_at=timezone.now() - timedelta(minutes=3))
    text = page_for(person(Manager))
    assert "1 reminder waiting, the oldest for 3 minutes" in text
    assert "Not well" not in text


def test_failed_mail_of_the_last_week_is_shown_on_the_readers_own_boards_alone():
    board = BoardFactory()
    mine, before, others = a_case(board), a_case(board), a_case()
    a_failure(mine)
    a_failure(before, ago=timedelta(days=8))
    a_failure(others)
    text = page_for(person(Manager, board))
    assert "Mail that failed in the last 7 days: 1" in text
    assert f"550 No such user {mine.reference}" in text
    assert before.reference not in text
    assert others.reference not in text


def test_a_review_that_the_reader_may_not_see_is_neither_shown_nor_counted():
    review = a_case()
    a_failure(review)
    Review.objects.update(is_restricted=True)
    text = page_for(person(Manager, review.board))
    assert "Mail that failed in the last 7 days: 0" in text
    assert review.reference not in text


def test_the_page_takes_as_many_queries_for_many_failures_as_for_one():
    board = BoardFactory()
    manager, counts = person(Manager, board), []
    for more in (1, 9):
        for _ in range(more):
            a_failure(a_case(board))
        with CaptureQueriesContext(connection) as queries:
            page_for(manager)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def home_of(user) -> str:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return " ".join(client.get("/").content.decode().split())


@pytest.mark.parametrize("role", [Manager, Chair])
def test_a_beat_that_is_silent_too_long_is_said_on_the_homes_of_those_who_answer_for_it(role):
    user = person(role)
    assert "Beat has" not in home_of(user)
    Heartbeat.note(at=timezone.now() - timedelta(hours=3))
    text = home_of(user)
    assert "Beat has been silent for 3 hours: no reminder is planned or sent." in text
    assert 'href="/status/"' in text


def test_the_home_of_nobody_else_says_it_and_a_start_is_no_silence(monkeypatch):
    Heartbeat.objects.all().delete()
    assert "Beat has never been heard" in home_of(person(Manager))
    assert "Beat has" not in home_of(person(Coordinator))
    monkeypatch.setattr(health, "STARTED", time.monotonic())
    assert "Beat has" not in home_of(person(Manager))
