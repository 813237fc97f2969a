"""The publication of a review: its rule, its copies, its day, and what became of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from reviews import permissions
from reviews.forms.publication import FORMS
from reviews.models import ReleaseCopy, Review
from reviews.names import names_in
from reviews.publication_page import PublicationPage
from reviews.views.case import find, note_opening
from reviews.views.recording import form_for, is_recorded

LISTED = 30


def of(request: HttpRequest, reference: str) -> Review:
    """Return the review whose publication the person may read of."""
    review = find(request, reference)
    permissions.require_reader(request.user, "publication", review)
    return review


def publication(request: HttpRequest, reference: str) -> HttpResponse:
    """What is to be published, what is in the way of it, and what became of it."""
    review = of(request, reference)
    note_opening(request, review, "The publication")
    page = PublicationPage(review, request.user, on=timezone.localdate())
    return render(request, "reviews/publication/publication.html", {"review": review, "page": page})


def paper(request: HttpRequest, reference: str) -> HttpResponse:
    """The record of the publication on one page, to be printed."""
    review = of(request, reference)
    note_opening(request, review, "The record of the publication")
    page = PublicationPage(review, request.user, on=timezone.localdate())
    copies = []
    if page.last and page.last.is_published:
        published = page.last.copies.select_related("file", "by", "checked_by", "source__document")
        copies = published.prefetch_related("scans__settled_by")
    context = {"review": review, "page": page, "copies": copies}
    return render(request, "reviews/publication/record.html", context)


def found(review: Review, pk: int) -> ReleaseCopy:
    """Return a copy without names of a document of this very review."""
    copies = ReleaseCopy.objects.without_names().filter(source__document__review=review)
    return get_object_or_404(
        copies.select_related("file", "by", "checked_by", "source__document"), pk=pk
    )


def copy(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Which names were found in one copy, and whether it may leave."""
    review = of(request, reference)
    its = found(review, pk)
    note_opening(request, review, f"What was found in release copy {pk}")
    names = names_in(review, its.file) if its.file.is_released else None
    scans = list(its.scans.select_related("by", "settled_by").order_by("-id"))
    context = {
        "review": review,
        "copy": its,
        "scan": scans[0] if scans else None,
        "earlier": scans[1:],
        "names": names.found[:LISTED] if names else (),
        "number": len(names.found) if names else 0,
        "may": {act: permissions.refusal(request.user, act, review) is None for act in FORMS},
        "is_own": its.by == request.user,
    }
    return render(request, "reviews/publication/copy.html", context)


def act(request: HttpRequest, reference: str, pk: int, act: str) -> HttpResponse:
    """Look for names in a copy, or say that it may leave."""
    if act not in FORMS:
        raise Http404
    review = of(request, reference)
    its = found(review, pk)
    heading, form_class = FORMS[act]
    form = form_for(request, review, act, form_class, copy=its)
    if is_recorded(request, review, act, form):
        return redirect("publication-copy", reference, pk)
    back = reverse("publication-copy", args=[reference, pk])
    context = {"review": review, "form": form, "heading": heading}
    return render(request, "reviews/door.html", context | {"back": back, "back_to": "Back"})
