"""A file's rows become the agency's chronology: all of them, or none."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast, Concat

from boards.models import User
from chronology.models import AgencyChronology, Entry, RowProblem, SourceFile
from chronology.models.order import join_the_order
from chronology.models.told_twice import put_back_without_twin
from chronology.receiving.facts import Facts, said_in_column
from chronology.receiving.plan import Plan, plan_of, said_anew, touched
from chronology.receiving.stored import Stored, but_for_place, unrevived
from chronology.scope import flag_by_scope
from reviews.conditions import NotYet

BATCH = 500


def take(
    file: SourceFile, *, by: User, at: datetime, come_to: Callable[[int, int], None] | None = None
) -> SourceFile:
    """The rows stand in the chronology; taking the same file in again changes nothing.

    `come_to` hears how many rows of how many have been gone through. Raises NotYet where the file
    cannot be taken: unread, put away, overtaken by another.
    """
    facts = facts_beforehand(file, come_to)
    with transaction.atomic():
        held = AgencyChronology.objects.select_for_update().get(pk=file.chronology_id)
        files = SourceFile.objects.select_related("document", "replaces")
        file = files.select_for_update(of=("self",)).get(pk=file.pk)
        if file.taken_at:
            return file
        require_ready(file, held)
        file.name = name_for(file)
        plan = plan_of(file)
        carry_out(plan, file, facts, at=at)
        put_back_without_twin(held, at=at)
        join_the_order(held)
        settle_earlier(file, by=by, at=at)
        keep_problems(file)
        file.taken_by, file.taken_at, file.outcome = by, at, plan.counts()
        file.save(update_fields=["name", "taken_by", "taken_at", "outcome"])
        flag_by_scope(held.review)
        sentence = f"A file was taken into the chronology of {held.agency}."
        held.note("take_file", sentence, by=by, at=at, file=file.pk, **file.outcome)
    return file


def facts_beforehand(file: SourceFile, come_to: Callable[[int, int], None] | None) -> Facts:
    """Return what tells of the child, asked of each row before anything is locked."""
    held, rows = file.chronology, (file.reading or {}).get("entries", [])
    facts = Facts(held.review, held.agency, has_seen_column=said_in_column(rows))
    if file.is_waiting and rows:
        anew = said_anew(plan_of(file))
        for number, fields in enumerate(anew):
            facts.told_by(fields)
            if come_to and number % BATCH == 0:
                come_to(number, len(anew) + BATCH)
    return facts


def require_ready(file: SourceFile, chronology: AgencyChronology) -> None:
    """Raise NotYet unless the file can be taken in as things stand."""
    chronology.require_open()
    if file.discarded_at:
        raise NotYet(["This file was put away. Send it again to take it in."])
    if file.reading is None:
        raise NotYet(["This file has not been read, so there is nothing to take in."])
    if file.is_to_be_read:
        raise NotYet(["What was changed in this file has not been read yet. Wait until it has."])
    if not file.reading["entries"]:
        raise NotYet(["Nothing in this file can be taken in. Put a row right first."])
    overtaken = file.replaces and file.replaces.replaced_by.exclude(taken_at=None).exists()
    if overtaken:
        raise NotYet(
            ["Another file has taken the place of the one that this was to replace. Choose again."]
        )


def name_for(file: SourceFile) -> str:
    """Return the file's name; one that stands beside another of its name has a number."""
    others = file.chronology.files.standing().exclude(pk=file.pk)
    taken = set(others.exclude(pk=file.replaces_id).values_list("name", flat=True))
    name, number = file.document.name, 1
    stem, dot, ending = name.rpartition(".")
    while name in taken:
        number += 1
        name = f"{stem or ending} ({number}){dot}{ending if stem else ''}"
    return name


def carry_out(plan: Plan, file: SourceFile, facts: Facts, *, at: datetime) -> None:
    """The chronology says what the file says."""
    _withdraw(plan.withdrawn, at=at)
    _set_keys_aside(plan, file)
    for entry, fields in plan.changed:
        _say(entry, facts.told_by(fields), at=at)
    for entry, fields in plan.returned:
        _say(entry, facts.told_by(fields), at=at)
        entry.withdrawn_at = entry.same_as = None
    for entry, fields in plan.kept:
        entry.as_filed = as_filed(fields)
    moved = [entry for entry, fields in plan.unchanged if _stood_elsewhere(entry, fields, file)]
    for entry, fields in touched(plan):
        _stand(entry, fields, file)
    said = [entry for entry, _fields in [*plan.changed, *plan.returned]]
    Entry.objects.bulk_update(said, [*WORDS, *WHERE], batch_size=100)
    kept = [entry for entry, _fields in plan.kept]
    Entry.objects.bulk_update(kept, [*WHERE, "as_filed"], batch_size=100)
    _move(moved)
    _are_the_same_again(entry for entry, _fields in plan.unchanged if entry.is_put_right)
    for some in _in_batches(entry for entry, _fields in plan.unchanged):
        some.update(file=file)
    add([facts.told_by(fields) for fields in plan.new], file, at=at)


def add(rows: list[Stored], file: SourceFile, *, at: datetime) -> None:
    """Rows that nobody sent before stand in the chronology."""
    held = file.chronology
    Entry.objects.bulk_create(
        (
            Entry(
                review_id=held.review_id,
                agency_id=held.agency_id,
                file=file,
                recorded_at=at,
                **fields | {"key": key_of(file, fields)},
            )
            for fields in rows
        ),
        batch_size=BATCH,
    )


PLACES = ("key", "table", "row", "sequence")
WHERE = [*PLACES, "file"]
WORDS = [
    field.name
    for field in Entry._meta.concrete_fields
    if field.name not in {*WHERE, "id", "review", "agency", "written_by", "recorded_at"}
]


def _stood_elsewhere(entry: Entry, fields: Stored, file: SourceFile) -> bool:
    sequence = entry.sequence if entry.is_placed else fields["sequence"]
    place = (entry.table, entry.row, entry.sequence, entry.key)
    return place != (fields["table"], fields["row"], sequence, key_of(file, fields))


def key_of(file: SourceFile, fields: Stored) -> str:
    return f"{file.name}#{fields['key']}"


def _stand(entry: Entry, fields: Stored, file: SourceFile) -> None:
    """It stands where the file has it, but for the order that a person gave its day."""
    entry.key, entry.file = key_of(file, fields), file
    entry.table, entry.row = fields["table"], fields["row"]
    if not entry.is_placed:
        entry.sequence = fields["sequence"]


def as_filed(fields: Stored) -> Stored:
    """Return what a file says of a row, to be kept beside what was put right on line."""
    return unrevived(but_for_place(fields))


def _are_the_same_again(entries: Iterable[Entry]) -> None:
    """The file itself says now what was put right on line."""
    for some in _in_batches(entries):
        some.update(as_filed={}, put_right_by=None, put_right_at=None)


def _say(entry: Entry, fields: dict[str, Any], *, at: datetime) -> None:
    entry.say(but_for_place(fields), at=at)
    entry.as_filed, entry.put_right_by, entry.put_right_at = {}, None, None


def _withdraw(entries: Iterable[Entry], *, at: datetime) -> None:
    for some in _in_batches(entries):
        some.update(withdrawn_at=at, version=F("version") + 1)


def _move(entries: Iterable[Entry]) -> None:
    """Rows stand where the file has them. One statement a row is quickest: nearly all can move."""
    table, quoted = Entry._meta.db_table, connection.ops.quote_name
    places = ", ".join(f"{quoted(name)} = %s" for name in PLACES)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {quoted(table)} SET {places} WHERE id = %s",  # noqa: S608 - our own names
            [(*(getattr(one, name) for name in PLACES), one.pk) for one in entries],
        )


def _set_keys_aside(plan: Plan, file: SourceFile) -> None:
    """No two rows have one key while they change places: the database looks row by row."""
    for entry in plan.left:
        entry.key = entry.key_beside
    Entry.objects.bulk_update(plan.left, ["key"], batch_size=BATCH)
    moving = [entry for entry, fields in touched(plan) if entry.key != key_of(file, fields)]
    for some in _in_batches(moving):
        some.update(key=Concat(Value("aside#"), Cast("pk", CharField())))


def _in_batches(entries: Iterable[Entry]) -> Iterator[QuerySet[Entry]]:
    """Yield the entries as querysets that no database finds too long."""
    ids = [entry.pk for entry in entries]
    for start in range(0, len(ids), BATCH):
        yield Entry.objects.filter(pk__in=ids[start : start + BATCH])


def settle_earlier(file: SourceFile, *, by: User, at: datetime) -> None:
    """What was wrong with the rows of files that it replaces is to be mended no more."""
    earlier = RowProblem.objects.filter(file__in=file.lineage()[1:], settled_at=None)
    earlier.update(settled_at=at, settled_by=by)


def keep_problems(file: SourceFile) -> None:
    """What was refused or doubted stays in sight, by row."""
    RowProblem.objects.bulk_create(
        (
            RowProblem(
                file=file,
                key=key_of(file, one),
                **{n: one[n] for n in ("table", "row", "reason", "fate", "sentence", "raw")},
            )
            for one in file.reading["problems"]
        ),
        batch_size=BATCH,
    )
