"""What every page that takes or gives out a document does."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from records.downloads import download
from records.models import Document
from records.sealing import Tampered
from reviews.forms.case import CaseForm
from reviews.models import Review
from reviews.noting import log_about, note_infected


def is_recorded(act: str, form: CaseForm, request: HttpRequest) -> bool:
    """Return whether what was sent is recorded; the form says why where it is not."""
    if request.method != "POST":
        return False
    now = timezone.now()
    if not form.is_valid():
        note_infected(form, form.review, by=request.user, at=now)
        return False
    try:
        news = form.review.record(act, by=request.user, at=now, **form.facts())
    except ValidationError as refusal:
        form.refuse(refusal)
        return False
    messages.success(request, f"{news}.")
    for upload in form.files.values():
        if upload.notice:
            messages.info(request, upload.notice)
    return True


def given_out(
    request: HttpRequest, review: Review, document: Document, what: str
) -> HttpResponseBase:
    """Return the download, which the log names as `what`: also where it could not be opened."""
    now = timezone.now()
    try:
        response = download(document)
    except Tampered:
        sentence = f"{what} could not be opened: it is not what was kept."
        log_about(review, "find_broken", sentence, by=request.user, at=now, document=document.pk)
        raise
    log_about(
        review,
        "download",
        f"{what} was downloaded.",
        by=request.user,
        at=now,
        document=document.pk,
        sha256=document.sha256,
    )
    return response
