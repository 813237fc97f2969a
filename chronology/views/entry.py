"""One entry of a chronology."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from chronology.integrated.one import OneEntry
from chronology.models import Entry
from chronology.reader import reader_of
from chronology.receiving.afterwards import way_to_put_right
from reviews.views.case import note_opening


@require_GET
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """The row as it was written and as it was read, and what stands around it."""
    seen = Entry.objects.visible_to(request.user).filter(is_note=False)
    found = get_object_or_404(
        seen.select_related(
            "review__board", "review__incident", "agency", "file__chronology", "written_by"
        )
        .select_related("put_right_by", "typed")
        .defer("file__reading", "file__corrections", "file__outcome")
        .prefetch_related("questions", "themes", "people"),
        pk=pk,
    )
    reader = reader_of(request, found.review)
    note_opening(request, found.review, "An entry of the chronology")
    one = OneEntry(found, reader)
    may_put_right, why_not = way_to_put_right(found, request.user)
    context = {
        "entry": found,
        "review": found.review,
        "reader": reader,
        "one": one,
        "row": one.row,
        "accounts": one.accounts,
        "neighbours": one.neighbours,
        "history": one.history,
        "may_put_right": may_put_right,
        "why_not": why_not,
    }
    return render(request, "chronology/entry.html", context)
