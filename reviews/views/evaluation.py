"""What Ofsted said, round by round, and its letters."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from boards.models import User
from reviews import permissions
from reviews.models import Review
from reviews.rounds import rounds_of
from reviews.states import State
from reviews.views.case import find, note_opening
from reviews.views.filing import given_out


@require_safe
def evaluation(request: HttpRequest, reference: str) -> HttpResponse:
    """Every round with its letter, its grades, and what the board had expected."""
    review = find(request, reference)
    permissions.require_reader(request.user, "evaluation", review)
    note_opening(request, review, "Ofsted’s evaluation")
    context = {
        "review": review,
        "rounds": rounds_of(review),
        "record_href": _record_href(request.user, review),
    }
    return render(request, "reviews/evaluation/evaluation.html", context)


@require_safe
def letter(request: HttpRequest, reference: str, number: int) -> HttpResponseBase:
    """Give out the letter of a round."""
    review = find(request, reference)
    permissions.require_reader(request.user, "evaluation-letter", review)
    judged = review.evaluations.select_related("letter").filter(number=number).first()
    if judged is None or judged.letter is None:
        raise Http404
    return given_out(request, review, judged.letter, f"Ofsted’s letter of round {number}")


def _record_href(user: User, review: Review) -> str:
    """Return where the person records the letter that is awaited, "" where they do not."""
    is_open = review.state == State.SUBMITTED
    if not is_open or permissions.refusal(user, "record_evaluation", review):
        return ""
    return reverse("move", args=[review.reference, "record_evaluation"])
