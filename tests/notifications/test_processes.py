"""Nobody calls anything: worker and beat of their own send what is due; workers share the work."""

import itertools
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection, connections
from django.utils import timezone

from boards.roles import Coordinator
from lscb_portal.serve import children
from notifications.delivery import Delivered, deliver_all
from notifications.ladder import DEFAULT
from notifications.models import Heartbeat, Reminder
from notifications.planning import plan
from reviews.models import Review
from tests import servers
from tests.factories import person
from tests.notifications.scenes import a_case, days_before, noon, planned_and_put_together
from tests.servers.processes import running

pytestmark = [pytest.mark.servers, pytest.mark.postgres]


def due_today() -> Review:
    """Return a review whose owner is owed a warning by the real clock, any day and hour."""
    review = a_case(referred=timezone.localdate() - timedelta(days=3))
    today = timezone.localdate()
    review.deadlines.update(due_on=today + timedelta(days=1), act_by=today)
    return review


@contextmanager
def fast_beat(environment: dict[str, str], folder: Path) -> Iterator[servers.Running]:
    words = [
        word.replace("lscb_portal.celery:app", "tests.notifications.fast_beat:app")
        for word in children.beat(folder / "schedule").words
    ]
    with running(words, environment) as beat:
        yield beat


@pytest.mark.parametrize("broker", ["embedded_broker_url", "redis_url"])
def test_a_due_reminder_arrives_without_anybody_calling_anything(
    broker, request, transactional_db, smtp, tmp_path
):
    review = due_today()
    environment = {
        "DATABASE_URL": servers.database_url(connection.settings_dict),
        "REDIS_URL": request.getfixturevalue(broker),
        "PORTAL_VAR": str(tmp_path),
        "PORTAL_ADDRESS": "https://portal.lscb.example",
        **smtp.environment,
    }
    with servers.celery_worker(environment), fast_beat(environment, tmp_path):
        (message,) = smtp.wait_for(1, seconds=30)
        wait_until(lambda: Reminder.objects.sent().exists())
        time.sleep(2.5)  # beat goes on asking
    assert message["To"] == review.owner.email
    assert len(smtp.messages) == 1
    assert Reminder.objects.get().mail.message_id == message["Message-ID"]
    assert timezone.now() - Heartbeat.last_at() < timedelta(seconds=20)


def wait_until(is_so, *, seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it never came about"
        time.sleep(0.05)


def test_two_workers_at_once_send_each_reminder_once(transactional_db, post):
    cases(number=40)
    planned_and_put_together(days_before(7))
    both_hold_a_batch = threading.Barrier(2)

    def work() -> Delivered:
        asked = itertools.count(1)

        def now() -> datetime:
            if next(asked) == 2:  # the first was before the claim
                both_hold_a_batch.wait(timeout=20)
            return noon(days_before(7))

        return deliver_all(on=days_before(7), now=now, limit=5)

    done = at_once(work)
    assert sum(part.sent for part in done) == 40
    assert all(part.sent for part in done)
    assert len(post.recipients()) == len({m["Message-ID"] for m in post.messages}) == 40


def test_two_planners_at_once_plan_each_reminder_once(transactional_db):
    cases(number=40)
    day = days_before(7)
    done = at_once(lambda: plan(on=day, at=noon(day), ladder=DEFAULT))
    assert sum(part.reminders for part in done) == Reminder.objects.count() == 40


def cases(*, number: int) -> None:
    first = a_case()
    for _ in range(number - 1):
        a_case(first.board, owner=person(Coordinator, first.board))


def at_once(work) -> list[Delivered]:
    """Return what two threads made of the same work, begun at the same moment."""
    done, gate = [], threading.Barrier(2)

    def run() -> None:
        connection.ensure_connection()
        gate.wait()
        try:
            done.append(work())
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 2
    return done
