"""Terms of reference: their page, versions, what differs between them, and how they are agreed."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from reviews import permissions
from reviews.conditions import NotYet
from reviews.forms.terms import AgreeTermsForm
from reviews.models import Review, TermsOfReference
from reviews.noting import log_about
from reviews.terms.comparison import compare
from reviews.terms.page import TermsPage
from reviews.terms.paper import WORD, word_of
from reviews.terms.sheet import sheets
from reviews.views.case import find, note_opening

WRITE = "write_terms"


def find_for_reading(request: HttpRequest, reference: str) -> Review:
    """Return the review whose terms the person may read."""
    review = find(request, reference)
    permissions.require_reader(request.user, "terms", review)
    return review


def find_for_writing(request: HttpRequest, reference: str, act: str = WRITE) -> Review:
    """Return the review whose terms the person may write, while they may be written."""
    review = find(request, reference)
    permissions.require(request.user, act, review)
    review.require_room_for(act)
    return review


def terms(request: HttpRequest, reference: str) -> HttpResponse:
    """Show what was agreed, the draft beside it, and every version."""
    review = find_for_reading(request, reference)
    note_opening(request, review, "The terms of reference")
    page = TermsPage(review, request.user)
    return render(request, "reviews/terms/terms.html", {"review": review, "page": page})


@require_POST
def start(request: HttpRequest, reference: str) -> HttpResponse:
    """Begin the next version."""
    review = find_for_writing(request, reference, "start_terms")
    news = review.record("start_terms", by=request.user, at=timezone.now())
    messages.success(request, f"{news}.")
    return redirect("terms", reference)


def discard(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask whether the draft is to go, then throw it away."""
    review = find_for_writing(request, reference, "discard_terms")
    draft = review.draft_of_terms()
    if request.method == "POST":
        news = review.record("discard_terms", by=request.user, at=timezone.now())
        messages.success(request, f"{news}.")
        return redirect("terms", reference)
    return render(request, "reviews/terms/discard.html", {"review": review, "draft": draft})


def agree(request: HttpRequest, reference: str) -> HttpResponse:
    """Record the day on which the draft was agreed, and by whom."""
    review = find_for_writing(request, reference, "agree_terms")
    draft = review.draft_of_terms()
    if missing := [sentence for _part, sentence in draft.missing()]:
        raise NotYet(missing)
    at = timezone.now()
    form = AgreeTermsForm(
        request.POST if request.method == "POST" else None,
        draft=draft,
        review=review,
        user=request.user,
        today=timezone.localdate(at),
    )
    if request.method == "POST" and form.is_valid():
        try:
            news = review.record("agree_terms", by=request.user, at=at, **form.facts())
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"{news}.")
            return redirect("terms", reference)
    context = {"review": review, "draft": draft, "form": form, "sheets": sheets(draft)}
    return render(request, "reviews/terms/agree.html", context)


def version(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Show one version, as it was agreed or stands in draft."""
    review = find_for_reading(request, reference)
    found = get_object_or_404(review.terms, version=number)
    note_opening(request, review, f"{found} of the terms of reference")
    context = {"review": review, **shown(found)}
    return render(request, "reviews/terms/version.html", context)


def shown(terms: TermsOfReference) -> dict[str, Any]:
    """Return what a page that shows the version needs."""
    return {"terms": terms, "sheets": sheets(terms), "agreements": terms.agreements.all()}


def word(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Hand over an agreed version as a Word document."""
    review = find_for_reading(request, reference)
    found = get_object_or_404(review.terms.agreed(), version=number)
    at = timezone.now()
    log_about(
        review,
        "export",
        f"{found} of the terms of reference was taken as a Word document.",
        by=request.user,
        at=at,
        version=number,
    )
    answer = HttpResponse(word_of(found), content_type=WORD)
    name = f"{review.reference} terms of reference, version {number}.docx"
    answer["Content-Disposition"] = content_disposition_header(True, name)
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def comparison(request: HttpRequest, reference: str) -> HttpResponse:
    """Show what differs between two versions; at first between the last two."""
    review = find_for_reading(request, reference)
    versions = {str(each.version): each for each in review.terms.all()}
    if len(versions) < 2:
        raise NotYet(["There is but one version of the terms of reference, so nothing to compare."])
    *_others, before, last = versions
    earlier = versions.get(request.GET.get("earlier", ""), versions[before])
    later = versions.get(request.GET.get("later", ""), versions[last])
    if earlier.version > later.version:
        earlier, later = later, earlier
    context = {
        "review": review,
        "versions": list(versions.values()),
        "earlier": earlier,
        "later": later,
        "parts": compare(earlier, later),
    }
    return render(request, "reviews/terms/comparison.html", context)
