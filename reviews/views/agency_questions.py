"""Questions to an agency about what it returned: the thread, a question, an answer."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from reviews import permissions
from reviews.conditions import NotYet
from reviews.contribution_page import reads_questions
from reviews.forms.assessing import AnswerForm, AskForm
from reviews.models import AgencyQuestion, Commission
from reviews.statutory import said_of_stops
from reviews.views.commissions import find

DAYS_TO_ANSWER = 7


def thread(request: HttpRequest, pk: int) -> HttpResponse:
    """The questions of one commission in order, and a form for another."""
    found = _readable(request, pk)
    review = found.review
    may_ask = permissions.refusal(request.user, "ask_agency", review) is None
    may_ask = may_ask and review.has_room_for("ask_agency")
    form = _ask_form(request, found) if may_ask else None
    if request.method == "POST":
        permissions.require(request.user, "ask_agency", review)
        review.require_room_for("ask_agency")
        if form.is_valid() and _asked(request, found, form):
            return redirect("agency-questions", pk)
    context = {
        "commission": found,
        "questions": found.questions.select_related("asked_by", "answered_by"),
        "form": form,
        "on": timezone.localdate(),
        "clock": said_of_stops(review.guidance()),
        "answers": permissions.refusal_of_agency(request.user, "answer_question", found) is None,
    }
    return render(request, "reviews/contributions/questions.html", context)


def _ask_form(request: HttpRequest, found: Commission) -> AskForm:
    today = timezone.localdate()
    return AskForm(
        request.POST if request.method == "POST" else None,
        initial={"due_on": today + timedelta(days=DAYS_TO_ANSWER)},
        review=found.review,
        user=request.user,
        today=today,
    )


def _asked(request: HttpRequest, found: Commission, form: AskForm) -> bool:
    """Return whether the question was asked; where not, the form says why."""
    try:
        AgencyQuestion.ask(found, **form.facts(), by=request.user, at=timezone.now())
    except ValidationError as refusal:
        form.refuse(refusal)
        return False
    messages.success(request, "The agency was asked. It finds the question on its page.")
    return True


def answer(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take the answer, from the agency's author or as the board's staff had it."""
    found = _readable(request, pk)
    question = get_object_or_404(
        found.questions.select_related("commission__review", "answered_by"), number=number
    )
    permissions.require_of_agency(request.user, "answer_question", found)
    if question.answered_at:
        raise NotYet([f"{question.answered_by} answered this already."])
    form = AnswerForm(
        request.POST if request.method == "POST" else None,
        review=found.review,
        user=request.user,
        today=timezone.localdate(),
    )
    if request.method == "POST" and form.is_valid():
        question.settle(**form.facts(), by=request.user, at=timezone.now())
        messages.success(request, "The answer was sent.")
        return redirect("agency-questions", pk)
    context = {"commission": found, "question": question, "form": form}
    return render(request, "reviews/contributions/answer.html", context)


def _readable(request: HttpRequest, pk: int) -> Commission:
    found = find(request, pk)
    if not reads_questions(request.user, found):
        raise Http404
    return found
