"""The two brokers that the portal runs on: the embedded one and a Redis server."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import redis

from lscb_portal.serve import children
from lscb_portal.serve.options import Options
from tests.servers.processes import free_port, running

START_SECONDS = 10


@contextmanager
def embedded_broker() -> Iterator[str]:
    """Yield the REDIS_URL of what `make run` would start."""
    with tempfile.TemporaryDirectory(prefix="broker-") as folder:
        options = Options(
            host="127.0.0.1", port=0, var=Path(folder), database_url=None, redis_url=None
        )
        with running(children.broker(options).words, {}) as server:
            _wait_for(redis.Redis(unix_socket_path=str(options.broker_socket)), server.log)
            yield f"redis+socket://{options.broker_socket}?virtual_host=0"


@contextmanager
def redis_server() -> Iterator[str]:
    """Yield the REDIS_URL of an empty Redis."""
    program = shutil.which("redis-server")
    if program is None:
        raise RuntimeError("Redis is not installed: run bin/test-servers.")
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="redis-") as folder:
        words = [program, "--bind", "127.0.0.1", "--port", str(port), "--dir", folder, "--save", ""]
        with running(words, {}) as server:
            _wait_for(redis.Redis(port=port), server.log)
            yield f"redis://127.0.0.1:{port}/0"


def _wait_for(server: redis.Redis, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            server.ping()
        except redis.RedisError:
            if time.monotonic() > deadline:
                print(log.read_text())
                raise
            time.sleep(0.05)
        else:
            server.close()
            return
