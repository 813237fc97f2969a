"""The portal under test: a real PostgreSQL, Redis, mail server, workers and beats."""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import redis
from django.utils import timezone

from lscb_portal.serve import children
from tests.faults.post import Post
from tests.servers.processes import Running, celery_worker, free_port, running

# The shipped waits are minutes; here they are seconds, so that a fault is seen through.
QUICK = {"REMINDER_CLAIM_SECONDS": "6", "REMINDER_RETRY_SECONDS": "1", "LOG_LEVEL": "WARNING"}
AHEAD = "FAULTS_CLOCK_AHEAD"  # tests.faults.clock reads it, in the processes that are started
APP = "tests.faults.clock:app"


class Redis:
    """A Redis that can be stopped and comes back with what it had."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self._stack: ExitStack | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        words = [shutil.which("redis-server") or "redis-server", "--port", str(self.port)]
        words += ["--bind", "127.0.0.1", "--dir", str(self.folder), "--appendonly", "yes"]
        self._stack = ExitStack()
        self._stack.enter_context(running(words, {}))
        wait_until(self._answers, seconds=20)

    def stop(self) -> None:
        if self._stack:
            self._stack.close()
            self._stack = None

    def _answers(self) -> bool:
        try:
            with redis.Redis(port=self.port) as server:
                return bool(server.ping())
        except redis.RedisError:
            return False


@dataclass
class Rig:
    """Everything that a scenario may break."""

    environment: dict[str, str]
    post: Post
    redis: Redis
    folder: Path
    workers: list[Running] = field(default_factory=list)
    _stack: ExitStack = field(default_factory=ExitStack)

    def start(self, *, workers: int = 2, beats: int = 1) -> None:
        self.add_workers(workers)
        for n in range(beats):
            words = [
                word.replace("lscb_portal.celery:app", APP)
                for word in children.beat(self.folder / f"schedule-{n}").words
            ]
            self._stack.enter_context(running(words, self.environment))

    def add_workers(self, number: int) -> None:
        """So many more are at work."""
        for _ in range(number):
            self.workers.append(self._stack.enter_context(celery_worker(self.environment, APP)))

    def stop(self) -> None:
        """No worker and no beat is left."""
        self._stack.close()
        self.workers.clear()

    def kill_a_worker(self) -> None:
        """The first worker dies without warning; the other is left."""
        self.workers.pop(0).kill()

    def kill_the_workers(self) -> None:
        """All die without warning, so that whoever had mail in hand has died."""
        while self.workers:
            self.kill_a_worker()

    def now(self) -> datetime:
        """Return the instant by the clock of workers and beats."""
        return timezone.now() + timedelta(seconds=float(self.environment[AHEAD]))

    def set_clock(self, at: datetime) -> None:
        """Workers and beats that are started from now on take it that it is `at`."""
        self.environment[AHEAD] = str((at - timezone.now()).total_seconds())


@contextmanager
def a_rig(database_url: str, *, beats: int = 1, at: datetime | None = None) -> Iterator[Rig]:
    """Yield everything running, by a clock that began at `at`; stop it all at the end."""
    with tempfile.TemporaryDirectory(prefix="faults-") as folder, ExitStack() as stack:
        post, broker = Post(), Redis(Path(folder))
        stack.callback(post.stop)
        stack.callback(broker.stop)
        post.start()
        broker.start()
        environment = {
            "DATABASE_URL": database_url,
            "REDIS_URL": broker.url,
            "PORTAL_VAR": folder,
            "PORTAL_ENV": "test",
            AHEAD: "0",
            **post.environment,
            **QUICK,
        }
        rig = Rig(environment, post, broker, Path(folder))
        if at:
            rig.set_clock(at)
        stack.callback(rig.stop)
        rig.start(beats=beats)
        yield rig


def wait_until(is_so: Callable[[], bool], *, seconds: float, every: float = 0.1) -> bool:
    """Return whether it came about in time."""
    deadline = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > deadline:
            return False
        time.sleep(every)
    return True
