"""manage.py remind, and the tasks that beat asks for."""

import json
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.utils import timezone

from lscb_portal.celery import app
from notifications import tasks
from notifications.models import Heartbeat, Reminder
from tests.notifications.scenes import DUE, a_case, days_before, noon

pytestmark = pytest.mark.django_db


def remind(*words: str) -> dict[str, object]:
    written = StringIO()
    call_command("remind", *words, "--format", "json", stdout=written)
    return json.loads(written.getvalue())


def test_remind_plans_and_delivers_and_prints_counts(post):
    a_case()
    with time_machine.travel(noon(days_before(7)), tick=False):
        counts = remind()
    assert counts == {
        "on": "2010-04-02",
        "dry_run": False,
        "planned": 1,
        "date_changes": 0,
        "due": 1,
        "held_for_a_working_morning": 0,
        "sent": 1,
        "put_off": 0,
        "failed": 0,
        "superseded": 0,
    }
    assert len(post.messages) == 1


def test_a_dry_run_counts_and_changes_nothing(post):
    a_case()
    counts = remind("--on", "2010-04-02", "--dry-run")
    assert (counts["planned"], counts["due"], counts["sent"]) == (1, 1, 0)
    assert not Reminder.objects.exists()
    assert post.messages == []


def test_another_day_is_planned_for_and_yet_sent_now(post):
    a_case()
    before = timezone.now()
    remind("--on", DUE.isoformat())
    reminder = Reminder.objects.get()
    assert (reminder.stage, reminder.send_on) == (0, DUE)
    assert before <= reminder.planned_at <= reminder.mail.sent_at <= timezone.now()


def test_a_day_that_is_none_is_refused_with_what_to_write():
    with pytest.raises(CommandError, match="for example 2010-04-09") as refused:
        remind("--on", "9 April")
    assert refused.value.returncode == 2


def test_counts_are_printed_as_words_too(post):
    a_case()
    written = StringIO()
    call_command("remind", "--on", DUE.isoformat(), stdout=written)
    assert "1  planned" in written.getvalue()
    assert "put off" in written.getvalue()


def test_the_sweep_plans_and_every_hundred_waiting_rows_are_one_task(post, monkeypatch):
    asked = []
    monkeypatch.setattr(tasks.deliver_batch, "delay", lambda: asked.append(1))
    monkeypatch.setattr(tasks, "BATCH", 2)
    for _ in range(5):
        a_case()
    with time_machine.travel(noon(days_before(7)), tick=False):
        tasks.send_reminders()
        assert (len(asked), post.messages) == (3, [])
        tasks.deliver_batch()
    assert len(post.messages) == 5


def test_a_beat_is_noted_at_the_moment_it_was_heard():
    at = datetime(2010, 4, 2, 9, 30, tzinfo=UTC)
    with time_machine.travel(at, tick=False):
        tasks.note_beat()
    assert Heartbeat.last_at() - at < timedelta(seconds=1)


def test_the_beat_table_names_tasks_that_exist():
    app.loader.import_default_modules()
    wanted = {entry["task"] for entry in app.conf.beat_schedule.values()}
    assert wanted <= set(app.tasks), "lscb_portal/celery.py and notifications/tasks.py differ"
