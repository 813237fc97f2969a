"""manage.py statistics: the published tables, from the records of all boards or of one."""

import json
from datetime import date
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from boards.models import Board
from insights.statistics.choosing import FIRST_DAY, Period
from insights.statistics.comparing import Change
from insights.statistics.figures import Table
from insights.statistics.whole import Statistics
from insights.statistics.written import as_data, heads_of, lines_of, under_one_another
from records.exports import WRITERS
from reviews.models import Review
from reviews.statutory import GUIDANCE

FORMS = ("text", "json", "csv", "xlsx")


class Command(BaseCommand):
    help = (
        "Prints the published tables: grades, completion, decisions, durations and children, of a "
        "period. Without --to the period ends today. Each table says what it counts and how."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--from", dest="first", metavar="DATE", type=date.fromisoformat)
        parser.add_argument("--to", dest="last", metavar="DATE", type=date.fromisoformat)
        parser.add_argument("--compare-from", metavar="DATE", type=date.fromisoformat)
        parser.add_argument("--compare-to", metavar="DATE", type=date.fromisoformat)
        parser.add_argument("--board", metavar="SLUG")
        parser.add_argument("--region")
        parser.add_argument("--guidance", choices=sorted(GUIDANCE), default="")
        parser.add_argument(
            "--suppress", action="store_true", help="hide small numbers of children, to publish"
        )
        parser.add_argument("--format", choices=FORMS, default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        period = _period(options["first"] or FIRST_DAY, options["last"] or timezone.localdate())
        statistics = Statistics(
            _reviews(options), period, options["guidance"], hides_small=options["suppress"]
        )
        compared = period.before
        if options["compare_from"] and options["compare_to"]:
            compared = _period(options["compare_from"], options["compare_to"])
        form = options["format"]
        if form == "json":
            self.stdout.write(json.dumps(_as_json(statistics, compared), indent=2))
        elif form == "text":
            self._print(statistics)
        else:
            self._write(statistics.tables, form)

    def _write(self, tables: list[Table], form: str) -> None:
        with TemporaryFile() as to:  # a workbook is not written straight through
            WRITERS[form](heads_of(tables[0]), under_one_another(tables), to)
            to.seek(0)
            copyfileobj(to, self.stdout.buffer)

    def _print(self, statistics: Statistics) -> None:
        for table in statistics.tables:
            self.stdout.write(" | ".join(heads_of(table)))
            for line in lines_of(table):
                self.stdout.write(" | ".join(str(value) for value in line))
            self.stdout.write("")


def _period(first: date, last: date) -> Period:
    if last < first:
        raise CommandError("The period ends before it begins.")
    return Period(first, last)


def _reviews(options: dict[str, Any]) -> Any:
    reviews = Review.objects.all()
    if slug := options["board"]:
        if not Board.objects.filter(slug=slug).exists():
            raise CommandError(f"There is no board “{slug}”.")
        reviews = reviews.filter(board__slug=slug)
    if region := options["region"]:
        if not Board.objects.filter(region=region).exists():
            raise CommandError(f"There is no region “{region}”.")
        reviews = reviews.filter(board__region=region)
    return reviews


def _as_json(statistics: Statistics, compared: Period) -> dict[str, Any]:
    period = statistics.period
    return {
        "from": period.first.isoformat(),
        "to": period.last.isoformat(),
        "tables": [as_data(table) for table in statistics.tables],
        "changes": {
            "from": compared.first.isoformat(),
            "to": compared.last.isoformat(),
            "tables": [
                {"table": table.slug, "rows": [_as_row(change) for change in changes]}
                for table, changes in statistics.beside(compared)
            ],
        },
    }


def _as_row(change: Change) -> dict[str, Any]:
    return {
        "label": change.label,
        "before": change.before,
        "after": change.after,
        "change_in_counts_percent": change.in_counts,
        "change_in_percentage_points": change.in_points,
    }
