"""Which rows a file changes, withdraws or repeats: before it is taken in, and after."""

from collections.abc import Iterator
from dataclasses import dataclass

from chronology.models import Entry, SourceFile
from chronology.receiving.plan import plan_of
from chronology.receiving.readings import readings, said
from chronology.receiving.stored import Stored, position, unread, unrevived
from chronology.receiving.words import where

CHANGED, WITHDRAWN = ("Changed", "yellow"), ("Withdrawn", "orange")
KEPT = ("Put right on line", "blue")
OUT = ("Taken out on line", "blue")
TAKEN_OUT = "Taken out, since another row of the agency tells of the same."
BACK, REPEATED = ("Back again", "plain"), ("Stands already", "orange")
LEFT_OUT = "The file leaves this row out."
COUNTED = ("kept", "out", "changed", "withdrawn", "returned", "repeated")


@dataclass(frozen=True, slots=True)
class Change:
    """A row, what becomes of it (the word and its colour), and its words before and now.

    `entry` is one put right on line, of which a person says whose words stand: those of the file
    if `is_rather`.
    """

    where: str
    standing: tuple[str, str]
    before: str
    now: str
    entry: Entry | None = None
    is_rather: bool = False


def changes_ahead(file: SourceFile) -> list[Change]:
    """Return what taking the file in would do to rows that stand, as things are."""
    plan = plan_of(file)
    return [
        *(_choice(entry, unrevived(now)) for entry, now in plan.kept),
        *(_choice(entry, None) for entry in plan.left),
        *(_out(entry, now) for entry, now in plan.out),
        *(_changed(entry, now) for entry, now in plan.changed),
        *(_withdrawn(one) for one in plan.withdrawn),
        *(_back(entry, now) for entry, now in plan.returned),
        *(
            Change(where(now["key"]), REPEATED, f"{entry.key}: {said(vars(entry))}", said(now))
            for entry, now in plan.repeated
        ),
    ]


def _changed(entry: Entry, now: Stored) -> Change:
    if entry.is_put_right:
        return _choice(entry, unrevived(now), is_rather=True)
    before, after = readings(unread(entry), unrevived(now))
    return Change(where(now["key"]), CHANGED, before, after)


def _withdrawn(entry: Entry) -> Change:
    if entry.is_put_right:
        return _choice(entry, None, is_rather=True)
    return Change(_place(entry), WITHDRAWN, said(vars(entry)), "")


def _out(entry: Entry, now: Stored, *, is_rather: bool = False) -> Change:
    return Change(where(now["key"]), OUT, TAKEN_OUT, said(now), entry, is_rather)


def _back(entry: Entry, now: Stored) -> Change:
    if entry.same_as_id:
        return _out(entry, now, is_rather=True)
    return Change(where(now["key"]), BACK, "", said(now))


def _choice(entry: Entry, now: Stored | None, *, is_rather: bool = False) -> Change:
    """Return both readings of a row put right on line; without `now` the file has left it out."""
    if now is None:
        return Change(_place(entry), KEPT, said(vars(entry)), LEFT_OUT, entry, is_rather)
    before, after = readings(unread(entry), now)
    return Change(where(now["key"]), KEPT, before, after, entry, is_rather)


def changes_made(file: SourceFile) -> Iterator[Change]:
    """Yield what came of rows that stood when the file was taken in."""
    rows = Entry.objects.filter(review=file.chronology.review, agency=file.chronology.agency)
    kept = rows.filter(file=file, put_right_at__lt=file.taken_at)
    for one in kept.order_by("sequence", "pk"):
        yield Change(_place(one), KEPT, *readings(unread(one), one.as_filed))
    for one in rows.filter(file=file, changed_at=file.taken_at).order_by("sequence", "pk"):
        yield Change(_place(one), CHANGED, "", said(vars(one)))
    gone = rows.filter(file__in=file.lineage()[1:], withdrawn_at=file.taken_at)
    for one in gone.order_by("sequence", "pk"):
        yield Change(_place(one), WITHDRAWN, said(vars(one)), "")


def _place(entry: Entry) -> str:
    """Return where a row stands in the file that it came with."""
    name, _, _ = entry.key.rpartition("#")
    return where(position(name, entry.key))
