"""What Ofsted said, round by round, and its letters."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.models import User
from reviews import permissions
from reviews.forms.correcting import CorrectEvaluationForm
from reviews.known import Known
from reviews.models import Review
from reviews.noting import note_infected
from reviews.rounds import CORRECT, may_correct, rounds_of, withdrawal_for
from reviews.standing import is_evaluated
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
        "is_evaluated": is_evaluated(Known(review)),
        "may_correct": may_correct(request.user, review),
        "withdrawal": withdrawal_for(request.user, review),
    }
    return render(request, "reviews/evaluation/evaluation.html", context)


@require_safe
def letter(request: HttpRequest, reference: str, number: int) -> HttpResponseBase:
    """Give out the letter of a round."""
    review = find(request, reference)
    permissions.require_reader(request.user, "evaluation-letter", review)
    judged = review.evaluations.current().select_related("letter").filter(number=number).first()
    if judged is None or judged.letter is None:
        raise Http404
    return given_out(request, review, judged.letter, f"Ofsted’s letter of round {number}")


def correct(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Ask what the letter of a round says, as it should have been recorded, and why it was not."""
    review = find(request, reference)
    permissions.require(request.user, CORRECT, review)
    review.require_room_for(CORRECT)
    recorded = review.evaluations.current().exclude(grade="").select_related("final_set", "letter")
    form = CorrectEvaluationForm(
        *((request.POST, request.FILES) if request.method == "POST" else ()),
        wrong=get_object_or_404(recorded, number=number),
        review=review,
        user=request.user,
        today=timezone.localdate(),
    )
    if request.method == "POST" and (news := _corrected(request, review, form)):
        messages.success(request, f"{news}.")
        return redirect(_round_href(request.user, review, number))
    context = {"review": review, "form": form, "heading": f"Correct the letter of round {number}"}
    context |= {"back": _round_href(request.user, review, number), "back_to": "Back"}
    return render(request, "reviews/door.html", context)


def _corrected(request: HttpRequest, review: Review, form: CorrectEvaluationForm) -> str:
    """Correct the letter and return the news of it; what is wrong stands in the form."""
    at = timezone.now()
    if not form.is_valid():
        note_infected(form, review, by=request.user, at=at)
        return ""
    try:
        return review.record(CORRECT, by=request.user, at=at, **form.facts())
    except ValidationError as refusal:
        form.refuse(refusal)
        return ""


def _round_href(user: User, review: Review, number: int) -> str:
    """Return where the person reads the round: an evaluator on the page of the submitted set."""
    if not permissions.may_read(user, "evaluation", review):
        return review.get_absolute_url()
    return f"{reverse('evaluation', args=[review.reference])}#round-{number}"


def _record_href(user: User, review: Review) -> str:
    """Return where the person records the letter that is awaited, "" where they do not."""
    is_open = review.state == State.SUBMITTED
    if not is_open or permissions.refusal(user, "record_evaluation", review):
        return ""
    return reverse("move", args=[review.reference, "record_evaluation"])
