"""What one agency is asked for: all that an agency author sees of a case."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from reviews import permissions
from reviews.forms.commissions import FORMS
from reviews.models import Commission, CommissionKind
from reviews.noting import log_about
from reviews.page import sections_of_commission


def find(request: HttpRequest, pk: int) -> Commission:
    seen = Commission.objects.visible_to(request.user).select_related(
        "review__board", "agency", "deadline", "returned_by"
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
        and permissions.refusal(request.user, act, found.review) is None
    ]
    context = {
        "commission": found,
        "on": timezone.localdate(),
        "acts": acts,
        "sections": sections_of_commission(found, request.user),
    }
    return render(request, "reviews/commission.html", context)


def act(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """Record the return, or that the board does without it."""
    if act not in FORMS:
        raise Http404
    found = find(request, pk)
    if act == "return_commission" and found.kind == CommissionKind.ACCURACY:
        return redirect("accuracy", pk)
    review = found.review
    permissions.require(request.user, act, review)
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
