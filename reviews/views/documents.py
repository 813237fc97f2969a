"""The documents of a case: the list, each with its versions, and the ways to file one."""

from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.models import User
from records.scanning import is_configured
from reviews import permissions
from reviews.forms.documents import FileDocumentForm, SendDocumentForm, VersionForm
from reviews.models import CaseDocument, DocumentVersion, Review
from reviews.models.case_document import agencies_of
from reviews.noting import log_about
from reviews.permissions import may_read, refusal
from reviews.sections import sections_of_document
from reviews.views import commissions
from reviews.views.case import find
from reviews.views.filing import given_out, is_recorded

NEWEST_FIRST = DocumentVersion.objects.select_related("file", "by").order_by("-number")


@require_safe
def documents(request: HttpRequest, reference: str) -> HttpResponse:
    """Every document of the case, by kind, as it stands now."""
    review = find(request, reference)
    permissions.require_reader(request.user, "documents", review)
    filed = review.documents.select_related("agency")
    context = {
        "review": review,
        "documents": filed.prefetch_related(Prefetch("versions", NEWEST_FIRST, "newest_first")),
        "refused": review.refused_files.select_related("by"),
        "may_file": _may(request.user, "file_document", review),
        "is_scanned": is_configured(),
    }
    return render(request, "reviews/documents/list.html", context)


def file_document(request: HttpRequest, reference: str) -> HttpResponse:
    """File a document with its first version."""
    review = find(request, reference)
    permissions.require(request.user, "file_document", review)
    form = FileDocumentForm(*sent(request), **_asked(request, review))
    if is_recorded("file_document", form, request):
        return redirect("documents", reference)
    return _form(request, form, "File a document", review=review, back=_list_of(review))


def send_document(request: HttpRequest, pk: int) -> HttpResponse:
    """An agency sends a document for what it is asked for."""
    commission = commissions.find(request, pk)
    review = commission.review
    permissions.require(request.user, "send_document", review)
    form = SendDocumentForm(*sent(request), **_asked(request, review), commission=commission)
    if is_recorded("send_document", form, request):
        return redirect("commission", pk)
    back = f"/commissions/{pk}/"
    return _form(request, form, f"Send a document: {commission}", review=review, back=back)


def seen(request: HttpRequest, pk: int) -> CaseDocument:
    """Return the document if the person may read it; to others it does not exist."""
    visible = CaseDocument.objects.visible_to(request.user).select_related("review__board")
    document = get_object_or_404(visible.select_related("agency", "by"), pk=pk)
    if document.agency_id not in agencies_of(request.user):
        permissions.require_reader(request.user, "documents", document.review)
    return document


@require_safe
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """One document: every version, and for those who work on the case its release copies."""
    found = seen(request, pk)
    review, user = found.review, request.user
    reads_the_file = may_read(user, "documents", review)
    log_about(review, "view", f"Document {pk} was opened.", by=user, at=timezone.now())
    copies = list(found.release_copies()) if reads_the_file else []
    context = {
        "document": found,
        "versions": found.versions.select_related("file", "by").order_by("-number"),
        "copies": copies,
        "sections": sections_of_document(found, copies, user) if reads_the_file else [],
        "reads_the_file": reads_the_file,
        "may_add": _may(user, "add_document_version", review),
        "may_release": _may(user, "make_release_copy", review),
        "may_check": _may(user, "check_release_copy", review),
        "user": user,
        "on": timezone.localdate(),
        "is_scanned": is_configured(),
    }
    return render(request, "reviews/documents/document.html", context)


def add_version(request: HttpRequest, pk: int) -> HttpResponse:
    """File another version; those before it stay."""
    found = seen(request, pk)
    permissions.require(request.user, "add_document_version", found.review)
    form = VersionForm(*sent(request), **_asked(request, found.review), document=found)
    if is_recorded("add_document_version", form, request):
        return redirect("document", pk)
    heading, back = f"New version of “{found}”", found.get_absolute_url()
    return _form(request, form, heading, review=found.review, back=back)


@require_safe
def download_version(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Give one version out, to whoever may read the document."""
    version = get_object_or_404(DocumentVersion.objects.select_related("file"), pk=pk)
    found = seen(request, version.document_id)
    what = f"Version {version.number} of document {found.pk}"
    return given_out(request, found.review, version.file, what)


def sent(request: HttpRequest) -> tuple[Any, ...]:
    """Return what was sent, as a form takes it."""
    return (request.POST, request.FILES) if request.method == "POST" else ()


def _asked(request: HttpRequest, review: Review) -> dict[str, Any]:
    return {"review": review, "user": request.user, "today": timezone.localdate()}


def _may(user: User, act: str, review: Review) -> bool:
    return refusal(user, act, review) is None


def _list_of(review: Review) -> str:
    return f"{review.get_absolute_url()}documents/"


def _form(
    request: HttpRequest, form: Any, heading: str, *, review: Review, back: str
) -> HttpResponse:
    context = {
        "form": form,
        "heading": heading,
        "review": review,
        "back": back,
        "is_scanned": is_configured(),
    }
    return render(request, "reviews/documents/form.html", context)
