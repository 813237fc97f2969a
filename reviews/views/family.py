"""The family: who they are, what they agreed to, and every contact. Each opening is logged."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from reviews import permissions
from reviews.forms.contact import FORMS
from reviews.forms.family import ChangeRelativeForm
from reviews.models import FamilyContribution, HeldUp, Hold, Review
from reviews.models.quiet_days import Anniversary, anniversaries
from reviews.views.case import find, note_opening
from reviews.views.recording import form_for, is_recorded

A_PAGE = 25


def of(request: HttpRequest, reference: str) -> Review:
    """Return the review whose family the person may know; the log says that they looked."""
    review = find(request, reference)
    permissions.require_reader(request.user, "family", review)
    if request.method != "POST":
        note_opening(request, review, "The family’s page, with names,")
    return review


def family(request: HttpRequest, reference: str) -> HttpResponse:
    """Everybody of the family, what is planned with them and what was said."""
    review = of(request, reference)
    log = review.contacts.select_related("by", "corrects", "corrected_by").prefetch_related(
        "with_whom"
    )
    context = who_and_when(review) | {
        "review": review,
        "on": timezone.localdate(),
        "contributions": FamilyContribution.objects.filter(relative__review=review).select_related(
            "relative", "by"
        ),
        "not_involved": review.not_involved.last(),
        "log": Paginator(log, A_PAGE).get_page(request.GET.get("page")),
        "holds": Hold.objects.of_review(review).in_force().filter(what=HeldUp.FAMILY),
        "may_speak": permissions.refusal(request.user, "record_contact", review) is None,
    }
    return render(request, "reviews/family/family.html", context)


def who_and_when(review: Review) -> dict[str, Any]:
    """Return the people, and the days for and against contact with them."""
    known = review.relatives.exclude(member=None).values("member")
    return {
        "relatives": review.relatives.prefetch_related("consents"),
        "named": review.incident.family.exclude(pk__in=known),
        "quiet_days": coming_quiet_days(review),
        "proposed": proposed_quiet_days(review),
        "planned": review.planned_contacts.waiting().prefetch_related("with_whom"),
    }


def coming_quiet_days(review: Review) -> list[dict[str, object]]:
    """Return the days without contact with when each comes next; those long past come last."""
    on = timezone.localdate()
    standing = review.quiet_days.standing().select_related("relative")
    rows = [{"days": each, "next_on": each.next_from(on)} for each in standing]
    return sorted(rows, key=lambda row: (row["next_on"] is None, row["next_on"] or on))


def proposed_quiet_days(review: Review) -> list[Anniversary]:
    """Return the children's anniversaries that nobody has recorded as days without contact."""
    standing = list(review.quiet_days.standing())
    return [
        each
        for each in anniversaries(review, timezone.localdate())
        if not any(days.covers(each.on) for days in standing)
    ]


def relative(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """One person: how to speak with them, their answers, letters and words."""
    review = of(request, reference)
    found = get_object_or_404(review.relatives, pk=pk)
    context = {
        "review": review,
        "relative": found,
        "consents": found.consents.select_related("by"),
        "letters": found.contacts.standing().filter(way="letter"),
        "contributions": found.contributions.select_related("relative", "by"),
        "quiet_days": review.quiet_days.standing().about([found]),
        "may_speak": permissions.refusal(request.user, "record_contact", review) is None,
    }
    return render(request, "reviews/family/relative.html", context)


def change(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Change what is known of one person, and how they wish to be spoken with."""
    review = of(request, reference)
    found = get_object_or_404(review.relatives, pk=pk)
    form = form_for(request, review, "change_relative", ChangeRelativeForm, relative=found)
    if is_recorded(request, review, "change_relative", form):
        return redirect("relative", reference, pk)
    context = {"review": review, "form": form, "heading": "Change the details", "about": found}
    context |= {"back": reverse("relative", args=[reference, pk]), "back_to": "Back to the person"}
    return render(request, "reviews/door.html", context)


def act(request: HttpRequest, reference: str, act: str) -> HttpResponse:
    """Record something of the family."""
    if act not in FORMS:
        raise Http404
    review = of(request, reference)
    heading, form_class = FORMS[act]
    form = form_for(request, review, act, form_class)
    if is_recorded(request, review, act, form):
        return redirect("family", reference)
    context = {"review": review, "form": form, "heading": heading}
    context |= {"back": reverse("family", args=[reference]), "back_to": "Family"}
    return render(request, "reviews/door.html", context)
