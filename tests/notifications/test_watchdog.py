"""manage.py watchdog: notices what stopped, and says so past everything that may have stopped."""

import json
import os
import subprocess
import sys
import time
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from lscb_portal.celery import app
from notifications.management.commands import watchdog as command
from notifications.models import Heartbeat, Mail
from tests.notifications.conftest import send_by
from tests.notifications.scenes import a_case, days_before, noon, planned_and_put_together
from tests.servers import free_port

PROJECT = Path(__file__).resolve().parents[2]
NOW = noon(days_before(7))
TO = "operator@lscb.example"


@pytest.fixture
def var(settings, tmp_path) -> Path:
    settings.VAR = tmp_path
    return tmp_path


@pytest.fixture
def all_well(db, embedded_broker_url, monkeypatch, var) -> None:
    """Everything answers at NOW, and beat was heard a minute before."""
    monkeypatch.setattr(app.conf, "broker_url", embedded_broker_url)
    Heartbeat.note(at=NOW - timedelta(minutes=1))


@pytest.fixture
def mailbox(smtp, settings):
    send_by(smtp, settings)
    return smtp


def watchdog(*words: str, at=NOW) -> tuple[int, str, str]:
    """Return exit status, standard output and standard error."""
    out, err = StringIO(), StringIO()
    with time_machine.travel(at, tick=False):
        try:
            call_command("watchdog", *words, stdout=out, stderr=err)
        except SystemExit as end:
            return end.code, out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run it as cron does, in a process of its own."""
    return subprocess.run(
        [sys.executable, "manage.py", "watchdog", *words],
        cwd=PROJECT,
        env=os.environ | {"PORTAL_ENV": "test"} | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_when_all_is_well_it_exits_0_and_mails_nobody(all_well, mailbox):
    assert watchdog("--mail-to", TO) == (0, "All is well.\n", "")
    assert mailbox.messages == []


def test_a_silent_beat_is_one_sentence_and_exit_1(all_well):
    Heartbeat.note(at=NOW - timedelta(hours=26))
    assert watchdog() == (
        1,
        "",
        "Beat has been silent for 26 hours: no reminder is planned or sent.\n",
    )


@pytest.mark.parametrize(
    ("silent_for", "words", "status"),
    [
        (15, (), 0),
        (16, (), 1),
        (26 * 60, ("--beat-minutes", "1560"), 0),
        (26 * 60 + 1, ("--beat-minutes", "1560"), 1),
    ],
)
def test_beat_may_be_silent_for_so_long(all_well, silent_for, words, status):
    Heartbeat.note(at=NOW - timedelta(minutes=silent_for))
    assert watchdog(*words)[0] == status


def test_a_beat_that_was_never_heard_is_said(all_well):
    Heartbeat.objects.all().delete()
    status, _, said = watchdog()
    assert (status, said) == (
        1,
        "Beat has never been heard: no reminder is planned or sent.\n",
    )


@pytest.mark.parametrize(
    ("waited", "words", "status"),
    [(60, (), 0), (61, (), 1), (30, ("--backlog-minutes", "20"), 1)],
)
def test_a_reminder_may_wait_for_so_long(all_well, waited, words, status):
    a_case()
    with time_machine.travel(NOW, tick=False):
        planned_and_put_together(days_before(7))
    Heartbeat.note(at=NOW + timedelta(minutes=waited))
    assert watchdog(*words, at=NOW + timedelta(minutes=waited))[0] == status


def test_a_reminder_that_the_mail_server_puts_off_is_backlog_and_one_for_later_is_none(all_well):
    a_case()
    planned_and_put_together(days_before(7))
    later = NOW + timedelta(hours=14)
    Mail.objects.update(next_attempt_at=later + timedelta(minutes=5))
    Heartbeat.note(at=later)
    assert watchdog(at=later)[0] == 0
    Mail.objects.update(attempts=3, failure="451 Try later")
    assert "1 reminder should have been sent, the oldest 14 hours ago." in watchdog(at=later)[2]


def test_json_is_one_document_on_standard_output(all_well):
    Heartbeat.note(at=NOW - timedelta(hours=1))
    status, out, err = watchdog("--format", "json")
    answer = json.loads(out)
    assert (status, answer["status"], answer["database"], answer["queue"]) == (1, "unwell", "ok", 0)
    assert [trouble["part"] for trouble in answer["troubles"]] == ["beat"]
    assert (answer["beat_age_seconds"], answer["mailed_to"]) == (3600, [])
    assert err.startswith("Beat has been silent for 1 hour")


def test_trouble_is_mailed_with_what_to_do(all_well, mailbox):
    Heartbeat.note(at=NOW - timedelta(hours=26))
    watchdog("--mail-to", TO, "second@lscb.example")
    (mail,) = mailbox.messages
    assert mail["Subject"] == "Portal at portal.lscb.example: Beat has been silent for 26 hours"
    assert mail["To"] == f"{TO}, second@lscb.example"
    assert mail["Auto-Submitted"] == "auto-generated"
    text = mail.get_content()
    assert "no reminder is planned or sent" in text
    assert "Restart the portal" in text


def test_settings_name_whom_to_mail_where_the_command_does_not(all_well, mailbox, settings):
    settings.WATCHDOG_MAIL_TO = [TO]
    Heartbeat.objects.all().delete()
    watchdog()
    assert [mail["To"] for mail in mailbox.messages] == [TO]


def test_the_same_trouble_is_mailed_once_an_hour(all_well, mailbox):
    Heartbeat.objects.all().delete()
    for minutes in (0, 10, 59):
        assert watchdog("--mail-to", TO, at=NOW + timedelta(minutes=minutes))[0] == 1
    assert len(mailbox.messages) == 1
    watchdog("--mail-to", TO, at=NOW + timedelta(minutes=60))
    assert len(mailbox.messages) == 2


def test_another_trouble_is_mailed_at_once(all_well, mailbox, monkeypatch):
    Heartbeat.objects.all().delete()
    watchdog("--mail-to", TO)
    monkeypatch.setattr(app.conf, "broker_url", f"redis://127.0.0.1:{free_port()}/0")
    watchdog("--mail-to", TO, at=NOW + timedelta(minutes=10))
    assert len(mailbox.messages) == 2
    assert "The broker does not answer" in mailbox.messages[1].get_content()


def test_trouble_that_comes_back_is_mailed_at_once(all_well, mailbox):
    for minutes, is_heard in ((0, False), (10, True), (20, False)):
        at = NOW + timedelta(minutes=minutes)
        Heartbeat.note(at=at if is_heard else at - timedelta(hours=1))
        watchdog("--mail-to", TO, at=at)
    assert len(mailbox.messages) == 2


def test_an_alarm_that_could_not_be_mailed_is_said_and_tried_again(all_well, mailbox, settings):
    Heartbeat.objects.all().delete()
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, free_port()
    status, _, said = watchdog("--mail-to", TO)
    assert (status, "The alarm could not be mailed: " in said) == (1, True)
    settings.EMAIL_PORT = port
    watchdog("--mail-to", TO, at=NOW + timedelta(minutes=1))
    assert len(mailbox.messages) == 1


@pytest.mark.parametrize("kept", ["", "[]", '{"beat": 3}', '{"beat": "2010-04-02"}', "{"])
def test_a_spoilt_state_file_mails_rather_than_keeps_silent(all_well, mailbox, var, kept):
    (var / "watchdog.json").write_text(kept)
    Heartbeat.objects.all().delete()
    assert watchdog("--mail-to", TO)[0] == 1
    assert len(mailbox.messages) == 1


def test_a_disk_that_takes_nothing_does_not_keep_it_silent(all_well, mailbox, settings, var):
    settings.VAR = var / "gone"
    Heartbeat.objects.all().delete()
    status, _, said = watchdog("--mail-to", TO)
    assert (status, len(mailbox.messages)) == (1, 1)
    assert "It will be mailed anew each time" in said


def test_a_database_that_hangs_is_given_up_on(all_well, monkeypatch, mailbox):
    monkeypatch.setattr(command, "PATIENCE", 1)
    with monkeypatch.context() as patch:
        patch.setattr(connection, "ensure_connection", lambda: time.sleep(10))
        status, _, said = watchdog("--mail-to", TO)
    assert (status, len(mailbox.messages)) == (1, 1)
    assert "The database does not answer" in said
    assert "within 1 seconds" in said


def test_a_database_that_refuses_is_not_called_a_silent_beat(all_well, monkeypatch):
    def refuse() -> None:
        raise OperationalError("connection refused")

    with monkeypatch.context() as patch:
        patch.setattr(connection, "ensure_connection", refuse)
        answer = json.loads(watchdog("--format", "json")[1])
    assert [trouble["part"] for trouble in answer["troubles"]] == ["database"]
    assert answer["beat_age_seconds"] is None


@pytest.mark.servers
@pytest.mark.parametrize(
    "database", ["postgres://nobody:secret@127.0.0.1:{port}/none", "sqlite:////nowhere/at/all"]
)
def test_with_database_and_broker_dead_it_still_mails_and_exits_1(smtp, tmp_path, database):
    ended = run(
        **smtp.environment,
        PORTAL_VAR=str(tmp_path),
        DATABASE_URL=database.format(port=free_port()),
        REDIS_URL=f"redis://127.0.0.1:{free_port()}/0",
        WATCHDOG_MAIL_TO=TO,
    )
    assert (ended.returncode, ended.stdout) == (1, "")
    assert len(ended.stderr.splitlines()) == 2
    assert ended.stderr.startswith("The database does not answer")
    assert "The broker does not answer" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "secret" not in ended.stderr
    (mail,) = smtp.messages
    assert "The broker does not answer" in mail.get_content()


@pytest.mark.parametrize("text", ["0", "-1", "soon", "1.5"])
def test_minutes_are_a_whole_number_and_more_than_none(text):
    with pytest.raises(CommandError, match="is no number of minutes"):
        call_command("watchdog", f"--beat-minutes={text}")


def test_wrong_usage_exits_2(tmp_path):
    ended = run("--backlog-minutes", "soon", PORTAL_VAR=str(tmp_path))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "write it like 15" in ended.stderr
