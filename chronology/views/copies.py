"""Copies of the chronology: asked for, prepared in a worker, scanned, and handed over."""

import io

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from boards.govuk.words import counted
from chronology import permissions
from chronology.forms.copies import CopyForm, OverrideForm, PasswordForm
from chronology.integrated.page import Integrated
from chronology.models import Release, Work, WorkKind
from chronology.models.release import ASKED_FOR_IT
from chronology.reader import HANDED, Reader
from chronology.views.file_page import SECONDS
from chronology.working import prepare_copy
from records.protecting import may_carry_a_password, protected
from reviews.models import Review
from reviews.noting import log_about
from reviews.views.case import find

LISTED = 50


def _form(request: HttpRequest, reader: Reader) -> CopyForm:
    return CopyForm(
        request.POST if request.method == "POST" else None,
        sees_names=reader.sees_names,
        handed=Integrated(reader, request.GET).handed,
        has_unfinished=bool(reader.unfinished),
    )


def _asked(request: HttpRequest, form: CopyForm) -> QueryDict:
    """Return what the copy shall hold: the address, but for what the form says of its rows."""
    address = request.GET.copy()
    if form.is_bound and form.is_valid() and form.cleaned_data.get("rows"):
        address[HANDED] = form.cleaned_data["rows"]
    return address


def copies(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask for a copy of what the address chooses; list those made before."""
    review = find(request, reference)
    permissions.require(request.user, "export", review)
    reader = Reader(request.user, review)
    form = _form(request, reader)
    chosen = Integrated(reader, _asked(request, form))
    if request.method == "POST" and form.is_valid():
        release = Release.ask(
            review,
            form=form.cleaned_data["form"],
            is_anonymised=form.cleaned_data["names"] == "hidden",
            query=chosen.address.urlencode(),
            chosen=chosen.chosen,
            by=request.user,
            at=timezone.now(),
        )
        prepare_copy(release)
        return redirect("copy", release.pk)
    context = {
        "review": review,
        "form": form,
        "shown": chosen.shown,
        "chosen": chosen,
        "unfinished": reader.unfinished,
        "earlier": review.releases.select_related("by", "overridden_by")[:LISTED],
    }
    return render(request, "chronology/copies/copies.html", context)


def found(request: HttpRequest, pk: int) -> Release:
    seen = Release.objects.visible_to(request.user).select_related(
        "review__board", "document", "by", "overridden_by"
    )
    release = get_object_or_404(seen, pk=pk)
    permissions.require(request.user, "export", release.review)
    if not release.is_anonymised:
        permissions.require(request.user, "see_names", release.review)
    return release


def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far the copy has come, what the scan found, and how to have it."""
    release = found(request, pk)
    work = Work.objects.filter(kind=WorkKind.EXPORT, subject_id=release.pk).first()
    may_override = (
        release.is_held
        and release.by != request.user
        and permissions.refusal(request.user, "override_leaks", release.review) is None
    )
    context = {
        "release": release,
        "work": work,
        "may_override": may_override,
        "may_be_locked": bool(release.document)
        and may_carry_a_password(release.document.media_type),
    }
    answer = render(request, "chronology/copies/copy.html", context)
    if work and work.ended_at is None:
        answer["Refresh"] = str(SECONDS)  # asks again by itself, without a script
    return answer


@require_POST
def hide(request: HttpRequest, pk: int) -> HttpResponse:
    """Prepare a held copy anew, with what the scan found hidden as well."""
    held = found(request, pk)
    if not held.is_held:
        return redirect("copy", pk)
    release = Release.ask(
        held.review,
        form=held.form,
        is_anonymised=True,
        query=held.query,
        chosen=held.chosen,
        also_hidden=[*held.also_hidden, *held.leaks],
        by=request.user,
        at=timezone.now(),
    )
    prepare_copy(release)
    return redirect("copy", release.pk)


def override(request: HttpRequest, pk: int) -> HttpResponse:
    """A second person lets a held copy leave, and says why."""
    release = found(request, pk)
    permissions.require(request.user, "override_leaks", release.review)
    if not release.is_held:
        return redirect("copy", pk)
    if release.by == request.user:
        raise PermissionDenied(ASKED_FOR_IT)
    form = OverrideForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        at = timezone.now()
        try:
            release.override(because=form.cleaned_data["reasons"], by=request.user, at=at)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            told(request, release, "override_leaks", f"{release} may leave in spite of the scan.")
            messages.success(request, "The copy may leave.")
            return redirect("copy", pk)
    return render(request, "chronology/copies/override.html", {"release": release, "form": form})


def download(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand over the very file that was scanned."""
    release = found(request, pk)
    if not release.may_leave:
        return redirect("copy", pk)
    _taken(request, release)
    answer = StreamingHttpResponse(
        release.document.chunks(), content_type=release.document.media_type
    )
    answer["Content-Disposition"] = content_disposition_header(True, release.document.name)
    answer["Content-Length"] = release.document.size
    return answer


def locked(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand over the file that was scanned, with a password on it that is kept nowhere."""
    release = found(request, pk)
    if not release.may_leave or not may_carry_a_password(release.document.media_type):
        return redirect("copy", pk)
    form = PasswordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        document, password = release.document, form.cleaned_data["password"]
        content = protected(io.BytesIO(b"".join(document.chunks())), document.media_type, password)
        _taken(request, release, "locked with a password")
        return FileResponse(
            content, as_attachment=True, filename=document.name, content_type=document.media_type
        )
    return render(request, "chronology/copies/locked.html", {"release": release, "form": form})


def _taken(request: HttpRequest, release: Release, *besides: str) -> None:
    kind = "anonymised" if release.is_anonymised else "named"
    facts = ", ".join((kind, counted(release.rows, "row"), *besides))
    told(request, release, "export", f"{release} was taken ({facts}).")


def told(request: HttpRequest, release: Release, verb: str, sentence: str) -> None:
    review: Review = release.review
    log_about(
        review,
        verb,
        sentence,
        by=request.user,
        at=timezone.now(),
        release=release.pk,
    )
