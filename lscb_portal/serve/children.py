"""The processes that make up the portal, and one of them while it runs."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import cast

from lscb_portal.serve.options import PROJECT, Options
from lscb_portal.serve.preflight import broker_binary

PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Command:
    name: str
    words: list[str]


def broker(options: Options) -> Command:
    """Return the embedded broker: reachable by this user only, kept through a restart."""
    return Command(
        "broker",
        [
            str(broker_binary()),
            *("--port", "0"),
            *("--unixsocket", str(options.broker_socket), "--unixsocketperm", "700"),
            *("--dir", str(options.var), "--appendonly", "yes", "--save", ""),
            *("--loglevel", "warning"),
        ],
    )


def prepare(options: Options) -> Command:
    module = "lscb_portal.serve.prepare"
    return Command("prepare", [sys.executable, "-m", module, str(options.logins_file)])


def worker() -> Command:
    return Command(
        "worker", _celery("worker", "--concurrency", "1", "--without-mingle", "--without-gossip")
    )


def beat(schedule: Path) -> Command:
    """Return beat, which keeps in this file when each task was last due."""
    return Command("beat", _celery("beat", "--schedule", str(schedule), "--pidfile", ""))


def web(options: Options) -> Command:
    return Command(
        "web",
        [
            *(sys.executable, "-m", "gunicorn", "lscb_portal.wsgi"),
            *("--bind", options.bind),
            *("--worker-class", "gthread", "--workers", "2", "--threads", "4"),
            *("--preload", "--graceful-timeout", "5"),
            *("--no-control-socket", "--log-level", "warning"),
        ],
    )


def _celery(*words: str) -> list[str]:
    program = [sys.executable, "-m", "celery", "--app", "lscb_portal.celery:app", "--quiet"]
    return [*program, *words, "--loglevel", "INFO"]


class Child:
    """A command, the process that runs it now or ran it last, and when it died."""

    def __init__(self, command: Command, environment: dict[str, str], lock_descriptor: int) -> None:
        """Start it.

        The child keeps the lock open: while it lives, nothing else may start on the folder.
        """
        self.command = command
        self.environment = environment
        self.lock_descriptor = lock_descriptor
        self.deaths: deque[float] = deque(maxlen=5)
        self.start_again_at: float | None = None
        self.start()

    @property
    def name(self) -> str:
        return self.command.name

    def start(self) -> None:
        """Start it in a session of its own, so that Ctrl-C reaches the supervisor alone."""
        self.start_again_at = None
        self.process = subprocess.Popen(
            self.command.words,
            bufsize=0,
            cwd=PROJECT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            pass_fds=(self.lock_descriptor,),
            preexec_fn=told_when_this_process_dies(),  # noqa: PLW1509 - there is one thread
        )
        self.output = cast("FileIO", self.process.stdout)
        os.set_blocking(self.output.fileno(), False)

    def is_running(self) -> bool:
        return self.process.poll() is None

    def ask_to_stop(self) -> None:
        """Send SIGTERM to the child alone: its own processes are its own to stop."""
        self.process.terminate()

    def clear_away(self) -> int:
        """Leave nothing behind of the child or of what it started; return its exit status."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.deaths.append(time.monotonic())
        return self.process.wait()


def told_when_this_process_dies(
    number: signal.Signals = signal.SIGTERM,
) -> Callable[[], None] | None:
    """Return what a new process runs first: even if this one is killed, it gets the signal."""
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None).prctl
    parent = os.getpid()

    def ask_the_kernel() -> None:
        prctl(PR_SET_PDEATHSIG, number)
        if os.getppid() != parent:  # killed in between
            os._exit(1)

    return ask_the_kernel
