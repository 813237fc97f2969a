"""The integrated chronology of a review."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from chronology.glossary import told_by
from chronology.integrated.page import Integrated
from chronology.reader import find
from reviews.views.case import note_opening


@require_GET
def chronology(request: HttpRequest, reference: str) -> HttpResponse:
    """Every agency's rows together, oldest first, as the address narrows them."""
    reader = find(request, reference)
    note_opening(request, reader.review, "The chronology")
    integrated = Integrated(reader, request.GET)
    context = {
        "reader": reader,
        "review": reader.review,
        "integrated": integrated,
        "shown": integrated.shown,
        "rows": integrated.rows,
        "page": integrated.page,
        "abbreviations": told_by(reader),
    }
    return render(request, "chronology/integrated.html", context)
