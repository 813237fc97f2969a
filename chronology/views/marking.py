"""Entries are linked to key questions and themes, many at a time."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from boards.govuk.words import counted
from chronology import permissions
from chronology.marking import NotMarked, mark_entries
from chronology.models import Entry
from chronology.reader import Reader, find


@require_POST
def mark(request: HttpRequest, reference: str) -> HttpResponse:
    """The ticked rows are linked, or no longer linked, and the list is shown as it was."""
    reader = find(request, reference)
    _mark(request, reader, request.POST.getlist("entry"))
    query = request.POST.get("query", "")
    return HttpResponseRedirect(f"{reverse('chronology', args=[reference])}?{query}")


@require_POST
def mark_one(request: HttpRequest, pk: int) -> HttpResponse:
    """This entry is linked, or no longer linked."""
    seen = Entry.objects.visible_to(request.user).select_related("review")
    entry = get_object_or_404(seen, pk=pk)
    _mark(request, Reader(request.user, entry.review), [str(pk)])
    return redirect("chronology-entry", pk=pk)


def _mark(request: HttpRequest, reader: Reader, chosen: list[str]) -> None:
    permissions.require(request.user, "mark_entries", reader.review)
    try:
        rows, name = mark_entries(
            reader,
            chosen,
            to=request.POST.get("to", ""),
            new_theme=request.POST.get("new_theme", ""),
            take_away=request.POST.get("act") == "remove",
            by=request.user,
            at=timezone.now(),
        )
    except NotMarked as reason:
        messages.warning(request, str(reason))
        return
    said = "no longer linked to" if request.POST.get("act") == "remove" else "linked to"
    messages.success(request, f"{counted(rows, 'row')} {said} {name}.")
