"""The draft of the terms, part by part: two people may write, and nothing typed is lost."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from reviews.forms.terms import PARTS, LibraryForm, PartForm, QuestionsForm
from reviews.models import LibraryQuestion, NoDraftOfTerms, Review, TermsSavedMeanwhile
from reviews.models.terms import Content, Part, TermsOfReference
from reviews.permissions import refusal
from reviews.statutory import NoTimeLeft, UnknownHolidays
from reviews.terms.comparison import differences
from reviews.terms.planning import Watch, planned, refusal_to_plan
from reviews.terms.sheet import names_of, spoken
from reviews.views.terms import WRITE, find_for_writing


def part(request: HttpRequest, reference: str, part: str) -> HttpResponse:
    """Ask for one part of the draft, and save it."""
    if part not in PARTS:
        raise Http404
    review = find_for_writing(request, reference)
    draft = review.terms.drafts().first()
    if draft is None and request.method != "POST":
        return redirect("terms", reference)
    # Without a draft what was typed is shown, so that it can be copied: an empty one reads it.
    form = _form(request, review, draft or TermsOfReference(review=review, pk=0), PARTS[part])
    if request.method == "POST" and form.is_valid():
        return _save(request, review, form)
    return render(request, form.template, _context(review, form))


def _form(
    request: HttpRequest, review: Review, draft: TermsOfReference, form_class: type[Any]
) -> Any:
    return form_class(
        request.POST if request.method == "POST" else None,
        draft=draft,
        review=review,
        user=request.user,
        today=timezone.localdate(),
    )


def _save(request: HttpRequest, review: Review, form: PartForm) -> HttpResponse:
    content, by, at = form.content(), request.user, timezone.now()
    try:
        review.record(WRITE, by=by, at=at, part=form.part, content=content, seen=form.saw)
    except TermsSavedMeanwhile as theirs:
        return _conflict(request, review, form, content, theirs)
    except NoDraftOfTerms:
        rows = [{"key": key, "value": text} for key, text in _said(form, content)]
        context = {"review": review, "rows": rows, "part": form.part}
        return render(request, "reviews/terms/too_late.html", context, status=409)
    if isinstance(form, QuestionsForm):
        return _after_questions(request, review, form)
    messages.success(request, f"{form.part.label}: saved.")
    return redirect("terms", review.reference)


def _after_questions(request: HttpRequest, review: Review, form: QuestionsForm) -> HttpResponse:
    """Lead on from the button that was pressed: a question is moved or kept, or all is saved."""
    act, here = (
        form.act.partition("-")[0],
        reverse("terms-part", args=[review.reference, form.part]),
    )
    if act == "library":
        return redirect("terms-library", review.reference)
    if act == "keep" and (text := form.pressed_on()):
        news = review.record("keep_question", by=request.user, at=timezone.now(), text=text)
        messages.success(request, f"{news}.")
    if act in {"up", "down", "remove", "keep", "add"}:
        return redirect(f"{here}#questions")
    messages.success(request, "Key questions: saved.")
    return redirect("terms", review.reference)


def _conflict(
    request: HttpRequest,
    review: Review,
    form: PartForm,
    content: Content,
    theirs: TermsSavedMeanwhile,
) -> HttpResponse:
    """Show both texts; saving again keeps the person's own."""
    draft = review.draft_of_terms()
    again = request.POST.copy()
    again["seen"] = str(theirs.saving.number if theirs.saving else 0)
    form.data = again
    other = spoken(form.part, draft.content(form.part), names_of(draft))
    context = _context(review, form) | {
        "is_conflict": True,
        "theirs": theirs.saving,
        "differences": list(differences(other, _said(form, content))),
    }
    return render(request, form.template, context, status=409)


def _said(form: PartForm, content: Content) -> list[tuple[str, str]]:
    names = {agency.pk: agency.name for agency in getattr(form, "agencies", [])}
    return spoken(form.part, content, names)


def _context(review: Review, form: PartForm) -> dict[str, Any]:
    context: dict[str, Any] = {"review": review, "form": form, "draft": form.draft}
    if form.part == Part.TIMETABLE:
        context["watch"] = Watch.over(form.draft)
        context["cannot_plan"] = refusal_to_plan(review, on=form.today)
    return context


@require_POST
def plan(request: HttpRequest, reference: str) -> HttpResponse:
    """Work the timetable out anew from the statutory date as it is now."""
    review = find_for_writing(request, reference)
    at, draft = timezone.now(), review.draft_of_terms()
    saving = draft.last_saving(Part.TIMETABLE)
    try:
        content = planned(review, on=timezone.localdate(at))
    except (NoTimeLeft, UnknownHolidays) as reason:
        messages.error(request, str(reason))
        return redirect("terms-part", reference, Part.TIMETABLE)
    seen = saving.number if saving else 0
    review.record(WRITE, by=request.user, at=at, part=Part.TIMETABLE, content=content, seen=seen)
    messages.success(request, "The timetable was worked out. Every day can still be changed.")
    return redirect("terms-part", reference, Part.TIMETABLE)


def library(request: HttpRequest, reference: str) -> HttpResponse:
    """Pick several questions at once; list the board's own, to be removed."""
    review = find_for_writing(request, reference)
    draft = review.draft_of_terms()
    form = _form(request, review, draft, LibraryForm)
    if request.method == "POST" and form.is_valid():
        saving = draft.last_saving(Part.QUESTIONS)
        review.record(
            WRITE,
            by=request.user,
            at=timezone.now(),
            part=Part.QUESTIONS,
            content=form.content(),
            seen=saving.number if saving else 0,
        )
        return redirect("terms-part", reference, Part.QUESTIONS)
    may_remove = refusal(request.user, "remove_question", review) is None
    own = LibraryQuestion.objects.standing().filter(board=review.board_id)
    context = {"review": review, "form": form, "own": own if may_remove else []}
    return render(request, "reviews/terms/library.html", context)


@require_POST
def remove_question(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """The board's library offers the question no more."""
    review = find_for_writing(request, reference, "remove_question")
    own = LibraryQuestion.objects.standing().filter(board=review.board_id)
    question = get_object_or_404(own, pk=pk)
    news = review.record("remove_question", by=request.user, at=timezone.now(), question=question)
    messages.success(request, f"{news}.")
    return redirect("terms-library", reference)
