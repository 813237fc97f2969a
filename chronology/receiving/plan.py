"""What would become of the chronology if a file were taken in, before it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from chronology.models import Entry, SourceFile
from chronology.receiving.alignment import Row, align
from chronology.receiving.facts import DERIVED
from chronology.receiving.lineage import filed_words, rows_of, rows_read, words_of
from chronology.receiving.stored import PLACE, Stored, revived

WORST_FIRST = ("reject", "flag", "doubt")
SAID = ("date_start", "date_end", "time", "event")


@dataclass(slots=True)
class Plan:
    """Rows by what becomes of them. An entry that stays brings what the file now says of it.

    `kept` were put right on line, and say that rather than what the file says; `left` as well, and
    the file has left them out. `out` were taken out on line, and stay out though the file has them.
    """

    new: list[Stored] = field(default_factory=list)
    changed: list[tuple[Entry, Stored]] = field(default_factory=list)
    unchanged: list[tuple[Entry, Stored]] = field(default_factory=list)
    returned: list[tuple[Entry, Stored]] = field(default_factory=list)
    withdrawn: list[Entry] = field(default_factory=list)
    kept: list[tuple[Entry, Stored]] = field(default_factory=list)
    left: list[Entry] = field(default_factory=list)
    out: list[tuple[Entry, Stored]] = field(default_factory=list)
    repeated: list[tuple[Entry, Stored]] = field(default_factory=list)  # of other files; also new
    refused: int = 0
    flagged: int = 0
    doubtful: int = 0

    def counts(self) -> dict[str, int]:
        lists = ("new", "changed", "unchanged", "returned", "withdrawn", "repeated")
        return {name: len(getattr(self, name)) for name in lists} | {
            "kept": len(self.kept) + len(self.left),
            "out": len(self.out),
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
    stays |= _pairs_put_right(file, standing, now, stays)
    comes_back = _comes_back(file, gone, [row for row in now if row.id not in stays])
    for number, stored in enumerate(arriving):
        _place(plan, file, revived(stored), stays.get(number), comes_back.get(number))
    there = {entry.pk for entry in stays.values()}
    for entry in standing:
        if entry.pk not in there:
            (plan.left if keeps(file, entry) else plan.withdrawn).append(entry)
    plan.repeated = _repeated(file, plan.new)
    return plan


def _repeated(file: SourceFile, new: list[Stored]) -> list[tuple[Entry, Stored]]:
    """Return the rows that say word for word what stands by a file that this does not replace."""
    held, lineage = file.chronology, file.lineage()
    rows = Entry.objects.standing().filter(review=held.review_id, agency=held.agency_id)
    asked = ("key", *SAID, "date_raw", "time_raw", "as_filed")
    of_others = rows.exclude(file__in=lineage).only(*asked) if new else ()
    there = {filed_words(one): one for one in of_others if one.as_filed}
    there |= {words_of(vars(one)): one for one in of_others}
    return [(there[said], one) for one in new if (said := words_of(one)) in there]


def _entries_of(file: SourceFile) -> list[Entry]:
    """Return all rows that came by the file or by those it replaced, in the order of the file."""
    return list(Entry.objects.filter(file__in=file.lineage()).order_by("sequence", "pk"))


def _comes_back(file: SourceFile, gone: list[Entry], rest: list[Row]) -> dict[int, Entry]:
    """Return the rows that stand no more and that the file has again, word for word.

    One that was taken out on line is also known by what its file said before it was put right.
    """
    found = _pairs(file, gone, rest, only_whole=True, as_filed=False)
    there = {entry.pk for entry in found.values()}
    out = [one for one in gone if one.same_as_id and one.as_filed and one.pk not in there]
    rest = [row for row in rest if row.id not in found]
    return found | _pairs(file, out, rest, only_whole=True)


def _pairs_put_right(
    file: SourceFile, standing: list[Entry], now: list[Row], stays: dict[int, Entry]
) -> dict[int, Entry]:
    """Return the rows put right on line that the file knows by their new words alone."""
    there = {entry.pk for entry in stays.values()}
    left = [one for one in standing if one.is_put_right and one.pk not in there]
    return _pairs(file, left, [row for row in now if row.id not in stays], as_filed=False)


def _pairs(
    file: SourceFile,
    entries: list[Entry],
    now: list[Row],
    *,
    only_whole: bool = False,
    as_filed: bool = True,
) -> dict[int, Entry]:
    if not entries or not now:
        return {}
    by_id = {entry.pk: entry for entry in entries}
    rows = rows_of(file.replaces, entries, as_filed=as_filed)
    pairs = align(rows, now)
    if only_whole:
        said = {row.id: (row.day, row.time, row.words) for row in rows}
        here = {row.id: (row.day, row.time, row.words) for row in now}
        pairs = {one: then for one, then in pairs.items() if here[one] == said[then]}
    return {number: by_id[then] for number, then in pairs.items()}


def _place(
    plan: Plan, file: SourceFile, fields: Stored, stays: Entry | None, comes_back: Entry | None
) -> None:
    if stays is not None and keeps(file, stays) and is_apart(stays, fields):
        plan.kept.append((stays, fields))
    elif stays is not None:
        (plan.changed if says_other(stays, fields) else plan.unchanged).append((stays, fields))
    elif comes_back is not None and keeps(file, comes_back):
        plan.out.append((comes_back, fields))
    elif comes_back is not None:
        plan.returned.append((comes_back, fields))
    else:
        plan.new.append(fields)


def keeps(file: SourceFile, entry: Entry) -> bool:
    """Return whether it was put right or taken out on line, and nobody wants this file's for it.

    Whoever changes it again after that has the last word.
    """
    was_changed = entry.is_put_right if entry.withdrawn_at is None else entry.same_as_id is not None
    return was_changed and file.rather.get(str(entry.pk)) != entry.version


def is_apart(entry: Entry, fields: Stored) -> bool:
    """Return whether a row put right on line says other than the file; its flags are the file's."""
    return says_other(entry, fields | {"flags": entry.flags})


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
    yield from plan.kept
