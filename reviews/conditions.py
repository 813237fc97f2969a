"""When a review is ready for a move, and what is missing until then."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviews.appointed import chair_and_author_are_ready, everybody_has_declared
from reviews.models.evaluation import Grade
from reviews.models.publication import PublicationState
from reviews.models.report import ReportKind
from reviews.states import AFTER_AGREEMENT, UNDER_WAY, State
from reviews.statutory import CriterionKind, evaluation_applies

if TYPE_CHECKING:
    from reviews.models import Review

Sentences = Iterator[str]


class NotYet(Exception):
    """The review is not ready; `reasons` are the sentences to show."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


def criteria_are_answered(review: "Review") -> Sentences:
    guidance = review.guidance()
    answered = set(
        review.findings.filter(round=review.round, guidance=guidance.slug).values_list(
            "criterion", flat=True
        )
    )
    for criterion in guidance.criteria:
        if criterion.kind is not CriterionKind.PROMPT and criterion.code not in answered:
            yield f"Answer the criterion “{criterion.text}” ({criterion.paragraph})."


def terms_are_agreed(review: "Review") -> Sentences:
    if not review.terms.exists():
        yield "Record the terms of reference and the day they were agreed."


def agencies_are_commissioned(review: "Review") -> Sentences:
    if not review.commissions.contributions().filter(round=review.round).exists():
        yield "Ask at least one agency for its chronology and IMR."


def agencies_have_returned(review: "Review") -> Sentences:
    waiting = review.commissions.contributions().outstanding().select_related("agency")
    for commission in waiting:
        yield f"{commission} has not been returned or waived."


def final_set_is_complete(review: "Review") -> Sentences:
    done = set(review.reports.values_list("kind", flat=True))
    for kind in ReportKind:
        if kind not in done:
            yield f"Record that the {kind.label.lower()} is complete."


def guidance_has_an_evaluation(review: "Review") -> Sentences:
    ratified = review.day_of("ratified")
    if ratified is None:
        yield "Record the day on which the board agreed the review."
    elif not evaluation_applies(ratified):
        yield "Ofsted evaluated reviews from April 2007 to July 2012: this one needs no submission."


def last_grade_is_inadequate(review: "Review") -> Sentences:
    last = review.evaluations.last()
    if last is None or last.grade != Grade.INADEQUATE:
        yield "Only a review that was judged inadequate is reconsidered."


def evaluation_is_settled(review: "Review") -> Sentences:
    last = review.evaluations.last()
    ratified = review.day_of("ratified")
    if last is None and ratified and evaluation_applies(ratified):
        yield "Submit the review to Ofsted and record its letter."
    if last is not None and last.grade == Grade.INADEQUATE:
        yield "The last grade is inadequate: reconsider the review first."


def publication_is_settled(review: "Review") -> Sentences:
    last = review.publications.last()
    if last is None or last.state not in {PublicationState.PUBLISHED, PublicationState.WITHHELD}:
        yield "Record that the report was published, or withheld with the reason."


# The states in which a fact may be recorded; what is absent may be recorded in any.
FACTS: dict[str, tuple[State, ...]] = {
    "answer_criteria": (State.SCREENING,),
    "ask_agencies": (State.SCREENING, State.SCOPING, State.CHRONOLOGY),
    "reopen_commission": (State.SCOPING, State.CHRONOLOGY, State.PANEL),
    "agree_terms": UNDER_WAY,
    "appoint": UNDER_WAY,
    "replace_appointment": UNDER_WAY,
    "record_report": (*UNDER_WAY, State.RECONSIDERATION),
    "publish": (*UNDER_WAY, *AFTER_AGREEMENT, State.CLOSED),
}


Condition = Callable[["Review"], Sentences]


@dataclass(frozen=True)
class Missing:
    """Something that a move still needs, and the page of the review where it is settled."""

    sentence: str
    place: str = ""  # the name of a URL that takes the review's reference; none: no one page

    def __str__(self) -> str:
        return self.sentence


CONDITIONS: dict[str, tuple[Condition, ...]] = {
    "recommend": (criteria_are_answered,),
    "begin_chronology": (
        terms_are_agreed,
        chair_and_author_are_ready,
        agencies_are_commissioned,
    ),
    "begin_panel": (agencies_have_returned, everybody_has_declared),
    "put_to_board": (final_set_is_complete,),
    "submit": (guidance_has_an_evaluation,),
    "reconsider": (last_grade_is_inadequate,),
    "close": (evaluation_is_settled, publication_is_settled),
}


# Where each is settled: names of URLs that take the review's reference.
PLACES: dict[Condition, str] = {
    chair_and_author_are_ready: "people",
    everybody_has_declared: "people",
}


def missing_for(review: "Review", action: str) -> list[Missing]:
    """Return everything that the move still needs, a sentence each."""
    return [
        Missing(sentence, PLACES.get(check, ""))
        for check in CONDITIONS.get(action, ())
        for sentence in check(review)
    ]
