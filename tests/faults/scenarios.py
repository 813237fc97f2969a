"""Each breaks one thing while reminders are on their way, and mends it again."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock

from django.utils import timezone

from tests.faults.rig import Rig, wait_until

SWEEPS = 5  # seconds, in which beat asks five times
STARTS = timedelta(seconds=25)  # until workers and beat are up and part of the mail has left


@dataclass(frozen=True)
class Scenario:
    """What is broken, by what, and with how many beats; `refused` people can never be reached.

    The clock begins at `at` (None: as it is); what is owed is due so many days after that day.
    """

    name: str
    break_it: Callable[[Rig, set[str]], None]
    beats: int = 1
    refused: int = 0
    may_repeat: int = 0
    at: datetime | None = None
    due_in: int = 0

    def day(self) -> date:
        """Return the local day on which the clock begins."""
        return timezone.localdate(self.at)


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


def skip_days(days: int) -> Callable[[Rig, set[str]], None]:
    """Everybody is warned of tomorrow; then nothing runs until `days` later."""

    def skip(rig: Rig, owed: set[str]) -> None:
        if not wait_until(lambda: rig.post.reached() == owed, seconds=600):
            raise AssertionError("Not everybody was warned before the days without beats.")
        rig.stop()
        rig.post.forget()
        rig.set_clock(rig.now() + timedelta(days=days))
        rig.start()

    return skip


def cross(change: datetime) -> Callable[[Rig, set[str]], None]:
    """The clocks change while mails are on their way, and sweeps go on after it."""

    def wait(rig: Rig, owed: set[str]) -> None:
        time.sleep(max(0.0, (change - rig.now()).total_seconds()) + SWEEPS)

    return wait


def changes_of_the_clock(after: date) -> list[datetime]:
    """Return the next two instants at which the clocks change, at 1:00 UTC on a Sunday."""
    found = []
    for year in (after.year, after.year + 1):
        for month in (3, 10):
            last = date(year, month, 31)
            sunday = last - timedelta(days=(last.weekday() + 1) % 7)
            found.append(datetime.combine(sunday, clock(1), UTC))
    return [instant for instant in found if instant.date() > after][:2]


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
        Scenario("no beat runs for three days", skip_days(3), due_in=1),
        *(
            Scenario(
                f"the clocks change on {instant:%-d %B %Y}",
                cross(instant),
                at=instant - STARTS,
            )
            for instant in changes_of_the_clock(timezone.localdate())
        ),
    ]
