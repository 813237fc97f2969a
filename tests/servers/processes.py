"""The portal's own processes, started as an operator would start them."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from lscb_portal.serve import children
from lscb_portal.serve.children import told_when_this_process_dies
from lscb_portal.serve.options import PROJECT

STOP_SECONDS = 12  # `make run` promises ten
WITH_MAIL_IN_HAND = 60  # a worker under load finishes its task first


@dataclass
class Running:
    """A process and the file of everything it has written, both streams together."""

    process: subprocess.Popen[bytes]
    log: Path
    stops_within: float = STOP_SECONDS

    def wait_for(self, words: str, *, seconds: float = 30) -> str:
        """Return the log once it has these words; AssertionError with the log otherwise."""
        deadline = time.monotonic() + seconds
        while words not in (log := self.log.read_text(errors="replace")):
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise AssertionError(f"{words!r} never came; the log is:\n{log}")
            time.sleep(0.05)
        return log

    def kill(self) -> None:
        """End it and all it started without warning, as a power cut would."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(self.stops_within)
        finally:
            self.kill()


@contextmanager
def running(
    words: list[str], environment: Mapping[str, str], *, stops_within: float = STOP_SECONDS
) -> Iterator[Running]:
    """Yield a process with these variables added to ours; stop it politely at the end."""
    with tempfile.NamedTemporaryFile(prefix="log-") as log:
        process = subprocess.Popen(
            words,
            cwd=PROJECT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **environment},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=told_when_this_process_dies(),
        )
        child = Running(process, Path(log.name), stops_within)
        try:
            yield child
        finally:
            child.stop()


@contextmanager
def celery_worker(
    environment: Mapping[str, str], app: str = "lscb_portal.celery:app"
) -> Iterator[Running]:
    """Yield a worker that is ready for tasks."""
    words = [word.replace("lscb_portal.celery:app", app) for word in children.worker().words]
    with running(words, environment, stops_within=WITH_MAIL_IN_HAND) as worker:
        worker.wait_for(" ready.")
        yield worker


@contextmanager
def celery_beat(environment: Mapping[str, str]) -> Iterator[Running]:
    """Yield a beat with a schedule of its own, which forgets when things last ran."""
    with tempfile.TemporaryDirectory(prefix="beat-") as folder:
        words = [*children.beat(Path(folder) / "schedule").words]
        with running(words, environment) as beat:
            yield beat


def portal(environment: Mapping[str, str]) -> AbstractContextManager[Running]:
    """Return `make run` without make."""
    return running([sys.executable, "-m", "lscb_portal.serve"], environment)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def database_url(settings: Mapping[str, Any]) -> str:
    """Return the DATABASE_URL of an open connection's settings, for a process to share it.

    In a test that is the test database: pass `connection.settings_dict`.
    """
    name = str(settings["NAME"])
    if "sqlite" in settings["ENGINE"]:
        if "memory" in name:
            raise ValueError("A database in memory cannot be shared with another process.")
        return f"sqlite:///{name}"
    who = quote(settings["USER"], safe="")
    if settings["PASSWORD"]:
        who += ":" + quote(settings["PASSWORD"], safe="")
    return f"postgres://{who}@{quote(settings['HOST'], safe='')}:{settings['PORT']}/{name}"
