"""How ready the board thinks the review is for evaluation, version by version."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reviews import permissions
from reviews.models import Readiness
from reviews.readiness import beside_headings
from reviews.statutory import HEADINGS
from reviews.views.case import find, note_opening

NAMES = {heading.code: heading.name for heading in HEADINGS}


def readiness(request: HttpRequest, reference: str) -> HttpResponse:
    """The newest self-assessment, what is known beside each heading, and the grade once given."""
    review = find(request, reference)
    permissions.require_reader(request.user, "readiness", review)
    note_opening(request, review, "The self-assessment")
    made = review.self_assessments.select_related("by").prefetch_related("headings")
    versions = [{"assessment": each, "rows": rows_of(each)} for each in made.order_by("-version")]
    may_assess = review.has_room_for("assess_readiness") and (
        permissions.refusal(request.user, "assess_readiness", review) is None
    )
    context = {
        "review": review,
        "latest": versions[0] if versions else None,
        "earlier": versions[1:],
        "beside": beside_headings(review),
        "graded": review.evaluations.current().exclude(grade=""),
        "may_assess": may_assess,
    }
    return render(request, "reviews/readiness/readiness.html", context)


def rows_of(assessment: Readiness) -> list[dict[str, str]]:
    """Return the grade and reasons of each heading, and overall, as rows of a list."""
    rows = [
        {"key": NAMES.get(each.heading, each.heading), "grade": each.get_grade_display()}
        | {"value": each.reasons}
        for each in assessment.headings.all()
    ]
    overall = {"key": "The review as a whole", "grade": assessment.get_grade_display()}
    return [*rows, overall | {"value": assessment.reasons}]
