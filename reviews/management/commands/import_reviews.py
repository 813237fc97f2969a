"""manage.py import_reviews FILE.csv: past reviews from a board's spreadsheet."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from boards.models import Board, User
from boards.operator import person_named
from reviews.past_reviews.decoding import LARGEST, TOO_LARGE, UnreadableFile
from reviews.past_reviews.keeping import PastFile, bring_in, preview
from reviews.past_reviews.outcome import Outcome
from reviews.past_reviews.reading import COLUMNS, OF_AN_EXTENSION


class Command(BaseCommand):
    help = (
        "Brings in past reviews from a CSV file. Each row is accepted, perhaps with warnings, or "
        f"refused with reasons; doing it twice changes nothing. Columns: {', '.join(COLUMNS)}; "
        f"and, where completion was extended: {', '.join(OF_AN_EXTENSION)}."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE.csv", type=Path)
        whose = parser.add_mutually_exclusive_group(required=True)
        whose.add_argument("--board", metavar="SLUG", help="for example east-sussex")
        whose.add_argument("--all-boards", action="store_true")
        parser.add_argument("--by", metavar="EMAIL", help="who brings them in, as the log says")
        parser.add_argument("--dry-run", action="store_true", help="say what would come of it")
        parser.add_argument("--format", choices=["json", "text"], default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        board = _board(options["board"]) if options["board"] else None
        file = PastFile(options["file"].name, _content(options["file"]))
        at = timezone.now()
        try:
            if options["dry_run"]:
                outcome = preview(file, board=board, at=at)
            else:
                outcome = bring_in(file, board=board, by=_person(options["by"]), at=at)
        except UnreadableFile as unreadable:
            raise CommandError(str(unreadable)) from unreadable
        outcome["dry_run"] = options["dry_run"]
        is_json = options["format"] == "json"
        self.stdout.write(json.dumps(outcome, indent=1) if is_json else _as_text(outcome))


def _board(slug: str) -> Board:
    try:
        return Board.objects.get(slug=slug)
    except Board.DoesNotExist as missing:
        raise CommandError(
            f"There is no board “{slug}”. Boards are named as in east-sussex; "
            "manage.py load_boards loads them."
        ) from missing


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise CommandError(f"{path} could not be opened: {error.strerror}.") from error
    if len(content) > LARGEST:
        raise CommandError(TOO_LARGE)
    return content


def _person(email: str | None) -> User:
    try:
        return person_named(email)
    except User.DoesNotExist as missing:
        raise CommandError(f"Nobody has the e-mail address {email} here.") from missing


def _as_text(outcome: Outcome) -> str:
    would = "would be " if outcome["dry_run"] else ""
    lines = [
        f"{outcome['accepted']} {would}accepted, {outcome['unchanged']} unchanged, "
        f"{len(outcome['rejected'])} {would}refused, {len(outcome['warnings'])} warnings."
    ]
    lines += [
        f"Row {one['row']} ({one['review_name']}) refused: {' '.join(one['reasons'])}"
        for one in outcome["rejected"]
    ]
    lines += [
        f"Row {one['row']} ({one['review_name']}), {one['column']}: {one['warning']}"
        if one["row"]
        else f"File: {one['warning']}"
        for one in outcome["warnings"]
    ]
    return "\n".join(lines)
