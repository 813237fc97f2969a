"""The page of one file: being read, refused, to be checked, or taken in."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from chronology.models import SourceFile, Work
from chronology.receiving.asking import ask_to_read, ask_to_take, last_work
from chronology.receiving.foreseeing import foresee
from chronology.receiving.outcome import Outcome
from chronology.receiving.preview import Preview
from chronology.receiving.reading_in import let_be_read
from chronology.views.file_finding import note_opening, writable_file
from chronology.views.putting_right import replaces

CHOSEN_ANEW = (
    "Nothing was taken in yet, since you chose anew what this file is. "
    "Look below at what taking it in would do now."
)
SECONDS = 3  # after which the page of work under way asks again, by itself


def page(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """Show how far the file has come."""
    found = writable_file(request, pk, file)
    work = last_work(found)
    if found.is_waiting and work and work.ended_at is None:
        return progress(request, found, work)
    if found.is_waiting and work:
        found = writable_file(request, pk, file)  # the worker may have ended in between
    note_opening(request, found.chronology, "A file")
    context = {"file": found, "chronology": found.chronology, "query": request.GET}
    if found.taken_at:
        context["outcome"] = Outcome(found, request.GET)
        return render(request, "chronology/files/outcome.html", context)
    failure = work.failure if work else ""
    if found.reading is None:
        context["reason"] = found.refusal or failure or "This file has not been read yet."
        return render(request, "chronology/files/refused.html", context)
    foresee(found)
    context |= {"preview": Preview(found, request.GET), "failure": found.refusal or failure}
    return render(request, "chronology/files/preview.html", context)


def progress(request: HttpRequest, file: SourceFile, work: Work) -> HttpResponse:
    """Say what is being done; the browser asks again by a header, which needs no script."""
    here = request.get_full_path()
    context = {"file": file, "chronology": file.chronology, "work": work, "here": here}
    response = render(request, "chronology/files/progress.html", context)
    response["Refresh"] = str(SECONDS)
    return response


@require_POST
def read_again(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """Ask a worker to read a file that was not read."""
    found = writable_file(request, pk, file)
    if found.is_waiting:
        ask_to_read(found, partial(let_be_read, found), by=request.user, at=timezone.now())
    return redirect("chronology-file", pk, file)


@require_POST
def take(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """Ask a worker to take the rows in, unless what the file is was chosen anew just now."""
    found = writable_file(request, pk, file)
    stands = str(found.replaces_id or "")
    if found.is_waiting and request.POST.get("replaces", stands) != stands:
        messages.warning(request, CHOSEN_ANEW)
        return replaces(request, pk, file)
    ask_to_take(found, by=request.user, at=timezone.now())
    return redirect("chronology-file", pk, file)
