"""A kept file is read, and read again as a person says what a heading means or mends a row."""

from collections.abc import Mapping

from django.db import transaction

from chronology import reading
from chronology.models import AgencyChronology, SourceFile
from chronology.reading.rows import Reading, Unreadable
from chronology.receiving.lineage import supposed_predecessor
from chronology.receiving.plan import plan_of
from chronology.receiving.stored import as_json, clean, of_tables_alone
from chronology.scope import OUT_OF_SCOPE, scope_of
from records.sealing import Tampered
from reviews.conditions import NotYet

Cells = Mapping[str, str]
PERIOD = ("period_from", "period_to")


def read_in(file: SourceFile) -> None:
    """What is in the file is there to look at, or why nothing is."""
    is_first = not file.is_read
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
    said = ["reading", "refusal", "replaces", "corrections", "column_roles", "outcome", *PERIOD]
    file.save(update_fields=said)


def _read(file: SourceFile) -> Reading:
    """Return what stands in the file; raises Unreadable, Tampered.

    Where most of its rows lie outside the review's period, and it says which it covers, its rows
    are held against that: one remark on the file says more than one on every row.
    """
    content, name = file.document.read(), file.document.name
    asked = {
        "mapping": file.roles_by_heading,
        "corrections": {f"{name}#{key}": cells for key, cells in file.corrections.items()},
    }
    scope = scope_of(file.chronology.review)
    found = reading.read(content, name, scope=scope, **asked)
    outside = sum(problem.reason == OUT_OF_SCOPE for problem in found.problems)
    if found.period and found.period != scope and outside * 2 > len(found.entries):
        found = reading.read(content, name, scope=found.period, **asked)
    return found


def put_right(file: SourceFile, key: str, cells: Cells) -> list[str]:
    """The row says this instead; return the sentences of what is still wrong with it.

    `cells` is {role: text}; without any the row stands as it came.
    """
    with transaction.atomic():
        held = _held(file)
        held.corrections.pop(key, None) if not cells else held.corrections.update(
            {key: held.corrections.get(key, {}) | clean(dict(cells))}
        )
        read_in(held)
    return [
        one["sentence"] for one in (held.reading or {}).get("problems", []) if one["key"] == key
    ]


def say_what_headings_mean(file: SourceFile, roles: Cells) -> None:
    """The headings are taken for this, here and in what the agency sends from now on."""
    with transaction.atomic():
        held = _held(file)
        held.column_roles = dict(roles)
        chronology = AgencyChronology.objects.select_for_update().get(pk=held.chronology_id)
        chronology.column_roles = chronology.column_roles | held.column_roles
        chronology.save(update_fields=["column_roles"])
        held.chronology = chronology
        read_in(held)


def choose_replaced(file: SourceFile, replaced: SourceFile | None) -> None:
    """The file puts this earlier one right, or stands beside what is there."""
    with transaction.atomic():
        held = _held(file)
        held.replaces = replaced
        held.outcome = plan_of(held).counts() if held.reading else {}
        held.save(update_fields=["replaces", "outcome"])


def _held(file: SourceFile) -> SourceFile:
    """Return the file, locked; raises NotYet once it was taken in or put away."""
    rows = SourceFile.objects.select_related("chronology__review", "chronology__agency", "document")
    held = rows.select_for_update(of=("self",)).get(pk=file.pk)
    if not held.is_waiting:
        raise NotYet(["This file was taken in or put away. To change its rows, send a new one."])
    return held
