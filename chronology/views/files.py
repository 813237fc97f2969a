"""What an agency sent: the list of its files, a new one, the originals."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from boards.govuk.words import on_paper
from chronology.forms.files import FileForm
from chronology.models import SourceFile
from chronology.permissions import refusal
from chronology.receiving.asking import receive
from chronology.receiving.keeping import put_away
from chronology.receiving.kinds import WrongKind
from chronology.views.file_finding import (
    note_opening,
    seen_file,
    writable_chronology,
    writable_file,
)
from records.downloads import download
from records.models import Infected
from records.sealing import Tampered
from reviews.conditions import NotYet


def files(request: HttpRequest, pk: int) -> HttpResponse:
    """The files of an agency, and a form for another."""
    found = writable_chronology(request, pk)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = FileForm(*sent, sent_bytes=int(request.META.get("CONTENT_LENGTH") or 0))
    if form.is_valid():
        try:
            file, is_new = receive(
                form.cleaned_data["file"],
                name=form.file_name,
                chronology=found,
                by=request.user,
                at=timezone.now(),
            )
        except WrongKind as wrong:
            form.add_error("file", str(wrong))
        except Infected as wrong:
            form.add_error("file", wrong)
        else:
            if not is_new:
                messages.info(request, sent_before(file))
            return redirect("chronology-file", pk, file.pk)
    note_opening(request, found, "The list of files")
    sent_before_now = found.files.kept().defer("reading", "corrections")
    context = {
        "chronology": found,
        "form": form,
        "files": sent_before_now.select_related("uploaded_by").prefetch_related("replaced_by"),
    }
    return render(request, "chronology/files/files.html", context)


def sent_before(file: SourceFile) -> str:
    """Return the sentence for somebody who sends the very same file again."""
    if file.taken_at:
        day = on_paper(file.taken_at)
        return f"This is exactly the file that was taken in on {day}: nothing has changed."
    return f"This is exactly the file that was sent on {on_paper(file.uploaded_at)}."


@require_POST
def put_file_away(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """Put a file away that shall not be taken in."""
    found = writable_file(request, pk, file)
    put_away(found, by=request.user, at=timezone.now())
    messages.success(request, "The file was put away. Nothing of it is in the chronology.")
    return redirect("chronology-files", pk)


def original(request: HttpRequest, pk: int, file: int) -> HttpResponseBase:
    """Give the file out as it came, to the agency and to those who work on the case with names."""
    found = seen_file(request, pk, file)
    held = found.chronology
    refused = refusal(request.user, "write_rows", held.review, held.agency)
    if refused and refusal(request.user, "see_names", held.review):
        raise PermissionDenied(refused)
    try:
        response = download(found.document)
    except Tampered as wrong:
        raise NotYet([str(wrong)]) from wrong
    note_opening(request, held, "The original of a file")
    return response
