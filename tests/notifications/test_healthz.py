"""/healthz: 200 when all is well, 503 and which part is not; soon, whatever hangs."""

import socket
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone

from lscb_portal.celery import app
from notifications import health
from notifications.models import Heartbeat
from tests.notifications.scenes import a_case, days_before, planned_and_put_together
from tests.servers import free_port

pytestmark = pytest.mark.django_db

SHOWN = {
    "status",
    "unwell",
    "database",
    "broker",
    "queue",
    "beat",
    "unsent",
    "oldest_unsent_seconds",
}


@pytest.fixture
def broker(embedded_broker_url, monkeypatch) -> str:
    monkeypatch.setattr(app.conf, "broker_url", embedded_broker_url)
    return embedded_broker_url


@pytest.fixture
def running_for_long(monkeypatch) -> None:
    monkeypatch.setattr(health, "STARTED", time.monotonic() - 3600)


@pytest.fixture
def hanging_port() -> Iterator[int]:
    """Yield a port that takes connections and never says a word."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def healthz() -> tuple[int, dict]:
    response = Client().get("/healthz")
    return response.status_code, response.json()


def test_all_is_well_without_signing_in(broker, running_for_long):
    Heartbeat.note(at=timezone.now())
    status, answer = healthz()
    assert (status, answer["status"], answer["unwell"]) == (200, "ok", [])
    assert (answer["database"], answer["broker"], answer["queue"]) == ("ok", "ok", 0)
    assert answer["beat"]["status"] == "ok"
    assert answer["beat"]["age_seconds"] < 5
    assert set(answer) == SHOWN


def test_a_beat_that_fell_silent_is_said(broker, running_for_long):
    Heartbeat.note(at=timezone.now() - timedelta(minutes=6))
    status, answer = healthz()
    assert (status, answer["unwell"]) == (503, ["beat"])
    assert answer["beat"] == {"status": "silent", "age_seconds": 360}


@pytest.mark.parametrize("last_heard", [None, timedelta(days=2)])
def test_beat_has_five_minutes_to_be_heard_after_a_start(broker, monkeypatch, last_heard):
    monkeypatch.setattr(health, "STARTED", time.monotonic() - 200)
    if last_heard:
        Heartbeat.note(at=timezone.now() - last_heard)
    status, answer = healthz()
    assert (status, answer["beat"]["status"]) == (200, "starting")


def test_a_beat_never_heard_is_silent_after_that(broker, running_for_long):
    status, answer = healthz()
    assert (status, answer["beat"]) == (503, {"status": "silent", "age_seconds": None})


def test_a_broker_that_is_down_is_said(monkeypatch):
    Heartbeat.note(at=timezone.now())
    monkeypatch.setattr(app.conf, "broker_url", f"redis://127.0.0.1:{free_port()}/0")
    status, answer = healthz()
    assert (status, answer["unwell"]) == (503, ["broker"])
    assert (answer["broker"], answer["queue"]) == ("down", None)


def test_a_broker_that_hangs_does_not_hang_the_answer(monkeypatch, hanging_port):
    Heartbeat.note(at=timezone.now())
    monkeypatch.setattr(app.conf, "broker_url", f"redis://127.0.0.1:{hanging_port}/0")
    began = time.monotonic()
    status, answer = healthz()
    assert (status, answer["broker"]) == (503, "down")
    assert time.monotonic() - began < 2


def test_a_database_that_is_down_is_said(broker, monkeypatch):
    def refuse() -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(connection, "ensure_connection", refuse)
    status, answer = healthz()
    assert (status, answer["unwell"], answer["database"]) == (503, ["database"], "down")


def test_unsent_mail_is_counted_and_its_age_told(broker):
    a_case()
    planned_and_put_together(days_before(7))
    _, answer = healthz()
    assert answer["unsent"] == 1
    assert answer["oldest_unsent_seconds"] > 3600


def test_nothing_personal_is_said(broker):
    review = a_case()
    planned_and_put_together(days_before(7))
    text = Client().get("/healthz").content.decode()
    assert review.reference not in text
    assert "@" not in text


def test_it_may_be_read_and_not_written(broker):
    assert Client().post("/healthz").status_code == 405
