"""A row that a file brought in, put right on line by its agency."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from chronology.columns import LONG, Column
from chronology.exports.lines import spoken_day
from chronology.filed import Filed
from chronology.integrated.rows import where_filed
from chronology.models import AgencyChronology, Entry
from chronology.models.typed_row import Overtaken
from chronology.permissions import require
from chronology.receiving.afterwards import filed_row, put_right, take_back
from chronology.receiving.readings import as_the_file_had_it
from chronology.typed import Checked
from chronology.views.finding import find_chronology
from chronology.views.write import CELL, choices, whole
from reviews.conditions import NotYet


def row(request: HttpRequest, pk: int, entry: int) -> HttpResponse:
    """Show the row with its cells, and put it right."""
    found = find_chronology(request, pk)
    require(request.user, "write_rows", found.review, found.agency)
    held = _entry(found, entry)
    if request.method == "POST":
        return _save(request, found, held)
    found.require_open()
    if held.withdrawn_at:
        raise NotYet(["A later file of the agency left this row out: it can be put right no more."])
    sentence = f"A row of {found.agency} was opened to be put right."
    found.note("view", sentence, by=request.user, at=timezone.now(), row=held.pk)
    return _page(request, found, filed_row(held), Checked())


def _entry(found: AgencyChronology, pk: int) -> Entry:
    rows = Entry.objects.filter(review=found.review, agency=found.agency, file__isnull=False)
    rows = rows.defer("file__reading", "file__corrections", "file__outcome")
    return get_object_or_404(rows.select_related("review", "agency", "file", "put_right_by"), pk=pk)


def _save(request: HttpRequest, found: AgencyChronology, entry: Entry) -> HttpResponse:
    version, by, at = whole(request.POST.get("version")), request.user, timezone.now()
    filed = filed_row(entry)
    sent = _sent(request, filed.columns)
    try:
        if request.POST.get("act") == "back":
            take_back(entry, version=version, by=by, at=at)
            messages.success(request, "The row says again what its file says.")
            return redirect("agency-row", found.pk, entry.pk)
        checked = put_right(entry, sent, version=version, by=by, at=at)
    except Overtaken as overtaken:
        return _overtaken(request, found, overtaken.row, sent)
    except NotYet as wait:
        return _overtaken(request, found, entry, sent, reasons=wait.reasons)
    if checked.problems:
        filed.cells = filed.told(sent)
        return _page(request, found, filed, checked, version=version)
    messages.success(request, "The row stands as you put it right.")
    for name, remark in checked.remarks.items():
        heading = next((c.heading for c in filed.columns if c.name == name), name)
        messages.warning(request, f"{heading}: {remark}")
    return redirect("agency-row", found.pk, entry.pk)


def _sent(request: HttpRequest, columns: list[Column]) -> dict[str, str]:
    """Return {column name: text}; a cell that the page did not have is not among them."""
    texts = {column.name: request.POST.get(_name(column)) for column in columns}
    return {name: text for name, text in texts.items() if text is not None}


def _name(column: Column) -> str:
    return CELL + " ".join(column.name.split())  # as browsers send it


def _page(
    request: HttpRequest,
    found: AgencyChronology,
    filed: Filed,
    checked: Checked,
    *,
    version: int | None = None,
) -> HttpResponse:
    entry = filed.entry
    fields = [_field(number, column, filed, checked) for number, column in enumerate(filed.columns)]
    context = {
        "review": found.review,
        "chronology": found,
        "entry": entry,
        "version": entry.version if version is None else version,
        "fields": fields,
        "errors": [one for one in fields if one["problem"]],
        "where": where_filed(entry),
        "read_as": spoken_day(entry),
        "filed": as_the_file_had_it(entry),
    }
    return render(request, "chronology/filed_row.html", context)


def _field(number: int, column: Column, filed: Filed, checked: Checked) -> dict[str, Any]:
    text = filed.cells[column.name]
    return {
        "id": f"cell-{number}",
        "name": _name(column),
        "heading": column.heading,
        "help": column.help,
        "text": text,
        "problem": checked.problems.get(column.name, ""),
        "is_long": column.role in LONG,
        "choices": choices(column, text),
    }


def _overtaken(
    request: HttpRequest,
    found: AgencyChronology,
    theirs: Entry,
    sent: dict[str, str],
    *,
    reasons: Sequence[str] = (),
) -> HttpResponse:
    """Show both texts; what is sent next, knowing theirs, stands, unless there are `reasons`."""
    filed = filed_row(theirs)
    mine = filed.cells | sent
    pairs = [
        {
            "heading": column.heading,
            "name": _name(column),
            "theirs": filed.cells[column.name],
            "mine": mine[column.name],
        }
        for column in filed.columns
    ]
    context = {"review": found.review, "chronology": found, "entry": theirs, "pairs": pairs}
    context["reasons"] = reasons
    return render(request, "chronology/filed_row_overtaken.html", context, status=409)
