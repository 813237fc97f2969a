"""What one agency is asked for: all that an agency author sees of a case."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from boards.models import User
from reviews import permissions
from reviews.contribution_page import ReportOfAgency
from reviews.forms.commissions import FORMS
from reviews.models import CaseDocument, Commission, CommissionKind, Review
from reviews.noting import log_about
from reviews.sections import sections_of_commission


def find(request: HttpRequest, pk: int) -> Commission:
    seen = Commission.objects.visible_to(request.user).select_related(
        "review__board", "agency__chief_officer", "deadline", "returned_by"
    )
    return get_object_or_404(seen, pk=pk)


def commission(request: HttpRequest, pk: int) -> HttpResponse:
    """What is asked, by when, how that date came about, and what was returned."""
    found = find(request, pk)
    log_about(
        found.review,
        "view",
        f"{found} was opened.",
        by=request.user,
        at=timezone.now(),
    )
    acts = [
        {"text": heading, "href": reverse("commission-act", args=[pk, act])}
        for act, (heading, _form) in FORMS.items()
        if found.is_outstanding
        and not (act == "return_commission" and found.kind == CommissionKind.ACCURACY)
        and permissions.refusal_of_agency(request.user, act, found) is None
    ]
    context = {
        "commission": found,
        "back": _back(found.review, request.user),
        "on": timezone.localdate(),
        "report": ReportOfAgency(found, request.user, on=timezone.localdate()),
        "acts": acts,
        **_documents(found, request.user),
        "sections": sections_of_commission(found, request.user),
    }
    return render(request, "reviews/commission.html", context)


def _back(review: Review, user: User) -> dict[str, str]:
    """Return where the person came from: the review, or home where they do not see it."""
    if Review.objects.visible_to(user).filter(pk=review.pk).exists():
        return {"href": review.get_absolute_url(), "text": "Back to the review"}
    return {"href": reverse("home"), "text": "Home"}


def _documents(commission: Commission, user: User) -> dict[str, Any]:
    """Return what this agency sent, for those who may read it, and whether they may send more."""
    sent = CaseDocument.objects.visible_to(user)
    may_send = permissions.refusal(user, "send_document", commission.review) is None
    return {
        "documents": sent.filter(review=commission.review, agency=commission.agency_id),
        "may_send": may_send,
        "reads_documents": may_send or permissions.may_read(user, "documents", commission.review),
    }


def act(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """Record the return, or that the board does without it."""
    if act not in FORMS:
        raise Http404
    found = find(request, pk)
    if act == "return_commission" and found.kind == CommissionKind.ACCURACY:
        return redirect("accuracy", pk)
    review = found.review
    permissions.require_of_agency(request.user, act, found)
    heading, form_class = FORMS[act]
    today = timezone.localdate()
    form = form_class(
        request.POST if request.method == "POST" else None,
        initial={"on": today},
        commission=found,
        review=review,
        user=request.user,
        today=today,
    )
    if request.method == "POST" and form.is_valid():
        try:
            news = review.record(act, by=request.user, at=timezone.now(), **form.facts())
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"{news}.")
            return redirect("commission", pk=pk)
    context = {"commission": found, "form": form, "heading": heading}
    return render(request, "reviews/commission_act.html", context)
