"""A kept file is read, and read again as a person says what a heading means or mends a row."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction

from chronology import reading
from chronology.models import AgencyChronology, Integration, SourceFile
from chronology.reading.rows import Reading, Unreadable
from chronology.receiving.lineage import supposed_predecessor
from chronology.receiving.plan import plan_of
from chronology.receiving.stored import as_json, clean, of_tables_alone
from chronology.scope import OUT_OF_SCOPE, scope_of
from records.sealing import Tampered
from reviews.conditions import NotYet

Cells = Mapping[str, str]
CHANGED = ("corrections", "column_roles", "replaces_id")  # by people, before it is taken in
READ = ("reading", "refusal", "replaces", "outcome", "period_from", "period_to")


def read_in(file: SourceFile, *, then: Callable[[], None] = lambda: None) -> None:
    """What is in the file is there to look at, or why nothing is; `then` is done with it.

    What a person says of the file meanwhile is not lost: the file is read once more.
    """
    is_first = not file.is_read
    while True:
        asked = {name: getattr(file, name) for name in CHANGED}
        _set_what_is_read(file, is_first=is_first)
        if _is_kept(file, asked, then):
            return
        file.refresh_from_db(fields=CHANGED)


def _set_what_is_read(file: SourceFile, *, is_first: bool) -> None:
    try:
        found = _read(file)
    except (Unreadable, Tampered) as wrong:
        tables = getattr(wrong, "tables", ())
        file.reading = of_tables_alone(tables) if tables else None
        file.refusal = clean(str(wrong))[:1000]
    else:
        file.reading, file.refusal = as_json(found), ""
        file.replaces = supposed_predecessor(file) if is_first else file.replaces
        file.outcome = plan_of(file).counts()
        file.period_from, file.period_to = found.period or (None, None)


def _is_kept(file: SourceFile, asked: dict[str, Any], then: Callable[[], None]) -> bool:
    """Return whether it still stood as it was read; a file that was put away stays as it is."""
    with transaction.atomic():
        rows = SourceFile.objects.select_for_update(of=("self",)).defer("reading")
        held = rows.get(pk=file.pk)
        if any(getattr(held, name) != value for name, value in asked.items()):
            return False
        if held.is_waiting:
            file.save(update_fields=READ)
        then()
    return True


def _read(file: SourceFile) -> Reading:
    """Return what stands in the file; raises Unreadable, Tampered.

    Where most of its rows lie outside the review's period, and it says which it covers, its rows
    are held against that: one remark on the file says more than one on every row.
    """
    content, name = file.document.read(), file.document.name
    asked = {
        "mapping": file.roles_by_heading,
        "required": required_of(file),
        "corrections": {f"{name}#{key}": cells for key, cells in file.corrections.items()},
    }
    scope = scope_of(file.chronology.review)
    found = reading.read(content, name, scope=scope, **asked)
    outside = sum(problem.reason == OUT_OF_SCOPE for problem in found.problems)
    if found.period and found.period != scope and outside * 2 > len(found.entries):
        found = reading.read(content, name, scope=found.period, **asked)
    return found


def required_of(file: SourceFile) -> dict[str, str]:
    """Return {name of column: heading} of what the board wants to be filled in in every row."""
    asked = Integration.of(file.chronology.review).asked
    return {column.name: column.heading for column in asked if column.is_compulsory}


def put_right(file: SourceFile, key: str, cells: Cells) -> None:
    """The row will say this instead once the file is read again.

    `cells` is {role: text}; without any the row stands as it came.
    """
    with transaction.atomic():
        held = _held(file)
        held.corrections.pop(key, None) if not cells else held.corrections.update(
            {key: held.corrections.get(key, {}) | clean(dict(cells))}
        )
        _is_to_be_read(held, "corrections")


def say_what_headings_mean(file: SourceFile, roles: Cells) -> None:
    """The headings are taken for this, here and in what the agency sends from now on."""
    with transaction.atomic():
        held = _held(file)
        held.column_roles = dict(roles)
        chronology = AgencyChronology.objects.select_for_update().get(pk=held.chronology_id)
        chronology.column_roles = chronology.column_roles | held.column_roles
        chronology.save(update_fields=["column_roles"])
        _is_to_be_read(held, "column_roles")


def let_be_read(file: SourceFile) -> None:
    """The file will be read again as it stands."""
    with transaction.atomic():
        _is_to_be_read(_held(file))


def _is_to_be_read(held: SourceFile, *changed: str) -> None:
    held.outcome, held.refusal = {}, ""
    held.save(update_fields=["outcome", "refusal", *changed])


def choose_replaced(file: SourceFile, replaced: SourceFile | None) -> None:
    """The file puts this earlier one right, or stands beside what is there."""
    with transaction.atomic():
        held = _held(file)
        held.replaces = replaced
        if not held.is_to_be_read:
            held.outcome = plan_of(held).counts() if held.reading else {}
        held.save(update_fields=["replaces", "outcome"])


def say_whose_words(file: SourceFile, rather: Mapping[int, int | None]) -> None:
    """Of rows put right on line, the file's words are to stand where there is a version.

    `rather` is {id of the entry: the version of it that was looked at, or None to keep it}.
    """
    with transaction.atomic():
        held = _held(file)
        for pk, version in rather.items():
            held.rather.pop(str(pk), None)
            if version is not None:
                held.rather[str(pk)] = version
        if not held.is_to_be_read and held.reading:
            held.outcome = plan_of(held).counts()
        held.save(update_fields=["rather", "outcome"])


def _held(file: SourceFile) -> SourceFile:
    """Return the file, locked; raises NotYet once it was taken in or put away."""
    rows = SourceFile.objects.select_related("chronology__review", "chronology__agency", "document")
    held = rows.defer("reading").select_for_update(of=("self",)).get(pk=file.pk)
    if not held.is_waiting:
        raise NotYet(["This file was taken in or put away. To change its rows, send a new one."])
    return held
