"""What a person says of a file before it is taken in: a row, its headings, what it replaces."""

from functools import partial
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from chronology.models import SourceFile
from chronology.reading.rows import Role
from chronology.receiving.asking import ask_to_read
from chronology.receiving.doubts import cells_of, sentences_of
from chronology.receiving.lineage import choices
from chronology.receiving.preview import headings_of
from chronology.receiving.reading_in import (
    choose_replaced,
    put_right,
    say_what_headings_mean,
    say_whose_words,
)
from chronology.receiving.words import where
from chronology.views.file_finding import writable_file

ROLES = frozenset(str(role) for role in Role)


@require_POST
def row(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """Put one row right, or let it stand again as it came."""
    found = writable_file(request, pk, file)
    key, undo = request.POST.get("key", ""), "undo" in request.POST
    shown = cells_of(found, key)
    if shown is None:
        raise Http404
    cells = {} if undo else changed(request.POST, shown)
    if not cells and not undo:
        messages.info(request, f"Nothing was changed in {where(key)}.")
        return _back(request, found)
    ask_to_read(found, partial(put_right, found, key, cells), by=request.user, at=timezone.now())
    found.refresh_from_db(fields=["outcome", "refusal"])
    if found.is_to_be_read:
        messages.info(request, f"The file is being read again with {where(key)} as it is now.")
    else:
        _tell(request, found, key, is_undone=undo)
    return _back(request, found)


def _tell(request: HttpRequest, file: SourceFile, key: str, *, is_undone: bool) -> None:
    file.refresh_from_db(fields=["reading"])
    wrong = sentences_of(file, key)
    if is_undone:
        messages.success(request, f"Your change to {where(key)} was taken back.")
    elif wrong:
        messages.warning(request, f"There is still something in {where(key)}. {' '.join(wrong)}")
    else:
        messages.success(request, f"This is right now: {where(key)}.")


def changed(sent: QueryDict, shown: dict[str, str]) -> dict[str, str]:
    """Return {role: text} of the cells that are not as they were shown."""
    texts = {role: sent.get(f"is-{role}") for role in ROLES | shown.keys()}
    return {
        role: _text(text)
        for role, text in texts.items()
        if text is not None and _text(text) != _text(shown.get(role, ""))
    }


def _text(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _back(request: HttpRequest, file: SourceFile) -> HttpResponseRedirect:
    """Return to the place in the list from which the person came."""
    page = request.POST.get("page", "1")
    query = urlencode({"show": "problems", "page": page if page.isdecimal() else "1"})
    here = reverse("chronology-file", args=[file.chronology_id, file.pk])
    return redirect(f"{here}?{query}")


@require_POST
def headings(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """Say what the headings mean; the file is read again, and the next ones of the agency too."""
    found = writable_file(request, pk, file)
    known, roles = {one["heading"] for one in headings_of(found)}, {}
    for name, heading in request.POST.items():
        role = request.POST.get(f"role-{name.removeprefix('heading-')}", "")
        if name.startswith("heading-") and heading in known and role in ROLES:
            roles[heading] = role
    change = partial(say_what_headings_mean, found, roles)
    ask_to_read(found, change, by=request.user, at=timezone.now())
    messages.success(request, "The file is read again. What you said is remembered.")
    here = reverse("chronology-file", args=[pk, file])
    return redirect(f"{here}?show=headings")


@require_POST
def replaces(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """Say whether the file puts an earlier one right or stands beside it."""
    found = writable_file(request, pk, file)
    chosen = request.POST.get("replaces", "")
    earlier = next((one for one in choices(found) if str(one.pk) == chosen), None)
    choose_replaced(found, earlier)
    return redirect("chronology-file", pk, file)


@require_POST
def whose_words(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """Say of rows put right on line whether that stands or what the file says."""
    found = writable_file(request, pk, file)
    rather: dict[int, int | None] = {}
    for name, said in request.POST.items():
        row = name.removeprefix("whose-")
        if row != name and row.isdecimal() and len(row) < 19:
            version = request.POST.get(f"version-{row}", "")
            takes = said == "file" and version.isdecimal() and len(version) < 10
            rather[int(row)] = int(version) if takes else None
    say_whose_words(found, rather)
    messages.success(request, "What you said is kept. Nothing changes before the file is taken in.")
    here = reverse("chronology-file", args=[pk, file])
    page = request.POST.get("page", "1")
    query = urlencode({"show": "changes", "page": page if page.isdecimal() else "1"})
    return redirect(f"{here}?{query}")
