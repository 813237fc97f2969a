"""Redacted copies that leave the board: made by one person, checked by another, for a time."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from records.scanning import is_configured
from reviews import permissions
from reviews.conditions import NotYet
from reviews.forms.documents import ReleaseCopyForm
from reviews.models import DocumentVersion, ReleaseCopy
from reviews.permissions import STAFF, holds, refusal
from reviews.views.documents import seen, sent
from reviews.views.filing import given_out, is_recorded


def make(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a redacted copy of one version."""
    version = get_object_or_404(DocumentVersion, pk=pk)
    document = seen(request, version.document_id)
    review = document.review
    permissions.require(request.user, "make_release_copy", review)
    asked = {"review": review, "user": request.user, "today": timezone.localdate()}
    asked["initial"] = ReleaseCopyForm.prefilled(review, request.GET)
    form = ReleaseCopyForm(*sent(request), **asked, version=version)
    if is_recorded("make_release_copy", form, request):
        return redirect("document", document.pk)
    context = {
        "form": form,
        "heading": f"Release copy of “{document}”, version {version.number}",
        "review": review,
        "back": document.get_absolute_url(),
        "is_scanned": is_configured(),
    }
    return render(request, "reviews/documents/form.html", context)


def found(request: HttpRequest, pk: int) -> ReleaseCopy:
    """Return the copy for those who work on the case; an agency has no sight of it."""
    copy = get_object_or_404(ReleaseCopy.objects.select_related("source", "file"), pk=pk)
    document = seen(request, copy.source.document_id)
    permissions.require_reader(request.user, "documents", document.review)
    copy.source.document = document
    return copy


@require_POST
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """A second person has read the copy against its source."""
    copy = found(request, pk)
    document = copy.source.document
    try:
        news = document.review.record(
            "check_release_copy", by=request.user, at=timezone.now(), copy=copy
        )
    except ValidationError as refused:
        raise NotYet(refused.messages) from refused
    messages.success(request, f"{news}.")
    return redirect("document", document.pk)


@require_safe
def download_copy(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Give the copy out; before it is checked to those who make and check, expired to staff."""
    copy = found(request, pk)
    review, user = copy.source.document.review, request.user
    works_on_it = any(
        refusal(user, act, review) is None for act in ("make_release_copy", "check_release_copy")
    )
    if not copy.is_checked and not works_on_it:
        raise NotYet(["This copy goes out once a second person has checked it."])
    if copy.has_expired(timezone.localdate()) and not any(holds(user, r, review) for r in STAFF):
        raise NotYet([f"This copy could be downloaded until {copy.expires_on:%-d %B %Y}."])
    what = f"Release copy {copy.pk} of document {copy.source.document_id}"
    return given_out(request, review, copy.file, what)
