"""A draft is opened for comments; each is answered, and then the round is closed."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from reviews.conditions import NotYet
from reviews.forms.reports import AnswerForm, CommentForm, OpenDraftForm
from reviews.models import Comment, ReportDraft
from reviews.models.commenting import CLOSED
from reviews.report_headings import WHOLE, heading_of
from reviews.views.finding_reports import find_draft, form_of, require_act

DAYS_TO_COMMENT = 14


def open_draft(request: HttpRequest, reference: str, kind: str, number: int) -> HttpResponse:
    """Choose who comments, on what, and by when."""
    draft = find_draft(request, reference, kind, number)
    require_act(request, "open_draft", draft.review)
    due_on = timezone.localdate() + timedelta(days=DAYS_TO_COMMENT)
    form = form_of(OpenDraftForm, request, draft.review, draft=draft, initial={"due_on": due_on})
    if request.method == "POST" and form.is_valid():
        try:
            news = draft.review.record(
                "open_draft", by=request.user, at=timezone.now(), **form.facts()
            )
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"{news}.")
            return to_draft(draft)
    return on_draft(request, draft, form, "Open the draft for comments")


def comment(
    request: HttpRequest, reference: str, kind: str, number: int, slug: str
) -> HttpResponse:
    """Somebody of the panel or the board comments on a section."""
    draft = find_draft(request, reference, kind, number)
    require_act(request, "comment_on_draft", draft.review)
    section = heading_of(kind, slug)
    known = {WHOLE} if draft.document_id else {heading.slug for heading, _v in draft.written()}
    if section is None or slug not in known:
        raise Http404
    if not hasattr(draft, "round") or not draft.round.is_open:
        raise NotYet([CLOSED])
    form = form_of(CommentForm, request, draft.review)
    if request.method == "POST" and form.is_valid():
        made = Comment(round=draft.round, heading=slug, **form.cleaned_data)
        try:
            said = {"by": request.user, "at": timezone.now()}
            draft.review.record("comment_on_draft", comment=made, **said)
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Your comment was added.")
            return to_draft(draft)
    return on_draft(request, draft, form, f"Comment on “{section.title}”")


def answer(request: HttpRequest, reference: str, kind: str, number: int, pk: int) -> HttpResponse:
    """The author says what becomes of a comment."""
    draft = find_draft(request, reference, kind, number)
    require_act(request, "answer_comment", draft.review)
    found = get_object_or_404(
        Comment.objects.select_related("round__draft", "agency", "by"), pk=pk, round__draft=draft
    )
    initial = {"answer": found.answer, "reason": found.reason}
    form = form_of(AnswerForm, request, draft.review, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            said = {"by": request.user, "at": timezone.now()}
            draft.review.record("answer_comment", comment=found, **said, **form.facts())
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "The answer was saved.")
            return to_draft(draft)
    return on_draft(request, draft, form, "Answer a comment", comment=found)


@require_POST
def close(request: HttpRequest, reference: str, kind: str, number: int) -> HttpResponse:
    """The comments on the draft are closed."""
    draft = find_draft(request, reference, kind, number)
    require_act(request, "close_round", draft.review)
    said = {"by": request.user, "at": timezone.now()}
    news = draft.review.record("close_round", draft=draft, **said)
    messages.success(request, f"{news}.")
    return to_draft(draft)


def to_draft(draft: ReportDraft) -> HttpResponse:
    return redirect("report-draft", draft.review.reference, draft.kind, draft.number)


def on_draft(
    request: HttpRequest,
    draft: ReportDraft,
    form: object,
    heading: str,
    *,
    comment: Comment | None = None,
) -> HttpResponse:
    """Show a form about one draft."""
    context = {"review": draft.review, "draft": draft, "form": form, "heading": heading}
    return render(request, "reviews/reports/on_draft.html", context | {"comment": comment})
