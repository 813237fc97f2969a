"""The portal's web process alone, and how much memory its worker takes."""

import os
import re
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

from lscb_portal.serve import children
from lscb_portal.serve.options import options_from
from tests.servers.processes import Running, free_port, running

MEGABYTE = 1024 * 1024


@dataclass
class Web:
    """Where the portal answers, and the one worker that answers."""

    address: str
    worker: int

    def memory(self, what: str) -> float:
        """Return what the worker takes in MB: VmRSS, now, or VmHWM, at its highest."""
        status = Path(f"/proc/{self.worker}/status").read_text()
        found = re.search(rf"^{what}:\s+(\d+) kB", status, re.MULTILINE)
        assert found, status
        return int(found[1]) / 1024

    def forget_the_highest(self) -> None:
        """From now on VmHWM is the highest from now on (`man 5 proc`, clear_refs)."""
        Path(f"/proc/{self.worker}/clear_refs").write_text("5")


@contextmanager
def web_process(environment: Mapping[str, str]) -> Iterator[Web]:
    """Yield the web process as `make run` starts it, with one worker in place of two."""
    variables = {"PORT": str(free_port()), **environment}
    options = options_from({**os.environ, **variables})
    words = children.web(options).words
    words[words.index("--workers") + 1] = "1"
    with running(words, variables) as process:
        wait_for(options.address, process)
        yield Web(options.address, _worker_of(process.process.pid))


def wait_for(address: str, process: Running, *, seconds: float = 60) -> None:
    """Return once it answers; AssertionError with its log when it never does."""
    deadline = monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(f"{address}sign-in/").close()
        except (urllib.error.URLError, ConnectionError):
            assert monotonic() < deadline, process.log.read_text(errors="replace")
            sleep(0.1)
        else:
            return


def _worker_of(master: int) -> int:
    (worker,) = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    return int(worker)
