"""Rows that a file brought in are put right on line, once they stand in the chronology."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from boards.models import User
from chronology.filed import Filed
from chronology.models import AgencyChronology, Entry, Integration, RowProblem
from chronology.models.order import join_the_order
from chronology.models.typed_row import Overtaken
from chronology.permissions import refusal
from chronology.receiving.facts import Facts
from chronology.receiving.stored import Stored, revived, unread
from chronology.scope import agreed_for
from chronology.typed import Checked
from reviews.conditions import NotYet


def way_to_put_right(entry: Entry, user: User) -> tuple[bool, str]:
    """Return whether the person may put the row right now, and why not if it is not for long.

    The sentence is empty for whom the row is only to be read.
    """
    if entry.withdrawn_at or refusal(user, "write_rows", entry.review, entry.agency):
        return False, ""
    try:
        AgencyChronology.of(entry.review, entry.agency).require_open()
    except NotYet as wait:
        return False, " ".join(wait.reasons)
    return True, ""


def filed_row(entry: Entry) -> Filed:
    """Return the row with its cells as they stand."""
    return Filed.of(entry, Integration.of(entry.review))


def put_right(
    entry: Entry, sent: Mapping[str, str], *, version: int, by: User, at: datetime
) -> Checked:
    """The row says this from now on, unless something of it is to be mended: then it is said what.

    What the file says of it is kept. Raises PermissionDenied, NotYet while the board has the
    chronology, or Overtaken when the row is no longer at `version`.
    """
    with transaction.atomic():
        chronology, held = _held(entry, by)
        row = filed_row(held)
        cells = row.told(sent)
        if not row.is_changed(cells) and held.withdrawn_at is None:
            return Checked()
        _require(held, version)
        found = row.checked(cells, scope=agreed_for(held.review))
        if found.problems or found.facts is None:
            return found
        filed = held.as_filed or unread(held)
        _say(held, found.facts, at=at)
        held.as_filed, held.put_right_by, held.put_right_at = filed, by, at
        held.save()
        join_the_order(chronology)
        _settle(held, by=by, at=at)
        _note(chronology, held, "was put right on line", by=by, at=at)
    return found


def take_back(entry: Entry, *, version: int, by: User, at: datetime) -> None:
    """The row says again what its file says. Raises as `put_right`."""
    with transaction.atomic():
        chronology, held = _held(entry, by)
        if not held.is_put_right and held.withdrawn_at is None:
            return
        _require(held, version)
        _say(held, revived(held.as_filed), at=at)
        held.as_filed, held.put_right_by, held.put_right_at = {}, None, None
        held.save()
        join_the_order(chronology)
        _problems(held).update(settled_at=None, settled_by=None)
        _note(chronology, held, "has the words of its file again", by=by, at=at)


def _held(entry: Entry, by: User) -> tuple[AgencyChronology, Entry]:
    """Return the row as it stands, which nobody else changes meanwhile, nor a file."""
    chronology = AgencyChronology.of(entry.review, entry.agency).opened_by(by)
    rows = Entry.objects.select_related("review", "agency", "file", "put_right_by")
    held = rows.select_for_update(of=("self",)).get(pk=entry.pk)
    if held.file_id is None:
        raise NotYet(["This row was typed on line: change it among the rows that were typed."])
    return chronology, held


def _require(entry: Entry, version: int) -> None:
    if entry.withdrawn_at or entry.version != version:
        raise Overtaken(entry)


def _say(entry: Entry, fields: Stored, *, at: datetime) -> None:
    """It says this, also of the child."""
    rows = Entry.objects.standing().filter(review=entry.review_id, agency=entry.agency_id)
    has_column = rows.filter(child_seen_from="column").exists()
    facts = Facts(entry.review, entry.agency, has_seen_column=has_column)
    entry.say(facts.told_by(fields), at=at)


def _problems(entry: Entry) -> QuerySet[RowProblem]:
    return RowProblem.objects.filter(file=entry.file_id, key=entry.key).exclude(fate="reject")


def _settle(entry: Entry, *, by: User, at: datetime) -> None:
    """Somebody has looked at what was doubted: what is no longer so is to be mended no more."""
    open_yet = _problems(entry).filter(settled_at=None).exclude(reason__in=entry.flags)
    open_yet.update(settled_at=at, settled_by=by)


def _note(chronology: AgencyChronology, entry: Entry, what: str, *, by: User, at: datetime) -> None:
    sentence = f"A row of a file of {chronology.agency} {what}."
    chronology.note("put_row_right", sentence, by=by, at=at, row=entry.pk, version=entry.version)
