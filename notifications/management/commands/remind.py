"""manage.py remind: plans and delivers what is due, as beat and worker do, and prints counts."""

import json
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from notifications import mornings
from notifications.assembly import assemble, owe_summaries
from notifications.delivery import Delivered, deliver_all
from notifications.ladder import DEFAULT
from notifications.models import Mail, Reminder
from notifications.planning import Planned, plan


class Command(BaseCommand):
    help = "Plans and delivers the reminders that are due, and prints how many."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--on",
            metavar="DATE",
            help="as if it were the morning of this day, like 2010-04-09; what is sent is still "
            "noted as sent now",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="count what would be done, and do nothing"
        )
        parser.add_argument("--format", choices=["json", "text"], default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        on = day(options["on"]) if options["on"] else timezone.localdate(now)
        is_dry = options["dry_run"]
        is_morning = mornings.is_working_day(on) if options["on"] else mornings.is_open(now)
        with transaction.atomic():
            planned = plan(on=on, at=now, ladder=DEFAULT)
            assemble(on=on, at=now, is_morning=is_morning)
            owe_summaries(on=on, at=now, is_morning=is_morning)
            due = Mail.objects.due(now, is_morning=is_morning).count()
            held = Reminder.objects.loose().count()
            transaction.set_rollback(is_dry)
        delivered = Delivered()
        if not is_dry:
            delivered = deliver_all(on=on, now=timezone.now, is_morning=is_morning)
        counts = counted(planned, due, held, delivered)
        if options["format"] == "json":
            answer = {"on": on.isoformat(), "dry_run": is_dry, **counts}
            self.stdout.write(json.dumps(answer, indent=2))
        else:
            for what, number in counts.items():
                self.stdout.write(f"{number:>7}  {what.replace('_', ' ')}")


def day(text: str) -> date:
    """Return the day; CommandError with what to write instead."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise CommandError(
            f"{text!r} is no date: write it as year-month-day, for example 2010-04-09.",
            returncode=2,
        ) from error


def counted(planned: Planned, due: int, held: int, delivered: Delivered) -> dict[str, int]:
    """Return {what: how many}, in the order shown."""
    return {
        "planned": planned.reminders,
        "date_changes": planned.date_changes,
        "due": due,
        "held_for_a_working_morning": held,
        "sent": delivered.sent,
        "put_off": delivered.put_off,
        "failed": delivered.failed,
        "superseded": planned.superseded + delivered.superseded,
    }
