"""`make run`, started for real: what it promises an operator."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from urllib.request import urlopen

import pytest

from lscb_portal.serve import preflight, supervisor
from lscb_portal.serve.children import Child, Command
from lscb_portal.serve.options import PROJECT, CannotStart, options_from
from lscb_portal.serve.supervisor import Supervisor
from tests.faults.rig import wait_until
from tests.servers import Running, free_port, portal, redis_server

pytestmark = [
    pytest.mark.servers,
    pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at processes in /proc"),
]

DATABASE = "portal.sqlite3"
STARTED = "The portal is at "
# What the machine that runs the tests has set must not decide what they see.
BLANK = {"DATABASE_URL": "", "REDIS_URL": "", "HOST": "", "PORTAL_ENV": "development"}


def environment(var: Path, **variables: str) -> dict[str, str]:
    return {**BLANK, "PORTAL_VAR": str(var), "PORT": str(free_port()), **variables}


def processes_of(var: Path) -> dict[int, str]:
    """Return every living process that was started for this folder: number and command line.

    They share the supervisor's lock file, whatever they have made of their environment.
    """
    found = {}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            held = {link.readlink() for link in (process / "fd").iterdir()}
            if var / "run.lock" in held:
                words = (process / "cmdline").read_text(errors="replace")
                found[int(process.name)] = words.replace("\0", " ")
        except OSError:  # it has ended meanwhile, or is not ours
            continue
    return found


def numbers_of(var: Path, words: str) -> set[int]:
    return {pid for pid, line in processes_of(var).items() if words in line}


def refusal(variables: Mapping[str, str]) -> str:
    """Return the one sentence on standard error of a start that was refused."""
    run = subprocess.run(
        [sys.executable, "-m", "lscb_portal.serve"],
        cwd=PROJECT,
        env={**os.environ, **variables},
        check=False,
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert run.returncode == 1
    assert run.stdout == "", "nothing is started"
    assert run.stderr.startswith("portal: ") and run.stderr.count("\n") == 1, run.stderr
    return run.stderr


def answers(port: str) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=10) as answer:
            return answer.status == 200
    except OSError:
        return False


@pytest.fixture(scope="module")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("v")


@pytest.fixture(scope="module")
def started(var: Path) -> Iterator[tuple[Running, dict[str, str]]]:
    """Yield one portal for the tests that leave it as they found it."""
    variables = environment(var)
    with portal(variables) as run:
        run.wait_for(STARTED, seconds=120)
        yield run, variables


@pytest.fixture
def prepared(started, var: Path, tmp_path: Path) -> Path:
    """Return a folder of its own that a portal has run in: it starts without migrating anew."""
    shutil.copytree(var / "documents", tmp_path / "documents")
    shutil.copy(var / "secret_key", tmp_path)
    source, target = sqlite3.connect(var / DATABASE), sqlite3.connect(tmp_path / DATABASE)
    with closing(source), closing(target):
        source.backup(target)
    return tmp_path


def test_portal_answers_and_prints_who_can_sign_in(started):
    run, variables = started
    log = run.log.read_text()
    assert "password" in log and "chair" in log.lower()
    assert answers(variables["PORT"])


@pytest.mark.parametrize(
    ("name", "words"),
    [("worker", "celery:app --quiet worker"), ("web", "gunicorn"), ("broker", "valkey-server")],
)
def test_a_killed_child_comes_back_and_leaves_nothing_behind(started, var, name, words):
    run, _ = started
    before = numbers_of(var, words)
    os.kill(min(before), signal.SIGKILL)  # the oldest has started the others
    run.wait_for(f"{name} died (signal 9); starting it again")

    def is_back() -> bool:
        now = numbers_of(var, words)
        return bool(now) and not now & before

    assert wait_until(is_back, seconds=20), run.log.read_text()


def test_second_start_on_the_same_folder_is_refused(started, var):
    assert "already running" in refusal(environment(var))


def test_taken_port_is_named(started, tmp_path):
    _, variables = started
    assert wait_until(lambda: answers(variables["PORT"]), seconds=20), "it was killed before"
    sentence = refusal(environment(tmp_path, PORT=variables["PORT"]))
    assert f"Port {variables['PORT']}" in sentence


def test_sigterm_stops_everything_within_ten_seconds(prepared):
    with portal(environment(prepared)) as run:
        run.wait_for(STARTED, seconds=120)
        asked_at = time.monotonic()
        run.process.terminate()
        assert run.process.wait(15) == 0
        assert time.monotonic() - asked_at < 10
        assert processes_of(prepared) == {}


def test_nothing_outlives_a_supervisor_that_is_killed(prepared):
    with portal(environment(prepared)) as run:
        run.wait_for(STARTED, seconds=120)
        run.process.kill()
        assert wait_until(lambda: not processes_of(prepared), seconds=15), processes_of(prepared)


def test_redis_replaces_the_embedded_broker(prepared):
    with redis_server() as url, portal(environment(prepared, REDIS_URL=url)) as run:
        run.wait_for(STARTED, seconds=120)
        run.wait_for(" ready.")
        assert "valkey" not in " ".join(processes_of(prepared).values())


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"PORT": "eighty"}, "PORT is 'eighty'"),
        ({"PORT": "0"}, "PORT is '0'"),
        ({"HOST": "no-such-host.invalid"}, "HOST is"),
        ({"REDIS_URL": "redis://:secret@127.0.0.1:1/0"}, "start Redis"),
        ({"REDIS_URL": "amqp://127.0.0.1"}, "redis://"),
        ({"DATABASE_URL": "postgres://portal:secret@127.0.0.1:1/portal"}, "start PostgreSQL"),
        ({"DATABASE_URL": "oracel://x"}, "postgres://user"),
        ({"DATABASE_URL": "sqlite:////no/such/folder/x.sqlite3"}, "does not exist"),
        ({"PORTAL_VAR": "/proc/portal"}, "Cannot write to /proc/portal"),
    ],
)
def test_what_cannot_work_is_one_sentence_before_anything_starts(tmp_path, variables, words):
    sentence = refusal(environment(tmp_path, **variables))
    assert words in sentence
    assert "secret" not in sentence


def test_too_long_a_folder_for_the_brokers_socket_is_refused(tmp_path):
    options = options_from(environment(tmp_path / ("long" * 30)))
    with pytest.raises(CannotStart, match="too long a name"):
        preflight.check(options)


def test_a_child_that_keeps_dying_ends_everything(monkeypatch, capfd, tmp_path):
    monkeypatch.setattr(supervisor, "LONGEST_WAIT", 0.01)
    portal = Supervisor()
    with preflight.lock(tmp_path) as lock:
        words = [sys.executable, "-c", "print('I have no heart'); raise SystemExit(3)"]
        portal.watch(Child(Command("web", words), dict(os.environ), lock.fileno()))
        with pytest.raises(CannotStart, match=r"web died 5 times in 30 seconds \(exit status 3\)"):
            portal.run()
        portal.stop()
    assert capfd.readouterr().out.count("web     | I have no heart\n") == 5
