"""manage.py import_people REFERENCE FILE.csv: the cast of a review."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from boards.models import User
from boards.operator import person_named
from chronology.cast_file import NEEDED, OPTIONAL, bring_cast_in
from chronology.receiving.facts import tell_again
from reviews.models import Review
from reviews.past_reviews.decoding import UnreadableFile


class Command(BaseCommand):
    help = (
        "Brings in the people and places of a case, with every way in which they are written. "
        f"Doing it twice changes nothing. Columns: {', '.join(NEEDED + OPTIONAL)}."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("reference", metavar="REFERENCE")
        parser.add_argument("file", metavar="FILE.csv", type=Path)
        parser.add_argument("--by", metavar="EMAIL", help="who brings them in, as the log says")
        parser.add_argument("--dry-run", action="store_true", help="say what would come of it")
        parser.add_argument("--format", choices=["json", "text"], default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            review = Review.objects.get(reference=options["reference"])
            outcome = bring_cast_in(
                review,
                options["file"].read_bytes(),
                by=person_named(options["by"]),
                at=timezone.now(),
                is_rehearsal=options["dry_run"],
            )
            if not options["dry_run"]:
                tell_again(review)
        except Review.DoesNotExist as missing:
            raise CommandError(f"There is no review {options['reference']}.") from missing
        except User.DoesNotExist as missing:
            raise CommandError(f"Nobody has the e-mail address {options['by']} here.") from missing
        except OSError as wrong:
            raise CommandError(
                f"{options['file']} could not be opened: {wrong.strerror}."
            ) from wrong
        except UnreadableFile as unreadable:
            raise CommandError(str(unreadable)) from unreadable
        if options["format"] == "json":
            self.stdout.write(json.dumps(asdict(outcome) | {"dry_run": options["dry_run"]}))
            return
        self.stdout.write(f"{outcome.summary}.")
        for one in outcome.rejected:
            self.stdout.write(f"Row {one['row']} refused: {' '.join(one['reasons'])}")
