"""manage.py load_boards: the 148 boards of England with their authorities."""

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError

from boards.loading import load_boards


class Command(BaseCommand):
    help = "Loads the 148 boards of England and their authorities; what is there is left alone."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--format", choices=["json", "text"], default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            loaded = load_boards()
        except IntegrityError as taken:
            raise CommandError(
                "A board of another address already has the name or the code of a listed one: "
                f"change it on the administration pages, then run this again ({taken})."
            ) from taken
        if options["format"] == "json":
            self.stdout.write(json.dumps(asdict(loaded)))
            return
        self.stdout.write(
            f"{loaded.boards} boards, {loaded.boards_added} of them new; "
            f"{loaded.authorities} authorities, {loaded.authorities_added} of them new."
        )
