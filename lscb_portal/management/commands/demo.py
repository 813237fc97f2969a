"""manage.py demo: boards, people and reviews to try the portal with, all of them fictional."""

import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from lscb_portal.demo.loading import Rows, contents, load


class Command(BaseCommand):
    help = "Loads fictional boards, people and reviews; running it twice changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--format", choices=["json", "text"], default="text")
        parser.add_argument(
            "--even-in-production",
            action="store_true",
            help="the passwords of the fictional people are known to everybody",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.IS_PRODUCTION and not options["even_in_production"]:
            raise CommandError(
                "This is production, and everybody knows the passwords of the demo. If that is "
                "what you want, say --even-in-production."
            )
        load(timezone.localdate())
        found = contents()
        if options["format"] == "json":
            self.stdout.write(json.dumps(found, indent=1))
            return
        for title, rows in found.items():
            self.stdout.write(_table(title, rows))


def _table(title: str, rows: Rows) -> str:
    """Return the rows below their column names, in columns wide enough for each."""
    columns = list(rows[0])
    lines = [columns, *([row[column] for column in columns] for row in rows)]
    widths = [max(map(len, cells)) for cells in zip(*lines, strict=True)]
    spread = ["  ".join(map(str.ljust, line, widths)).rstrip() for line in lines]
    return "\n".join([title.capitalize(), *spread, ""])
