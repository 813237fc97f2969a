"""Which earlier file a new one puts right: the one of its name, or whose rows it mostly repeats."""

from collections.abc import Iterable

from chronology.models import Entry, SourceFile
from chronology.receiving.alignment import Row
from chronology.receiving.stored import Stored, position, revived

MOSTLY = 0.5


def rows_of(file: SourceFile, entries: Iterable[Entry]) -> list[Row]:
    """Return entries as the alignment sees them."""
    return [
        Row(
            one.pk,
            position(file.name, one.key),
            one.date_start,
            one.date_end,
            one.time,
            one.event,
        )
        for one in entries
    ]


def rows_read(entries: Iterable[Stored]) -> list[Row]:
    """Return what was read, in sequence, as the alignment sees it; the id is the row's number."""
    fields = sorted(enumerate(map(revived, entries)), key=lambda one: one[1]["sequence"])
    return [
        Row(number, f["key"], f["date_start"], f["date_end"], f["time"], f["event"])
        for number, f in fields
    ]


def choices(file: SourceFile) -> list[SourceFile]:
    """Return the files that this one may replace: the agency's standing ones."""
    return list(file.chronology.files.standing().exclude(pk=file.pk))


def supposed_predecessor(file: SourceFile) -> SourceFile | None:
    """Return the standing file that this one most likely puts right, or None."""
    standing = choices(file)
    named = next((one for one in standing if one.name == file.document.name), None)
    if named or not file.reading:
        return named
    now = {_what_it_says(row) for row in rows_read(file.reading["entries"])}
    for one in standing:
        then = {_what_it_says(row) for row in rows_of(one, one.entries.filter(withdrawn_at=None))}
        if then and len(now & then) > MOSTLY * min(len(now), len(then)):
            return one
    return None


def _what_it_says(row: Row) -> tuple[object, ...]:
    return row.day, row.time, row.words
