"""The page of silence, and the thresholds from which silence is too long."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from chronology import permissions
from chronology.forms.thresholds import ThresholdsForm
from chronology.reader import Reader, find
from chronology.silence_page import SilencePage
from reviews.noting import log_about
from reviews.views.case import note_opening


def silence(request: HttpRequest, reference: str) -> HttpResponse:
    """Spans without contact, and without the child being seen, alone or heard."""
    reader = find(request, reference)
    reads_words = request.GET.get("words") == "read"
    page = SilencePage(reader, on=timezone.localdate(), reads_words=reads_words)
    form = ThresholdsForm(request.POST or None, kept=reader.thresholds)
    if request.method == "POST":
        permissions.require(request.user, "set_columns", reader.review)
        if form.is_valid():
            _keep(request, reader, form)
            return redirect("chronology-silence", reference=reference)
    else:
        note_opening(request, reader.review, "The silence in the chronology")
    context = {
        "reader": reader,
        "review": reader.review,
        "page": page,
        "tables": page.tables,
        "by_agency": page.by_agency,
        "missed": page.missed,
        "unasked": page.unasked,
        "ask_href": page.ask_href,
        "form": form,
        "may_set": permissions.refusal(request.user, "set_columns", reader.review) is None,
    }
    return render(request, "chronology/silence.html", context)


def _keep(request: HttpRequest, reader: Reader, form: ThresholdsForm) -> None:
    """The thresholds hold for everybody, and the log says from which day on."""
    kept = form.keep()
    log_about(
        reader.review,
        "set_thresholds",
        f"Silence is too long from {kept.no_contact_days} days without contact and "
        f"{kept.not_seen_days} days without the child being seen.",
        by=request.user,
        at=timezone.now(),
    )
    messages.success(request, "The thresholds were changed.")
