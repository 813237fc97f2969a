"""manage.py chronology REFERENCE: the integrated chronology as a file."""

import io
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import prefetch_related_objects
from django.utils import timezone

from boards.models import User
from boards.operator import person_named
from chronology.anonymised import Anonymised
from chronology.exports import WRITERS, Line, Paper
from chronology.exports.around import Around, explained_in
from chronology.exports.lines import lines, unfinished_in
from chronology.exports.whole import as_json
from chronology.models import Entry
from chronology.proposing import bring_up_to_date
from chronology.wording import AsWritten, Wording
from reviews.models import Review
from reviews.noting import log_about

FORMS = ("json", *WRITERS)
TRIES = 3  # at hiding what a scan found


class Command(BaseCommand):
    help = (
        "Prints the integrated chronology of a review, or writes it to a file. Accounts of the "
        "same event are looked for first where rows have changed. Anonymised, it is searched for "
        "names and numbers before it leaves, and what is found is hidden as well: exit status 1, "
        "and no file, where that is not enough."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("reference", metavar="REFERENCE")
        parser.add_argument("--format", choices=FORMS, default="json")
        parser.add_argument("--anonymised", action="store_true", help="pseudonyms for names")
        parser.add_argument("--output", metavar="FILE", type=Path, help="instead of printing it")
        parser.add_argument("--by", metavar="EMAIL", help="who takes it, as the log says")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            review = Review.objects.select_related("board").get(reference=options["reference"])
            by = person_named(options["by"])
        except Review.DoesNotExist as missing:
            raise CommandError(f"There is no review {options['reference']}.") from missing
        except User.DoesNotExist as missing:
            raise CommandError(f"Nobody has the e-mail address {options['by']} here.") from missing
        bring_up_to_date(review, at=timezone.now())
        entries = Entry.of(review)
        prefetch_related_objects(entries, "questions", "themes")
        wording = Anonymised.of(review) if options["anonymised"] else AsWritten()
        content = self._written(review, entries, wording, options["format"], by)
        _log(review, options, len(entries), by)
        self._hand_over(content, options["output"])

    def _written(
        self, review: Review, entries: list[Entry], wording: Wording, form: str, by: User
    ) -> bytes:
        around = Around.of(review, Entry.objects.filter(review=review).standing())
        worded = list(lines(entries, wording, around))
        if isinstance(wording, Anonymised):
            wording, worded = self._without_leaks(entries, wording, worded, around)
        if form == "json":
            return as_json(review, entries, wording).encode() + b"\n"
        to = io.BytesIO()
        paper = Paper.of(
            review,
            is_anonymised=wording.is_anonymised,
            chosen=(),
            count=len(worded),
            by=by,
            at=timezone.now(),
            unfinished=tuple(unfinished_in(worded)),
            glossary=explained_in(around, wording),
        )
        WRITERS[form](paper, worded, to)
        return to.getvalue()

    def _without_leaks(
        self,
        entries: list[Entry],
        wording: Anonymised,
        worded: list[Line],
        around: Around,
    ) -> tuple[Anonymised, list[Line]]:
        """Return a view in which the scan finds nothing: what it finds is hidden as well."""
        for _ in range(TRIES):
            leaks = wording.leaks_in_copy(worded, explained_in(around, wording), entries)
            if not leaks:
                if left := len(wording.left_in_copy(worded, entries)):
                    self.stderr.write(f"Left as they stand, as somebody ruled: {left} mentions.")
                return wording, worded
            self.stderr.write(f"Hidden as well, because the scan found them: {len(leaks)} places.")
            wording = wording.hiding(leaks)
            worded = list(lines(entries, wording, around))
        raise CommandError(
            f"It may give somebody away in {len(leaks)} places, so nothing was written: "
            + "; ".join(f"{leak['where']}, {leak['why']}" for leak in leaks[:20])
            + ". Put the cast right, or let a second person override it in the portal."
        )

    def _hand_over(self, content: bytes, output: Path | None) -> None:
        if output is None:
            binary = getattr(self.stdout._out, "buffer", None)
            if binary is None:
                self.stdout.write(content.decode(errors="replace"), ending="")
            else:
                binary.write(content)
            return
        try:
            output.write_bytes(content)
        except OSError as wrong:
            raise CommandError(f"{output} could not be written: {wrong.strerror}.") from wrong


def _log(review: Review, options: dict[str, Any], rows: int, by: User) -> None:
    kind = "anonymised" if options["anonymised"] else "named"
    log_about(
        review,
        "export",
        f"The chronology was exported at the command line ({options['format']}, {kind}, "
        f"{rows} rows).",
        by=by,
        at=timezone.now(),
    )
