"""The timeline of a review's chronology."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from chronology.reader import find
from chronology.timeline.page import TimelinePage
from reviews.views.case import note_opening


@require_GET
def timeline(request: HttpRequest, reference: str) -> HttpResponse:
    """A lane for each agency, whole or of the year that the address names, and a table of it."""
    reader = find(request, reference)
    note_opening(request, reader.review, "The timeline of the chronology")
    page = TimelinePage(reader, request.GET.get("year", ""))
    context = {"reader": reader, "review": reader.review, "page": page}
    if page.contacts:
        context |= {
            "lanes": page.drawn,
            "rules": page.rules,
            "lines": page.lines,
            "gaps": page.gaps_shown,
        }
    return render(request, "chronology/timeline.html", context)
