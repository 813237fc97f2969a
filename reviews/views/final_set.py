"""The final set: what is missing, what the board has, every set there was, and its files."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header

from records.downloads import download
from reviews import permissions
from reviews.completeness import Checklist
from reviews.conditions import NotYet
from reviews.forms.final_set import FileForSetForm
from reviews.known import Known
from reviews.models import CaseDocument, FinalSet, Review
from reviews.noting import log_about, note_infected
from reviews.packs import Pack, zipped
from reviews.packs.contents import safe_name
from reviews.publishing import recipients_for
from reviews.set_page import links_for
from reviews.statutory import Recipient
from reviews.views.case import find, note_opening


def final_set(request: HttpRequest, reference: str) -> HttpResponse:
    """What belongs in the set, what of it is on file, and the sets that the board had."""
    review = find(request, reference)
    permissions.require_reader(request.user, "final-set", review)
    note_opening(request, review, "The final set")
    sets = review.final_sets.select_related("put_by", "closed_by").order_by("-number")
    context = {
        "review": review,
        "lines": Checklist(Known(review)).lines(),
        "sets": sets,
        "links": links_for(request.user, review),
        "may_file": permissions.refusal(request.user, "file_for_set", review) is None
        and review.has_room_for("file_for_set"),
    }
    return render(request, "reviews/final_set/final_set.html", context)


def file(request: HttpRequest, reference: str) -> HttpResponse:
    """File a document of the set, as the next version of the one of its kind."""
    review = find(request, reference)
    permissions.require(request.user, "file_for_set", review)
    review.require_room_for("file_for_set")
    form = FileForSetForm(
        *((request.POST, request.FILES) if request.method == "POST" else ()),
        initial={name: request.GET.get(name, "") for name in ("kind", "agency")},
        review=review,
        user=request.user,
        today=timezone.localdate(),
    )
    if request.method == "POST" and not form.is_valid():
        note_infected(form, review, by=request.user, at=timezone.now())
    elif form.is_bound:
        messages.success(request, f"{_filed(request, review, form)}.")
        return redirect("final-set", reference)
    context = {"review": review, "form": form, "heading": "File a document of the final set"}
    return render(request, "reviews/door.html", context)


def _filed(request: HttpRequest, review: Review, form: FileForSetForm) -> str:
    """The document is on file, and the log says so; return the news."""
    sent, at = form.cleaned_data["file"], timezone.now()
    version = CaseDocument.file_next(
        review,
        sent,
        kind=form.cleaned_data["kind"],
        agency=form.cleaned_data["agency"],
        by=request.user,
        at=at,
    )
    document = version.document
    of = f" of {document.agency}" if document.agency else ""
    news = f"{document.get_kind_display()}{of}, version {version.number}, was filed"
    log_about(review, "file_for_set", f"{news}.", by=request.user, at=at)
    return news


def one(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """One set: its documents, what changed since the one before, and what became of it."""
    review = find(request, reference)
    permissions.require_reader(request.user, "final-set", review)
    found = _set(request, review, number)
    note_opening(request, review, f"{found} of the final documents")
    context = {
        "review": review,
        "final_set": found,
        "items": found.compared_with(found.previous),
        "left_out": found.left_out(found.previous),
        "may_take": found.is_agreed
        and permissions.may_read(request.user, "final-set-pack", review),
    }
    return render(request, "reviews/final_set/one.html", context)


def item(request: HttpRequest, reference: str, number: int, position: int) -> HttpResponseBase:
    """Give out one document of a set; an evaluator is given those of submitted sets alone."""
    review = find(request, reference)
    found = _set(request, review, number)
    permissions.require_reader(request.user, "final-set-item", review)
    its = get_object_or_404(found.items.select_related("version__file"), position=position)
    if not its.is_untouched():
        raise NotYet([sentence for sentence in found.touched() if its.label in sentence])
    said = f"{its.label}, version {its.number}, in {found.of_the_review} was taken."
    log_about(review, "export", said, by=request.user, at=timezone.now())
    answer = download(its.version.file)
    name = safe_name(its.position, its, its.version.file)
    answer["Content-Disposition"] = content_disposition_header(True, name)
    return answer


def pack(request: HttpRequest, reference: str, number: int) -> HttpResponseBase:
    """Give out an agreed set as one zip, for the recipient in the address or whole."""
    review = find(request, reference)
    found = _set(request, review, number)
    permissions.require_reader(request.user, "final-set-pack", review)
    if not found.is_agreed:
        raise NotYet([f"The board has not agreed {found.of_the_review}: nothing of it may leave."])
    at = timezone.now()
    made = Pack(found, _recipient(request, found), on=timezone.localdate(at))
    log_about(review, "export", f"A pack was taken: {made.described}.", by=request.user, at=at)
    answer = StreamingHttpResponse(zipped(made, at=at), content_type="application/zip")
    answer["Content-Disposition"] = content_disposition_header(True, f"{made.folder}.zip")
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _set(request: HttpRequest, review: Review, number: int) -> FinalSet:
    seen = FinalSet.objects.visible_to(request.user).select_related(
        "review__board", "put_by", "closed_by"
    )
    return get_object_or_404(seen, review=review, number=number)


def _recipient(request: HttpRequest, found: FinalSet) -> Recipient | None:
    code = request.GET.get("for")
    if not code:
        return None
    for each in recipients_for(found):
        if each.code == code:
            return each
    raise Http404
