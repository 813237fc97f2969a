"""manage.py import_chronology REFERENCE AGENCY FILE…: an agency's rows from its own files."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from boards.models import Agency, Board, User
from boards.operator import person_named
from chronology.receiving.agency_named import NoAgency, add_agency, agency_named
from chronology.receiving.bringing import Sent, Unusable, bring_in
from chronology.receiving.kinds import LARGEST, TOO_LARGE, WrongKind
from records.models import Infected
from reviews.conditions import NotYet
from reviews.models import Review


class Command(BaseCommand):
    help = (
        "Brings in an agency's chronology from Word, Excel or CSV files. A file that was sent "
        "before, or a corrected one, updates its rows and doubles none; what is refused is named "
        "by file and row. All files are taken in, or none."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("reference", metavar="REFERENCE", help="for example ESX-2010-007")
        parser.add_argument("agency", metavar="AGENCY", help="its name, or as in health-visiting")
        parser.add_argument("files", metavar="FILE", nargs="+", type=Path)
        parser.add_argument("--add-agency", action="store_true", help="add it if it is not there")
        parser.add_argument("--by", metavar="EMAIL", help="who brings them in, as the log says")
        parser.add_argument("--dry-run", action="store_true", help="say what would come of it")
        parser.add_argument("--format", choices=["json", "text"], default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        files = [(path.name, content_of(path)) for path in options["files"]]
        try:
            came = self.bring_in(files, options)
        except Review.DoesNotExist as missing:
            raise CommandError(f"There is no review {options['reference']}.") from missing
        except User.DoesNotExist as missing:
            raise CommandError(f"Nobody has the e-mail address {options['by']} here.") from missing
        except NoAgency as missing:
            raise CommandError(f"{missing} Use --add-agency to add it.") from missing
        except (Unusable, WrongKind, NotYet) as wrong:
            raise CommandError(str(wrong)) from wrong
        except Infected as wrong:
            raise CommandError(wrong.messages[0]) from wrong
        if options["format"] == "json":
            said = as_json(came) | {"reference": options["reference"]}
            self.stdout.write(json.dumps(said | {"dry_run": options["dry_run"]}, indent=1))
        else:
            self.stdout.write(as_text(came))

    def bring_in(self, files: list[tuple[str, bytes]], options: dict[str, Any]) -> list[Sent]:
        review = Review.objects.select_related("board").get(reference=options["reference"])
        with transaction.atomic():
            called, is_rehearsal = options["agency"], options["dry_run"]
            agency = find_agency(review.board, called, is_added=options["add_agency"])
            came = bring_in(
                review,
                agency,
                files,
                by=person_named(options["by"]),
                at=timezone.now(),
                is_rehearsal=is_rehearsal,
            )
            transaction.set_rollback(is_rehearsal)
        return came


def find_agency(board: Board, called: str, *, is_added: bool) -> Agency:
    try:
        return agency_named(board, called)
    except NoAgency:
        if is_added:
            return add_agency(board, called)
        raise


def content_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as wrong:
        raise CommandError(f"{path} could not be opened: {wrong.strerror}.") from wrong
    if len(content) > LARGEST:
        raise CommandError(f"{path.name}: {TOO_LARGE}.")
    if not content:
        raise CommandError(f"{path.name}: the file is empty.")
    return content


def as_json(came: list[Sent]) -> dict[str, Any]:
    """Return the counts of each file, and the rows with something to mend of all of them."""
    names = {"accepted": "new", "updated": "changed"}
    files = [
        {"file": one.file, "is_the_same_file": one.is_the_same}
        | {name: one.counts[count] for name, count in names.items()}
        | {name: one.counts[name] for name in ("unchanged", "withdrawn", "returned")}
        | {"rejected": len(one.rejected), "flagged": len(one.flagged)}
        for one in came
    ]
    totals = {
        name: sum(file[name] for file in files)
        for name in ("accepted", "updated", "unchanged", "withdrawn", "returned")
    }
    return totals | {
        "files": files,
        "rejected": [row for one in came for row in one.rejected],
        "flagged": [row for one in came for row in one.flagged],
        "doubts": [row for one in came for row in one.doubts],
    }


def as_text(came: list[Sent]) -> str:
    lines = []
    for one in came:
        counts = ", ".join(f"{number} {name}" for name, number in one.counts.items())
        lines.append(f"{one.file}: {counts}.")
        lines += [
            f"  {row['key']} {word}: {' '.join(row['sentences'])}"
            for word, rows in (("refused", one.rejected), ("to check", one.flagged))
            for row in rows
        ]
    return "\n".join(lines)
