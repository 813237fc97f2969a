"""What agencies are asked to write: the columns, their order, and the words above them."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from boards.govuk.words import listed
from chronology.forms.columns import ColumnsForm, KeepModelForm, columns_sent, rearranged
from chronology.library import LIBRARY
from chronology.models import AgencyChronology, Integration, ModelTemplate
from chronology.views.finding import find_review
from records.models import AuditEvent
from reviews.conditions import NotYet
from reviews.models import Review
from reviews.noting import log_about


def handed_in(review: Review) -> list[str]:
    """Return the names of the agencies that wrote for the columns as they are."""
    done = AgencyChronology.objects.filter(review=review, submissions__isnull=False).distinct()
    return [str(each.agency) for each in done.select_related("agency")]


def columns(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask what agencies write; every button sends all of the page, only one of them stores it."""
    review = find_review(request, reference, "set_columns")
    told = handed_in(review)
    if request.method == "POST":
        return _pressed(request, review, told)
    if told and "anyway" not in request.GET:
        context = {"review": review, "agencies": listed(told)}
        return render(request, "chronology/columns_locked.html", context)
    return _page(request, review, ColumnsForm.of(Integration.of(review), told), told)


def _pressed(request: HttpRequest, review: Review, told: list[str]) -> HttpResponse:
    sent, act = columns_sent(request.POST), request.POST.get("act", "save")
    if act != "save":
        kept = {name: request.POST.get(name) for name in ("detail", "preamble", "version")}
        sent = rearranged(sent, act, request.POST.get("add", ""))
        return _page(request, review, ColumnsForm.showing(sent, told, **kept), told)
    form = ColumnsForm(request.POST, columns=sent, told=told)
    if not form.is_valid():
        return _page(request, review, form, told)
    try:
        _store(request, review, form, told)
    except NotYet:
        return _overtaken(request, review, form, told)
    messages.success(request, "What agencies are asked to write was saved.")
    return redirect("chronology-preview", reference=review.reference)


def _store(request: HttpRequest, review: Review, form: ColumnsForm, told: list[str]) -> None:
    facts = form.cleaned_data
    with transaction.atomic():
        Integration.of(review).ask_for(
            form.columns,
            detail=facts["detail"],
            preamble=facts["preamble"],
            version=facts["version"] or 0,
        )
        log_about(
            review,
            "set_columns",
            "What agencies are asked to write was changed.",
            by=request.user,
            at=timezone.now(),
            headings=[column.heading for column in form.columns],
            to_be_told=told,
        )


def _overtaken(
    request: HttpRequest, review: Review, form: ColumnsForm, told: list[str]
) -> HttpResponse:
    """Somebody else saved first: show theirs beside what was sent, which is not lost."""
    theirs, facts = Integration.of(review), form.cleaned_data
    mine = {"detail": facts["detail"], "preamble": facts["preamble"]}
    again = ColumnsForm.showing(form.columns, told, version=theirs.version, **mine)
    saved = AuditEvent.objects.about(review).filter(verb="set_columns").select_related("by")
    theirs_last = {"theirs": theirs, "saved": saved.order_by("-at", "-pk").first()}
    answer = _page(request, review, again, told, **theirs_last)
    answer.status_code = 409
    return answer


def _page(
    request: HttpRequest, review: Review, form: ColumnsForm, told: list[str], **besides: object
) -> HttpResponse:
    context = {"review": review, "form": form, "told": listed(told) if told else "", **besides}
    return render(request, "chronology/columns.html", context)


def model(request: HttpRequest, reference: str) -> HttpResponse:
    """Show the models to begin from; the columns page then shows the chosen one, unsaved."""
    review = find_review(request, reference, "set_columns")
    own = ModelTemplate.objects.visible_to(request.user).filter(board=review.board_id)
    chosen = request.POST.get("model", "")
    is_number = chosen.isdecimal() and len(chosen) < 19
    mine = own.filter(pk=chosen).first() if is_number else None
    if found := LIBRARY.get(chosen) or mine:
        told = handed_in(review)
        form = ColumnsForm.showing(
            list(found.asked),
            told,
            detail=found.detail,
            preamble=found.preamble,
            version=Integration.of(review).version,
        )
        return _page(request, review, form, told)
    context = {"review": review, "library": LIBRARY.values(), "own": own}
    return render(request, "chronology/model.html", context)


def keep_model(request: HttpRequest, reference: str) -> HttpResponse:
    """Keep what this review asks for as a model of the board."""
    review = find_review(request, reference, "set_columns")
    form = KeepModelForm(request.POST or None, board=review.board)
    if request.method == "POST" and form.is_valid():
        at, name = timezone.now(), form.cleaned_data["name"]
        ModelTemplate.keep(Integration.of(review), name=name, by=request.user, at=at)
        messages.success(request, f"“{name}” can be chosen in every review of the board.")
        return redirect("chronology-columns", reference=review.reference)
    context = {
        "review": review,
        "form": form,
        "heading": "Keep the columns as a model for our board",
        "back": reverse("chronology-columns", args=[review.reference]),
    }
    return render(request, "chronology/form.html", context)
