"""Which rows a file changes, withdraws or repeats: before it is taken in, and after."""

from collections.abc import Iterator
from dataclasses import dataclass

from chronology.models import Entry, SourceFile
from chronology.receiving.plan import plan_of
from chronology.receiving.stored import Stored, position
from chronology.receiving.words import where

CHANGED, WITHDRAWN = ("Changed", "yellow"), ("Withdrawn", "orange")
BACK, REPEATED = ("Back again", "plain"), ("Stands already", "orange")
COUNTED = ("changed", "withdrawn", "returned", "repeated")


@dataclass(frozen=True, slots=True)
class Change:
    """A row, what becomes of it (the word and its colour), and its words before and now."""

    where: str
    standing: tuple[str, str]
    before: str
    now: str


def changes_ahead(file: SourceFile) -> list[Change]:
    """Return what taking the file in would do to rows that stand, as things are."""
    plan = plan_of(file)
    return [
        *(
            Change(where(now["key"]), CHANGED, _as_it_stands(entry), _said(now))
            for entry, now in plan.changed
        ),
        *(Change(_place(one), WITHDRAWN, _as_it_stands(one), "") for one in plan.withdrawn),
        *(Change(where(now["key"]), BACK, "", _said(now)) for _entry, now in plan.returned),
        *(
            Change(where(now["key"]), REPEATED, f"{entry.key}: {_as_it_stands(entry)}", _said(now))
            for entry, now in plan.repeated
        ),
    ]


def changes_made(file: SourceFile) -> Iterator[Change]:
    """Yield what came of rows that stood when the file was taken in."""
    rows = Entry.objects.filter(review=file.chronology.review, agency=file.chronology.agency)
    for one in rows.filter(file=file, changed_at=file.taken_at).order_by("sequence", "pk"):
        yield Change(_place(one), CHANGED, "", _as_it_stands(one))
    gone = rows.filter(file__in=file.lineage()[1:], withdrawn_at=file.taken_at)
    for one in gone.order_by("sequence", "pk"):
        yield Change(_place(one), WITHDRAWN, _as_it_stands(one), "")


def _place(entry: Entry) -> str:
    """Return where a row stands in the file that it came with."""
    name, _, _ = entry.key.rpartition("#")
    return where(position(name, entry.key))


def _as_it_stands(entry: Entry) -> str:
    return f"{entry.date_raw} {entry.time_raw}".strip() + f": {entry.event}"


def _said(fields: Stored) -> str:
    return f"{fields['date_raw']} {fields['time_raw']}".strip() + f": {fields['event']}"
