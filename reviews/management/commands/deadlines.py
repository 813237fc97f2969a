"""manage.py deadlines EVENT=DATE…: what the events make due, and how each date was worked out."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from reviews.statutory import (
    TRIGGERS,
    NoGuidance,
    UnknownEvent,
    UnknownGuidance,
    UnknownHolidays,
    UnreadableDate,
    due_dates,
    guidance_named,
)
from reviews.statutory.answers import UnreadableWord, as_json, as_text, events_from

REFUSALS = (NoGuidance, UnknownEvent, UnknownGuidance, UnknownHolidays, UnreadableDate)


class Command(BaseCommand):
    help = "Works out the statutory due dates that follow from the events of a case."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "events", nargs="+", metavar="EVENT=DATE", help=f"events: {', '.join(TRIGGERS)}"
        )
        parser.add_argument(
            "--guidance",
            metavar="G",
            help="govern every event by this guidance, for example wt2010",
        )
        parser.add_argument("--format", choices=["json", "text"], default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            pinned = (
                guidance_named(options["guidance"]) if options["guidance"] is not None else None
            )
            due = due_dates(events_from(options["events"]), guidance=pinned)
        except UnreadableWord as error:
            raise CommandError(str(error), returncode=2) from error
        except REFUSALS as error:
            raise CommandError(str(error)) from error
        self.stdout.write(as_json(due) if options["format"] == "json" else as_text(due))
