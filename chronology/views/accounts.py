"""Accounts of the same event, side by side: confirmed, rejected, agreed, disputed, undone."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from boards.govuk.words import counted
from chronology import permissions
from chronology.accounts import ANSWERS, Pairs, answer, join, who_said_what
from chronology.forms.accounts import JoinForm
from chronology.models import Work, WorkKind
from chronology.reader import Reader, find
from chronology.views.file_page import SECONDS
from chronology.working import match_again
from reviews.views.case import note_opening

MOST_NAMED = 5  # pairs of which it is said who settled them meanwhile


def whole(request: HttpRequest, reference: str) -> Reader:
    """Return the reader of a review of which they read every agency's rows, with names."""
    reader = find(request, reference)
    permissions.require(request.user, "see_names", reader.review)
    return reader


def pairs(request: HttpRequest, reference: str) -> HttpResponse:
    """Show pairs of accounts that may tell, or tell, of one event."""
    reader = whole(request, reference)
    note_opening(request, reader.review, "Accounts of the same event")
    shown = Pairs(reader, request.GET)
    work = Work.objects.filter(review=reader.review, kind=WorkKind.MATCH).first()
    is_looking = bool(work and work.ended_at is None)
    context = {
        "reader": reader,
        "review": reader.review,
        "pairs": shown,
        "work": work if is_looking else None,
        "may_link": permissions.refusal(request.user, "link_accounts", reader.review) is None,
    }
    response = render(request, "chronology/accounts/pairs.html", context)
    if is_looking and not shown.page.object_list:
        response["Refresh"] = str(SECONDS)
    return response


@require_POST
def settle(request: HttpRequest, reference: str) -> HttpResponse:
    """Say of the chosen pairs what they are."""
    reader = whole(request, reference)
    permissions.require(request.user, "link_accounts", reader.review)
    chosen = {
        int(pk): request.POST.get(f"said-{pk}", "")
        for pk in request.POST.getlist("pair")
        if pk.isdecimal() and len(pk) < 19
    }
    said = request.POST.get("answer", "")
    if not chosen or said not in ANSWERS:
        messages.error(request, "Choose at least one pair, then say what it is.")
    else:
        at, note = timezone.now(), request.POST.get("note", "")
        given = answer(reader.review, chosen, said, note=note, by=request.user, at=at)
        if given.changed or not given.overtaken:
            messages.success(request, f"{counted(given.changed, 'pair')}: {ANSWERS[said].news}.")
        for pair in given.overtaken[:MOST_NAMED]:
            messages.warning(
                request,
                f"Left as it is, because it was answered while you were looking. "
                f"{who_said_what(pair)}. Say it again if you still see it differently.",
            )
        if given.overtaken and not given.changed:
            return redirect(
                reverse("same-event", args=[reference]) + f"?show={given.overtaken[0].status}"
            )
    back = reverse("same-event", args=[reference])
    return redirect(f"{back}?{request.POST.get('query', '')}"[:2000])


@require_POST
def look_again(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask a worker to look for accounts of the same event again."""
    reader = whole(request, reference)
    permissions.require(request.user, "link_accounts", reader.review)
    match_again(reader.review, by=request.user, at=timezone.now())
    return redirect("same-event", reference)


def link(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Link an entry by hand with what another agency wrote of about the same days."""
    reader = whole(request, reference)
    permissions.require(request.user, "link_accounts", reader.review)
    entry = get_object_or_404(reader.entries().select_related("agency"), pk=pk)
    form = JoinForm(request.POST if request.method == "POST" else None, entry=entry, reader=reader)
    if request.method == "POST" and form.is_valid():
        join(entry, form.cleaned_data["other"], by=request.user, at=timezone.now())
        messages.success(request, "The two accounts were linked.")
        return redirect("chronology-entry", pk)
    context = {"reader": reader, "review": reader.review, "entry": entry, "form": form}
    return render(request, "chronology/accounts/link.html", context)
