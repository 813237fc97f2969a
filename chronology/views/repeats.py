"""Rows of one agency that look like one event told twice, side by side; the agency says which."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from chronology.integrated.rows import where_filed
from chronology.models import AgencyChronology, Entry
from chronology.models.told_twice import keep_apart, put_back, take_out
from chronology.permissions import require
from chronology.repeats import repeats
from chronology.views.finding import find_chronology
from chronology.views.write import whole
from reviews.conditions import NotYet

A_PAGE = 20
ROWS = {"first": 0, "second": 1}


def twice(request: HttpRequest, pk: int) -> HttpResponse:
    """The pairs, the likeliest first, and the rows that were taken out for another."""
    found = find_chronology(request, pk)
    require(request.user, "write_rows", found.review, found.agency)
    found.require_open()
    if request.method == "POST":
        return _settle(request, found)
    sentence = f"Rows of {found.agency} that look alike were opened."
    found.note("view", sentence, by=request.user, at=timezone.now())
    page = Paginator(repeats(found), A_PAGE).get_page(request.GET.get("page"))
    rows = _rows(found, [pk for one in page for pk in (one.first.pk, one.second.pk)])
    context = {
        "review": found.review,
        "chronology": found,
        "page": page,
        "query": request.GET,
        "pairs": [[rows[one.first.pk], rows[one.second.pk]] for one in page],
        "out": _taken_out(found),
    }
    return render(request, "chronology/told_twice.html", context)


def _rows(found: AgencyChronology, ids: list[int]) -> dict[int, tuple[Entry, str]]:
    """Return {id: (row, where it came from)}."""
    rows = Entry.objects.filter(review=found.review, agency=found.agency, pk__in=ids)
    rows = rows.select_related("file").defer("file__reading", "file__corrections", "file__outcome")
    return {row.pk: (row, where_filed(row)) for row in rows}


def _taken_out(found: AgencyChronology) -> list[Entry]:
    rows = Entry.objects.filter(review=found.review, agency=found.agency, same_as__isnull=False)
    return list(rows.select_related("same_as").in_order())


def _settle(request: HttpRequest, found: AgencyChronology) -> HttpResponse:
    sent, by, at = request.POST, request.user, timezone.now()
    ids = (whole(sent.get("first")), whole(sent.get("second")))
    act = sent.get("act", "")
    try:
        if act == "apart":
            keep_apart(found, ids, by=by, at=at)
            messages.success(request, "Both rows stand. They are not offered again.")
        elif act in ROWS:
            out, same_as = ids if act == "first" else ids[::-1]
            version = whole(sent.get(f"version-{act}"))
            take_out(found, out, same_as=same_as, version=version, by=by, at=at)
            messages.success(request, "The row was taken out. It is kept below, to be put back.")
        elif act == "back":
            put_back(found, whole(sent.get("row")), by=by, at=at)
            messages.success(request, "The row stands again.")
    except NotYet as wait:
        messages.warning(request, " ".join(wait.reasons))
    return redirect("agency-twice", found.pk)
