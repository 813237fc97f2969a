"""What the pages of the reports share: the review, its report, a draft, and the form of an act."""

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from reviews import permissions
from reviews.forms.case import CaseForm
from reviews.models import ReportDraft, ReportKind, Review
from reviews.views.case import find


def find_report(request: HttpRequest, reference: str, kind: str) -> tuple[Review, ReportKind]:
    """Return the review and which of its reports; others than its readers are refused."""
    review = find(request, reference)
    permissions.require_reader(request.user, "reports", review)
    if kind not in ReportKind.values:
        raise Http404
    return review, ReportKind(kind)


def find_draft(request: HttpRequest, reference: str, kind: str, number: int) -> ReportDraft:
    review, kind = find_report(request, reference, kind)
    drafts = ReportDraft.objects.select_related(
        "review__board", "round", "document__file", "by"
    ).filter(review=review)
    return get_object_or_404(drafts, kind=kind, number=number)


def require_act(request: HttpRequest, act: str, review: Review) -> None:
    """Refuse who may not, and what has no place in this state."""
    permissions.require(request.user, act, review)
    review.require_room_for(act)


def may_do(request: HttpRequest, act: str, review: Review) -> bool:
    """Return whether the page offers the act to this person."""
    return review.has_room_for(act) and permissions.refusal(request.user, act, review) is None


def form_of(
    form_class: type[CaseForm], request: HttpRequest, review: Review, **options: Any
) -> CaseForm:
    """Return the form as it came, or as it is first shown."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    return form_class(
        *sent, review=review, user=request.user, today=timezone.localdate(), **options
    )
