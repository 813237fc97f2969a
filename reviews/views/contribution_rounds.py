"""The rounds of an agency's report: read, assessed, accepted or sent back."""

from datetime import timedelta

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from records.downloads import download
from records.sealing import Tampered
from reviews import permissions
from reviews.conditions import NotYet
from reviews.forms.assessing import ChecklistForm, SendBackForm
from reviews.forms.case import CaseForm
from reviews.models import Commission, Contribution, QualityAnswer
from reviews.noting import log_about
from reviews.standing import waiting_in
from reviews.views.case import find as find_review

DAYS_TO_MEND = 14


def contributions(request: HttpRequest, reference: str) -> HttpResponse:
    """What each agency was asked for, and how far its report is."""
    review = find_review(request, reference)
    permissions.require_reader(request.user, "contributions", review)
    rounds = Contribution.objects.submitted().order_by("number").prefetch_related("quality_answers")
    asked = (
        review.commissions.contributions()
        .select_related("agency")
        .prefetch_related(Prefetch("contributions", rounds, to_attr="submitted"), "questions")
    )
    asks = permissions.refusal(request.user, "ask_agencies", review) is None
    context = {
        "review": review,
        "rows": [Row(each) for each in asked],
        "on": timezone.localdate(),
        "waiting": waiting_in(review),
        "may_ask": asks and review.has_room_for("ask_agencies"),
    }
    return render(request, "reviews/contributions/contributions.html", context)


class Row:
    """One commission in the panel's table."""

    def __init__(self, commission: Commission) -> None:
        self.commission = commission
        self.last: Contribution | None = next(iter(reversed(commission.submitted)), None)
        self.open_questions = sum(q.answered_at is None for q in commission.questions.all())

    @property
    def standing(self) -> str:
        """Return how it stands in a word or two."""
        if self.commission.waived_on:
            return "Waived"
        if self.last:
            return self.last.standing
        return "Returned on paper" if self.commission.returned_on else "Outstanding"

    @property
    def quality(self) -> str:
        return quality_in_words(list(self.last.quality_answers.all())) if self.last else ""


def quality_in_words(answers: list[QualityAnswer]) -> str:
    """Return "8 met, 2 partly met, 1 not met", or nothing where nobody looked yet."""
    given = [each.answer for each in answers]
    return ", ".join(
        f"{given.count(value)} {label.lower()}"
        for value, label in QualityAnswer._meta.get_field("answer").choices
        if value in given
    )


def find(request: HttpRequest, pk: int) -> Contribution:
    """Return a submitted round that the person may read; to others it does not exist."""
    seen = Contribution.objects.visible_to(request.user).submitted()
    related = ("commission__review__board", "commission__agency", "report__file", "submitted_by")
    return get_object_or_404(seen.select_related(*related), pk=pk)


def contribution(request: HttpRequest, pk: int) -> HttpResponse:
    """One round: what the agency said of it, and what the panel made of it."""
    found = find(request, pk)
    review, user = found.commission.review, request.user
    log_about(review, "view", f"{found} was opened.", by=user, at=timezone.now())
    reads = permissions.may_read(user, "contributions", review)
    context = {
        "round": found,
        "commission": found.commission,
        # The agency reads what is lacking when it is told, and not while the panel still looks.
        "answers": found.quality_answers.all() if reads or found.is_settled else [],
        "acts": [act for act in ACTS if found.is_waiting and may(user, act, found)],
    }
    return render(request, "reviews/contributions/round.html", context)


ACTS: tuple[tuple[str, str, str], ...] = (
    ("contribution-quality", "assess_contribution", "Read it against the checklist"),
    ("contribution-accept", "accept_contribution", "Accept it"),
    ("contribution-send-back", "send_back_contribution", "Send it back"),
)


def may(user: object, act: tuple[str, str, str], found: Contribution) -> bool:
    review = found.commission.review
    return permissions.refusal(user, act[1], review) is None and review.has_room_for(act[1])


def report(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Hand over the report as it was submitted."""
    found = find(request, pk)
    try:
        answer = download(found.report.file)
    except Tampered as wrong:
        raise NotYet([str(wrong)]) from wrong
    review = found.commission.review
    log_about(
        review, "download", f"{found}: the report was taken.", by=request.user, at=timezone.now()
    )
    return answer


def quality(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the round against the checklist."""
    found = _to_settle(request, pk, "assess_contribution")
    form = _form(ChecklistForm, request, found, contribution=found)
    if request.method == "POST" and form.is_valid():
        QualityAnswer.keep(found, form.answers(), by=request.user, at=timezone.now())
        messages.success(request, "The checklist was saved.")
        return redirect("contribution", pk)
    return _asked(request, found, form, "Read it against the checklist")


def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what has to be mended and by when, then give it back to the agency."""
    found = _to_settle(request, pk, "send_back_contribution")
    form = _form(SendBackForm, request, found)
    if request.method == "POST" and form.is_valid():
        return _settled(request, found, "send_back_contribution", **form.facts())
    return _asked(request, found, form, "Send it back", answers=found.quality_answers.all())


def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the round as it is; asked once more before it is done."""
    found = _to_settle(request, pk, "accept_contribution")
    if request.method == "POST":
        return _settled(request, found, "accept_contribution")
    return _asked(request, found, None, "Accept it", answers=found.quality_answers.all())


def _to_settle(request: HttpRequest, pk: int, act: str) -> Contribution:
    found = find(request, pk)
    permissions.require(request.user, act, found.commission.review)
    if not found.is_waiting:
        raise NotYet([f"{found} is {found.standing.lower()} already."])
    return found


def _settled(request: HttpRequest, found: Contribution, act: str, **facts: object) -> HttpResponse:
    review, at = found.commission.review, timezone.now()
    news = review.record(act, by=request.user, at=at, contribution=found, **facts)
    messages.success(request, f"{news}.")
    return redirect("contribution", found.pk)


def _form(
    form_class: type[CaseForm], request: HttpRequest, found: Contribution, **more: object
) -> CaseForm:
    today = timezone.localdate()
    return form_class(
        request.POST if request.method == "POST" else None,
        initial={"again_by_on": today + timedelta(days=DAYS_TO_MEND)},
        review=found.commission.review,
        user=request.user,
        today=today,
        **more,
    )


def _asked(
    request: HttpRequest,
    found: Contribution,
    form: CaseForm | None,
    heading: str,
    **more: object,
) -> HttpResponse:
    context = {"round": found, "form": form, "heading": heading, **more}
    return render(request, "reviews/contributions/settle.html", context)
