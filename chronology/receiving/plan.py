"""What would become of the chronology if a file were taken in, before it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from chronology.models import Entry, SourceFile
from chronology.receiving.alignment import Row, align
from chronology.receiving.facts import DERIVED
from chronology.receiving.lineage import rows_of, rows_read
from chronology.receiving.stored import Stored, revived

WORST_FIRST = ("reject", "flag", "doubt")
# Where a row stands is no part of what it says.
SAID = ("date_start", "date_end", "time", "event")
PLACE = frozenset({"key", "table", "row", "sequence"})


@dataclass(slots=True)
class Plan:
    """Rows by what becomes of them. An entry that stays brings what the file now says of it."""

    new: list[Stored] = field(default_factory=list)
    changed: list[tuple[Entry, Stored]] = field(default_factory=list)
    unchanged: list[tuple[Entry, Stored]] = field(default_factory=list)
    returned: list[tuple[Entry, Stored]] = field(default_factory=list)
    withdrawn: list[Entry] = field(default_factory=list)
    repeated: list[tuple[Entry, Stored]] = field(default_factory=list)  # of other files; also new
    refused: int = 0
    flagged: int = 0
    doubtful: int = 0

    def counts(self) -> dict[str, int]:
        lists = ("new", "changed", "unchanged", "returned", "withdrawn", "repeated")
        return {name: len(getattr(self, name)) for name in lists} | {
            "refused": self.refused,
            "flagged": self.flagged,
            "doubtful": self.doubtful,
        }


def plan_of(file: SourceFile) -> Plan:
    """Return what taking in the file would do, as it was read and as the chronology stands."""
    arriving = file.reading["entries"]
    refused, flagged, doubtful = (
        len(rows_with(file.reading, fate)) for fate in ("reject", "flag", "doubt")
    )
    plan = Plan(refused=refused, flagged=flagged, doubtful=doubtful)
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
    plan.repeated = _repeated(file, plan.new)
    return plan


def _repeated(file: SourceFile, new: list[Stored]) -> list[tuple[Entry, Stored]]:
    """Return the rows that say word for word what stands by a file that this does not replace."""
    held, lineage = file.chronology, file.lineage()
    rows = Entry.objects.standing().filter(review=held.review_id, agency=held.agency_id)
    of_others = rows.exclude(file__in=lineage).only("key", *SAID, "date_raw", "time_raw")
    there = {_words(vars(one)): one for one in of_others} if new else {}
    return [(there[said], one) for one in new if (said := _words(one)) in there]


def _words(fields: Stored) -> tuple[object, ...]:
    return tuple(fields[name] for name in SAID)


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
        (plan.changed if says_other(stays, fields) else plan.unchanged).append((stays, fields))
    elif comes_back is not None:
        plan.returned.append((comes_back, fields))
    else:
        plan.new.append(fields)


def says_other(entry: Entry, fields: Stored) -> bool:
    """Return whether the agency now says something else: not what was told from its words."""
    marked = entry.child_seen if entry.child_seen_from == "column" else None
    if marked != fields["child_seen"]:
        return True
    return any(getattr(entry, name) != fields[name] for name in fields.keys() - PLACE - DERIVED)


def rows_with(reading: Stored, fate: str) -> set[str]:
    """Return the positions of the rows of which this is the worst: refused, flagged, doubtful."""
    found: dict[str, set[str]] = {name: set() for name in WORST_FIRST}
    for one in reading["problems"]:
        found[one["fate"]].add(one["key"])
    worse = WORST_FIRST[: WORST_FIRST.index(fate)]
    return found[fate].difference(*(found[name] for name in worse))


def said_anew(plan: Plan) -> list[Stored]:
    """Return what the rows say that were not there, or not in these words."""
    return [*plan.new, *(fields for _entry, fields in [*plan.changed, *plan.returned])]


def touched(plan: Plan) -> Iterator[tuple[Entry, Stored]]:
    """Yield every entry that stays, with what is said of it now."""
    yield from plan.changed
    yield from plan.unchanged
    yield from plan.returned
