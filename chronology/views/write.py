"""Typing on line: a grid of rows, each of which is a form of its own."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from boards.govuk.words import moment_on_paper
from chronology.columns import CHOICES, LONG, Column
from chronology.models import AgencyChronology, Integration, TypedRow
from chronology.models.typed_row import Overtaken
from chronology.permissions import require
from chronology.views.finding import find_chronology
from reviews.conditions import NotYet

PAGE_SIZE = 50
CELL = "cell:"
STEPS = {"up": -1, "down": 1}


def write(request: HttpRequest, pk: int) -> HttpResponse:
    """The rows that were typed, fifty a page, and an empty one below them."""
    found = find_chronology(request, pk)
    require(request.user, "write_rows", found.review, found.agency)
    found.require_open()
    found.note(
        "view", f"The typed rows of {found.agency} were opened.", by=request.user, at=timezone.now()
    )
    return render(request, "chronology/write.html", page_of(request, found))


def page_of(request: HttpRequest, found: AgencyChronology) -> dict[str, Any]:
    """Return what the grid shows."""
    columns = Integration.of(found.review).asked
    rows = found.typed_rows.standing().select_related("entry", "by").in_order()
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    return {
        "review": found.review,
        "chronology": found,
        "columns": columns,
        "page": page,
        "rows": [drawn(columns, row) for row in page],
        "new": drawn(columns, None) | {"token": uuid.uuid4().hex},
    }


def drawn(columns: list[Column], row: TypedRow | None) -> dict[str, Any]:
    """Return what the page draws of a row, or of an empty one."""
    cells = row.cells if row else {}
    problems, remarks = (row.problems, row.remarks) if row else ({}, {})
    name = f"r{row.number}" if row else "new"
    return {
        "row": row,
        "name": name,
        "cells": [
            {
                "column": column,
                "place": place,
                "id": f"{name}-{place}",
                "name": f"{CELL}{column.name}",
                "text": cells.get(column.name, ""),
                "problem": problems.get(column.name, ""),
                "remark": remarks.get(column.name, ""),
                "is_long": column.role in LONG,
                "choices": choices(column, cells.get(column.name, "")),
            }
            for place, column in enumerate(columns)
        ],
    }


def choices(column: Column, text: str) -> list[str]:
    """Return what may be chosen in the cell, and what stands there if it is something else."""
    offered = list(CHOICES.get(column.role, ()))
    return [*offered, text] if offered and text and text not in offered else offered


class Unsure(Exception):
    """A row would be removed without having been asked back."""

    def __init__(self, row: TypedRow) -> None:
        super().__init__(f"Remove {row}?")
        self.row = row


@require_POST
def row(request: HttpRequest, pk: int) -> HttpResponse:
    """Add, change, move or remove one row: answered as JSON to the grid's script, else a page."""
    found = find_chronology(request, pk)
    is_script = "application/json" in request.headers.get("Accept", "")
    try:
        saved = _done(request, found)
    except Overtaken as overtaken:
        return _overtaken(request, found, overtaken.row, is_script=is_script)
    except Unsure as asked:
        context = {"review": found.review, "chronology": found, "row": asked.row}
        context["cells"] = drawn(Integration.of(found.review).asked, asked.row)["cells"]
        return render(request, "chronology/remove.html", context)
    except NotYet as refusal:
        if is_script:
            return JsonResponse({"sentence": " ".join(refusal.reasons)}, status=409)
        if request.POST.get("act") not in STEPS:
            raise
        messages.info(request, " ".join(refusal.reasons))
        saved = None
    if is_script:
        return JsonResponse(facts(saved) if saved else {"removed": True})
    page = request.GET.get("page", "1")
    where = f"#{f'r{saved.number}' if saved else 'new'}"
    return redirect(f"{reverse('agency-write', args=[pk])}?page={page}{where}")


def _done(request: HttpRequest, found: AgencyChronology) -> TypedRow | None:
    sent, by, at = request.POST, request.user, timezone.now()
    cells = {name.removeprefix(CELL): text for name, text in sent.items() if name.startswith(CELL)}
    if not sent.get("number"):
        after = found.typed_rows.standing().filter(number=whole(sent.get("after"))).first()
        token = sent.get("token", "")[:40] or uuid.uuid4().hex
        return TypedRow.add(found, cells, token=token, by=by, at=at, after=after)
    typed = get_object_or_404(found.typed_rows, number=whole(sent["number"]))
    act, version = sent.get("act", "save"), whole(sent.get("version"))
    if act == "remove" and "sure" not in sent:
        raise Unsure(typed)
    if act == "remove":
        typed.remove(version=version, by=by, at=at)
        return None
    if act in STEPS:
        typed.move(STEPS[act], by=by, at=at)
        return typed
    return typed.change(cells, version=version, by=by, at=at)


def _overtaken(
    request: HttpRequest, found: AgencyChronology, theirs: TypedRow, *, is_script: bool
) -> HttpResponse:
    """Show both texts; what is sent next, knowing theirs, stands."""
    if is_script:
        answer = facts(theirs) | {"by": str(theirs.by), "at": moment_on_paper(theirs.at)}
        return JsonResponse(answer | {"removed": theirs.removed_at is not None}, status=409)
    columns = Integration.of(found.review).asked
    pairs = [
        {"heading": c.heading, "name": f"{CELL}{c.name}", "mine": mine, "theirs": text}
        for c in columns
        for mine, text in [(request.POST.get(f"{CELL}{c.name}", ""), theirs.cells.get(c.name, ""))]
    ]
    context = {"review": found.review, "chronology": found, "row": theirs, "pairs": pairs}
    return render(request, "chronology/overtaken.html", context, status=409)


def facts(typed: TypedRow) -> dict[str, Any]:
    """Return a row as the grid's script takes it."""
    return {
        "number": typed.number,
        "version": typed.version,
        "cells": {f"{CELL}{name}": text for name, text in typed.cells.items()},
        "problems": {f"{CELL}{name}": sentence for name, sentence in typed.problems.items()},
        "remarks": {f"{CELL}{name}": sentence for name, sentence in typed.remarks.items()},
        "isTaken": typed.entry_id is not None,
    }


def whole(text: str | None) -> int:
    """Return the number, 0 when it is none."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0
