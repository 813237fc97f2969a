"""Which earlier file a new one puts right: the one of its name, or whose rows it mostly repeats."""

from collections.abc import Iterable
from datetime import date, time

from chronology.models import Entry, SourceFile
from chronology.receiving.alignment import Row
from chronology.receiving.stored import Stored, position, revived

MOSTLY = 0.5


def rows_of(file: SourceFile, entries: Iterable[Entry], *, as_filed: bool = True) -> list[Row]:
    """Return entries as the alignment sees them.

    A row put right on line is known by what its file said of it, or else by what it says now.
    """
    return [
        Row(
            one.pk,
            position(file.name, one.key),
            *(filed_words(one) if as_filed and one.as_filed else words_of(vars(one))),
        )
        for one in entries
    ]


def words_of(fields: Stored) -> tuple[date, date, time | None, str]:
    """Return that by which a row is known again."""
    return fields["date_start"], fields["date_end"], fields["time"], fields["event"]


def filed_words(entry: Entry) -> tuple[date, date, time | None, str]:
    return words_of(revived(entry.as_filed))


def rows_read(entries: Iterable[Stored]) -> list[Row]:
    """Return what was read, in sequence, as the alignment sees it; the id is the row's number."""
    fields = sorted(enumerate(map(revived, entries)), key=lambda one: one[1]["sequence"])
    return [Row(number, f["key"], *words_of(f)) for number, f in fields]


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
