"""Runs a scenario on a fresh database and says what came of everybody who was owed a mail."""

import time
from dataclasses import dataclass
from datetime import timedelta

from django.core.management import call_command
from django.db import connection

from records import append_only
from reviews import agreed_terms, frozen
from tests.faults.owed import owe
from tests.faults.rig import a_rig, wait_until
from tests.faults.scenarios import Scenario


@dataclass(frozen=True)
class Result:
    """How many people were owed a mail and what became of it."""

    name: str
    owed: int
    reached: int
    refused: int
    shown_as_failed: int
    same_mail_again: int
    other_mail_again: int
    seconds: float
    may_repeat: int

    @property
    def holds(self) -> bool:
        """Nothing was lost, nothing was doubled, and what failed for good is shown."""
        return (
            self.reached == self.owed - self.refused
            and self.shown_as_failed == self.refused
            and self.other_mail_again == 0
            and self.same_mail_again <= self.may_repeat
        )

    def line(self) -> str:
        verdict = "holds" if self.holds else "BROKEN"
        return (
            f"{self.name:<48} {self.owed:>6} {self.reached:>7} {self.refused:>7} "
            f"{self.shown_as_failed:>6} {self.same_mail_again:>6} {self.other_mail_again:>6} "
            f"{self.seconds:>7.1f}  {verdict}"
        )


HEADING = (
    f"{'what was done':<48} {'owed':>6} {'reached':>7} {'refused':>7} {'shown':>6} "
    f"{'again':>6} {'double':>6} {'seconds':>7}"
)


def run(scenario: Scenario, *, people: int, database_url: str, patience: float) -> Result:
    """Owe so many people a mail, start everything, break it, and wait until all is settled."""
    empty_the_database()
    owed = owe(people, on=scenario.day() + timedelta(days=scenario.due_in))
    with a_rig(database_url, beats=scenario.beats, at=scenario.at) as rig:
        rig.post.closed_to = set(sorted(owed)[: scenario.refused])
        started = time.monotonic()
        scenario.break_it(rig, owed)
        wanted = people - scenario.refused
        wait_until(lambda: len(rig.post.reached()) >= wanted, seconds=patience)
        wait_until(lambda: failed() >= scenario.refused, seconds=patience / 4)
        seconds = time.monotonic() - started
        time.sleep(3)  # time enough for a second mail to somebody
        again, others = rig.post.repeats()
        return Result(
            scenario.name,
            people,
            len(rig.post.reached()),
            scenario.refused,
            failed(),
            again,
            others,
            seconds,
            scenario.may_repeat,
        )


def empty_the_database() -> None:
    """Nothing is left of the scenario before, not even its log."""
    for kept in (append_only, agreed_terms, frozen):
        kept.remove(connection)
    call_command("flush", interactive=False, verbosity=0)
    for kept in (append_only, agreed_terms, frozen):
        kept.install(connection)


def failed() -> int:
    """Return how many mails are shown as never to arrive."""
    from notifications.models import Mail

    return Mail.objects.exclude(failed_at=None).count()
