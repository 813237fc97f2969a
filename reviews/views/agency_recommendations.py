"""The recommendations of an agency's report, one at a time."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from reviews.forms.contributions import AgencyRecommendationForm, NoRecommendationsForm
from reviews.models import AgencyRecommendation, ContributionDraft
from reviews.models.contribution_draft import ChangedMeanwhile
from reviews.views.contributions import written


def recommendations(request: HttpRequest, pk: int) -> HttpResponse:
    """List the recommendations of the draft, or take that there are none."""
    found = written(request, pk)
    draft = ContributionDraft(found)
    current = draft.current
    form = NoRecommendationsForm(
        request.POST if request.method == "POST" else None,
        contribution=current,
        review=found.review,
        user=request.user,
        today=timezone.localdate(),
    )
    made = list(current.recommendations.all()) if current.pk else []
    if request.method == "POST" and not made and form.is_valid():
        seen, at = form.cleaned_data["seen"], timezone.now()
        try:
            draft.save(form.facts(), seen=seen, by=request.user, at=at)
        except ChangedMeanwhile:
            return redirect("contribution-recommendations", pk)
        return redirect("commission", pk)
    context = {"commission": found, "form": form, "made": made}
    return render(request, "reviews/contributions/recommendations.html", context)


def recommendation(request: HttpRequest, pk: int, number: int = 0) -> HttpResponse:
    """Add a recommendation, or put one in other words."""
    found = written(request, pk)
    draft = ContributionDraft(found)
    initial = {}
    if number:
        of_draft = AgencyRecommendation.objects.filter(contribution=draft.current.pk)
        held = get_object_or_404(of_draft, pk=number)
        initial = {"text": held.text, "owner": held.owner, "due_on": held.due_on}
    form = AgencyRecommendationForm(
        request.POST if request.method == "POST" else None,
        initial=initial,
        review=found.review,
        user=request.user,
        today=timezone.localdate(),
    )
    if request.method == "POST" and form.is_valid():
        draft.keep_recommendation(
            **form.facts(), pk=number or None, by=request.user, at=timezone.now()
        )
        return redirect("contribution-recommendations", pk)
    context = {
        "commission": found,
        "form": form,
        "heading": "Change a recommendation" if number else "Add a recommendation",
        "back": reverse("contribution-recommendations", args=[pk]),
    }
    return render(request, "reviews/contributions/form.html", context)


@require_POST
def remove(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take a recommendation out of the draft."""
    found = written(request, pk)
    ContributionDraft(found).remove_recommendation(number, by=request.user, at=timezone.now())
    return redirect("contribution-recommendations", pk)
