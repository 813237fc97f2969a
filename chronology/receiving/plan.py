"""What would become of the chronology if a file were taken in, before it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from chronology.models import Entry, SourceFile
from chronology.receiving.alignment import Row, align
from chronology.receiving.lineage import rows_of, rows_read
from chronology.receiving.stored import Stored, revived

# Where a row stands is no part of what it says.
PLACE = frozenset({"key", "table", "row", "sequence"})


@dataclass(slots=True)
class Plan:
    """Rows by what becomes of them. An entry that stays brings what the file now says of it."""

    new: list[Stored] = field(default_factory=list)
    changed: list[tuple[Entry, Stored]] = field(default_factory=list)
    unchanged: list[tuple[Entry, Stored]] = field(default_factory=list)
    returned: list[tuple[Entry, Stored]] = field(default_factory=list)
    withdrawn: list[Entry] = field(default_factory=list)
    refused: int = 0
    flagged: int = 0

    def counts(self) -> dict[str, int]:
        lists = ("new", "changed", "unchanged", "returned", "withdrawn")
        return {name: len(getattr(self, name)) for name in lists} | {
            "refused": self.refused,
            "flagged": self.flagged,
        }


def plan_of(file: SourceFile) -> Plan:
    """Return what taking in the file would do, as it was read and as the chronology stands."""
    arriving = file.reading["entries"]
    plan = Plan(
        refused=len(rows_with(file.reading, "reject")), flagged=len(rows_with(file.reading, "flag"))
    )
    known = _entries_of(file.replaces) if file.replaces else []
    standing = [entry for entry in known if entry.withdrawn_at is None]
    gone = [entry for entry in known if entry.withdrawn_at is not None]
    now = rows_read(arriving)
    stays = _pairs(file, standing, now)
    comes_back = _pairs(file, gone, [row for row in now if row.id not in stays], only_whole=True)
    for number, stored in enumerate(arriving):
        _place(plan, revived(stored), stays.get(number), comes_back.get(number))
    kept = {entry.pk for entry in stays.values()}
    plan.withdrawn = [entry for entry in standing if entry.pk not in kept]
    return plan


def _entries_of(file: SourceFile) -> list[Entry]:
    """Return all rows that came by the file or by those it replaced, in the order of the file."""
    return list(Entry.objects.filter(file__in=file.lineage()).order_by("sequence", "pk"))


def _pairs(
    file: SourceFile, entries: list[Entry], now: list[Row], *, only_whole: bool = False
) -> dict[int, Entry]:
    if not entries or not now:
        return {}
    by_id = {entry.pk: entry for entry in entries}
    rows = rows_of(file.replaces, entries)
    pairs = align(rows, now)
    if only_whole:
        said = {row.id: (row.day, row.time, row.words) for row in rows}
        here = {row.id: (row.day, row.time, row.words) for row in now}
        pairs = {one: then for one, then in pairs.items() if here[one] == said[then]}
    return {number: by_id[then] for number, then in pairs.items()}


def _place(plan: Plan, fields: Stored, stays: Entry | None, comes_back: Entry | None) -> None:
    if stays is not None:
        changed = any(getattr(stays, name) != fields[name] for name in fields.keys() - PLACE)
        (plan.changed if changed else plan.unchanged).append((stays, fields))
    elif comes_back is not None:
        plan.returned.append((comes_back, fields))
    else:
        plan.new.append(fields)


def rows_with(reading: Stored, fate: str) -> set[str]:
    """Return the positions of the rows with a problem of this fate; one refused is not flagged."""
    refused = {one["key"] for one in reading["problems"] if one["fate"] == "reject"}
    if fate == "reject":
        return refused
    return {one["key"] for one in reading["problems"]} - refused


def touched(plan: Plan) -> Iterator[tuple[Entry, Stored]]:
    """Yield every entry that stays, with what is said of it now."""
    yield from plan.changed
    yield from plan.unchanged
    yield from plan.returned
