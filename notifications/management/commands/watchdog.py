"""manage.py watchdog: for cron, asks whether all is well and tells somebody by a second path."""

import json
import signal
import sys
from argparse import ArgumentTypeError
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import OperationalError
from django.utils import timezone

from notifications.alarm import Alarm, NotMailed
from notifications.health import Health, check
from notifications.troubles import Limits, Trouble, troubles_of

PATIENCE = 20  # seconds


class TookTooLong(OperationalError, OSError):
    """Whichever part was being asked did not answer; caught where that part's refusals are."""


class Command(BaseCommand):
    help = "Exits with 1 and a sentence for each trouble when reminders are not being sent."
    requires_system_checks: list[str] = []  # whatever they would find, it must speak

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--beat-minutes", type=minutes, default=15, help="how long beat may be silent"
        )
        parser.add_argument(
            "--backlog-minutes", type=minutes, default=60, help="how long a reminder may wait"
        )
        parser.add_argument(
            "--mail-to",
            nargs="+",
            metavar="ADDRESS",
            default=settings.WATCHDOG_MAIL_TO,
            help="whom to mail, at most once an hour for the same trouble",
        )
        parser.add_argument("--format", choices=["json", "text"], default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        health = look(now)
        limits = Limits(
            timedelta(minutes=options["beat_minutes"]),
            timedelta(minutes=options["backlog_minutes"]),
        )
        troubles = troubles_of(health, limits)
        mailed = self._mail(troubles, options["mail_to"], now)
        if options["format"] == "json":
            self.stdout.write(json.dumps(answer(health, troubles, mailed), indent=2))
        elif not troubles:
            self.stdout.write("All is well.")
        for trouble in troubles:
            self.stderr.write(f"{trouble.sentence} {trouble.why}".strip())
        if troubles:
            sys.exit(1)

    def _mail(self, troubles: list[Trouble], to: list[str], now: datetime) -> list[str]:
        """Return whom the alarm was mailed to, nobody where it was mailed within the hour."""
        alarm, mailed = Alarm(settings.VAR / "watchdog.json"), []
        try:
            mailed = alarm.sound(troubles, to, at=now)
        except NotMailed as reason:
            self.stderr.write(f"The alarm could not be mailed: {reason}")
        try:
            alarm.keep()
        except OSError as error:
            self.stderr.write(f"It will be mailed anew each time: {error}")
        return mailed


def look(now: datetime) -> Health:
    """Return how the parts are, soon: a database that hangs is down."""
    with _no_longer_than(PATIENCE):
        return check(now)


def answer(health: Health, troubles: list[Trouble], mailed: list[str]) -> dict[str, object]:
    """Return what --format json prints."""
    said = {name: fact for name, fact in health.facts.items() if name != "beat"}
    age = health.facts["beat"]["age_seconds"]
    return {
        "status": "unwell" if troubles else "ok",
        "troubles": [
            {"part": t.part, "sentence": t.sentence, "what_to_do": t.what_to_do, "why": t.why}
            for t in troubles
        ],
        "beat_age_seconds": age,
        **said,
        "mailed_to": mailed,
    }


def minutes(text: str) -> int:
    """Return a number of minutes that is more than none."""
    if not text.isdecimal() or int(text) == 0:
        raise ArgumentTypeError(f"{text!r} is no number of minutes: write it like 15.")
    return int(text)


@contextmanager
def _no_longer_than(seconds: int) -> Iterator[None]:
    """Within the block, TookTooLong is raised when it has taken so long."""

    def give_up(_signal: int, _frame: FrameType | None) -> None:
        raise TookTooLong(f"It did not answer within {seconds} seconds.")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
