"""Each breaks one thing while reminders are on their way, and mends it again."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.faults.rig import Rig, wait_until


@dataclass(frozen=True)
class Scenario:
    """What is broken, by what, and with how many beats; `refused` people can never be reached."""

    name: str
    break_it: Callable[[Rig, set[str]], None]
    beats: int = 1
    refused: int = 0
    may_repeat: int = 0


def nothing(rig: Rig, owed: set[str]) -> None:
    """All is well: what the others are compared with."""


def kill_a_worker(rig: Rig, owed: set[str]) -> None:
    _wait_for_a_part(rig, owed)
    rig.kill_a_worker()


def stop_redis(seconds: float) -> Callable[[Rig, set[str]], None]:
    def stop(rig: Rig, owed: set[str]) -> None:
        _wait_for_a_part(rig, owed)
        rig.redis.stop()
        time.sleep(seconds)
        rig.redis.start()

    return stop


def stop_the_mail_server(seconds: float) -> Callable[[Rig, set[str]], None]:
    def stop(rig: Rig, owed: set[str]) -> None:
        _wait_for_a_part(rig, owed)
        rig.post.stop()
        time.sleep(seconds)
        rig.post.start()

    return stop


def mail_server_is_busy(seconds: float) -> Callable[[Rig, set[str]], None]:
    def keep_busy(rig: Rig, owed: set[str]) -> None:
        _wait_for_a_part(rig, owed)
        rig.post.busy = True
        time.sleep(seconds)
        rig.post.busy = False

    return keep_busy


def _wait_for_a_part(rig: Rig, owed: set[str]) -> None:
    """A tenth has arrived: the fault strikes in the middle of the work."""
    if not wait_until(lambda: len(rig.post.reached()) >= len(owed) / 10, seconds=120, every=0.01):
        raise AssertionError("Nothing was sent before the fault.")


def all_scenarios(*, outage: float) -> list[Scenario]:
    """Return every scenario; servers are away for `outage` seconds, the mail server for twice."""
    return [
        Scenario("all is well", nothing),
        Scenario("a worker is killed in the middle of a batch", kill_a_worker, may_repeat=1),
        Scenario(f"Redis is away for {outage:g} s", stop_redis(outage)),
        Scenario(
            f"the mail server is away for {2 * outage:g} s",
            stop_the_mail_server(2 * outage),
            may_repeat=2,
        ),
        Scenario(f"the mail server answers 451 for {outage:g} s", mail_server_is_busy(outage)),
        Scenario("the mail server answers 550 for some people", nothing, refused=10),
        Scenario("two beats run at once", nothing, beats=2),
    ]
