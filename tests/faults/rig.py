"""The portal under test: a real PostgreSQL, Redis, mail server, workers and beats."""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import redis

from lscb_portal.serve import children
from tests.faults.post import Post
from tests.servers.processes import Running, celery_worker, free_port, running

# The shipped waits are minutes; here they are seconds, so that a fault is seen through.
QUICK = {"REMINDER_CLAIM_SECONDS": "6", "REMINDER_RETRY_SECONDS": "1", "LOG_LEVEL": "WARNING"}


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
    workers: list[Running] = field(default_factory=list)

    def kill_a_worker(self) -> None:
        """The first worker dies without warning; the other is left."""
        self.workers.pop(0).kill()


@contextmanager
def a_rig(database_url: str, *, workers: int = 2, beats: int = 1) -> Iterator[Rig]:
    """Yield everything running; stop it all at the end."""
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
            **post.environment,
            **QUICK,
        }
        rig = Rig(environment, post, broker)
        for _ in range(workers):
            rig.workers.append(stack.enter_context(celery_worker(environment)))
        for n in range(beats):
            words = [
                word.replace("lscb_portal.celery:app", "tests.notifications.fast_beat:app")
                for word in children.beat(Path(folder, f"schedule-{n}")).words
            ]
            stack.enter_context(running(words, environment))
        yield rig


def wait_until(is_so: Callable[[], bool], *, seconds: float, every: float = 0.1) -> bool:
    """Return whether it came about in time."""
    deadline = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > deadline:
            return False
        time.sleep(every)
    return True
