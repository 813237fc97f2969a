"""When a review is ready for a move, and what is missing until then."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviews.appointed import chair_and_author_are_ready, everybody_has_declared
from reviews.completeness import (
    contributions_are_on_file,
    documents_are_released,
    newer_set_is_agreed,
    reports_are_on_file,
    set_is_agreed,
    set_is_before_the_board,
)
from reviews.final_set import (
    comments_are_settled,
    final_set_is_complete,
    final_set_is_signed_off,
)
from reviews.known import Known
from reviews.models.evaluation import Grade
from reviews.models.proceedings import HeldUp
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


def criteria_are_answered(known: Known) -> Sentences:
    guidance, review = known.guidance, known.review
    found = review.findings.filter(round=review.round, guidance=guidance.slug)
    answered = set(found.values_list("criterion", flat=True))
    for criterion in guidance.criteria:
        if criterion.kind is not CriterionKind.PROMPT and criterion.code not in answered:
            yield f"Answer the criterion “{criterion.text}” ({criterion.paragraph})."


def terms_are_agreed(known: Known) -> Sentences:
    """Yield what is missing of the agreed version, or of the draft until there is one."""
    agreed = known.agreed_terms
    if agreed is None:
        yield "Agree the terms of reference: no version is agreed yet."
    terms = agreed or known.draft_terms
    if terms:
        yield from (sentence for _part, sentence in terms.missing())


def agencies_are_commissioned(known: Known) -> Sentences:
    if all(each.round != known.review.round for each in known.contributions):
        yield "Ask at least one agency for its chronology and IMR."


def agencies_have_returned(known: Known) -> Sentences:
    for commission in [each for each in known.contributions if each.is_outstanding]:
        if commission.sent_back_on:
            yield f"{commission} was sent back and has not been returned again or waived."
        else:
            yield f"{commission} has not been returned or waived."


def guidance_has_an_evaluation(known: Known) -> Sentences:
    ratified = known.day_of("ratified")
    if ratified is None:
        yield "Record the day on which the board agreed the review."
    elif not evaluation_applies(ratified):
        yield "Ofsted evaluated reviews from April 2007 to July 2012: this one needs no submission."


def last_grade_is_inadequate(known: Known) -> Sentences:
    last = known.last_evaluation
    if last is None or last.grade != Grade.INADEQUATE:
        yield "Only a review that was judged inadequate is reconsidered."


def evaluation_is_settled(known: Known) -> Sentences:
    last = known.last_evaluation
    ratified = known.day_of("ratified")
    if last is None and ratified and evaluation_applies(ratified):
        yield "Submit the review to Ofsted and record its letter."
    if last is not None and last.grade == Grade.INADEQUATE:
        yield "The last grade is inadequate: reconsider the review first."


def was_evaluated(known: Known) -> Sentences:
    if not known.review.evaluations.exclude(grade="").exists():
        yield "Only a review that Ofsted evaluated goes back to “Evaluated”."


def publication_is_settled(known: Known) -> Sentences:
    last = known.last_publication
    if last is None or not last.is_final:
        yield "Record that the report was published, or withheld with the reason."


FOR_AGENCIES = (State.SCOPING, State.CHRONOLOGY, State.PANEL)


def publication_is_free(known: Known) -> Sentences:
    if not any(publication_is_settled(known)):
        return
    for hold in known.holds:
        if hold.what == HeldUp.PUBLICATION:
            yield f"{hold.sentence}: lift the hold, or record that the report is withheld."


def family_is_accounted_for(known: Known) -> Sentences:
    tally = known.tally
    if not tally.has_family_contributed and not tally.is_family_left_out:
        yield (
            "Record what the family contributed, or why the family was not involved: the executive "
            "summary has to say."
        )


# The states in which a fact may be recorded; what is absent may be recorded in any.
FACTS: dict[str, tuple[State, ...]] = {
    "answer_criteria": (State.SCREENING,),
    "ask_agencies": (State.SCREENING, State.SCOPING, State.CHRONOLOGY),
    "reopen_commission": FOR_AGENCIES,
    "write_contribution": FOR_AGENCIES,
    "submit_contribution": FOR_AGENCIES,
    "send_back_contribution": FOR_AGENCIES,
    "ask_agency": (*UNDER_WAY, State.RECONSIDERATION),
    "start_terms": UNDER_WAY,
    "write_terms": UNDER_WAY,
    "discard_terms": UNDER_WAY,
    "agree_terms": UNDER_WAY,
    "keep_question": UNDER_WAY,
    "remove_question": UNDER_WAY,
    "appoint": UNDER_WAY,
    **dict.fromkeys(
        (
            "write_section",
            "issue_draft",
            "open_draft",
            "comment_on_draft",
            "answer_comment",
            "close_round",
            "record_report",
            "sign_off_report",
        ),
        (*UNDER_WAY, State.RECONSIDERATION),
    ),
    "file_for_set": (*UNDER_WAY, State.RATIFIED, State.RECONSIDERATION),
    "put_again": (State.RATIFIED, State.RECONSIDERATION),
    "sign_again": (State.RATIFIED, State.RECONSIDERATION),
    "return_again": (State.RATIFIED, State.RECONSIDERATION),
    "record_dispatch": (*AFTER_AGREEMENT, State.CLOSED),
    "acknowledge_dispatch": (*AFTER_AGREEMENT, State.CLOSED),
    "correct_evaluation": (*AFTER_AGREEMENT, State.CLOSED),
    "withdraw_past_letter": (*AFTER_AGREEMENT, State.CLOSED),
    "assess_readiness": (State.PANEL, State.RATIFICATION, State.RATIFIED, State.RECONSIDERATION),
    "replace_appointment": UNDER_WAY,
    **dict.fromkeys(
        ("publish", "plan_publication", "set_embargo", "send_to_repository", "take_down"),
        (*UNDER_WAY, *AFTER_AGREEMENT, State.CLOSED),
    ),
    "code_themes": (*UNDER_WAY, *AFTER_AGREEMENT, State.CLOSED),
}


Condition = Callable[[Known], Sentences]


@dataclass(frozen=True)
class Missing:
    """Something that a move still needs, and the page of the review where it is settled."""

    sentence: str
    place: str = ""  # the name of a URL that takes the review's reference; none: no one page

    def __str__(self) -> str:
        return self.sentence


# Moves that are not in the way of any other: where they lack something, they are not offered.
ONLY_WHEN_READY = frozenset({"reconsider"})
CONDITIONS: dict[str, tuple[Condition, ...]] = {
    "recommend": (criteria_are_answered,),
    "begin_chronology": (
        terms_are_agreed,
        chair_and_author_are_ready,
        agencies_are_commissioned,
    ),
    "begin_panel": (agencies_have_returned, everybody_has_declared),
    "put_to_board": (
        final_set_is_complete,
        final_set_is_signed_off,
        comments_are_settled,
        reports_are_on_file,
        contributions_are_on_file,
        documents_are_released,
        family_is_accounted_for,
    ),
    "ratify": (set_is_before_the_board,),
    "submit": (guidance_has_an_evaluation, set_is_agreed),
    "resubmit": (newer_set_is_agreed,),
    "reconsider": (last_grade_is_inadequate,),
    "take_back_closing": (was_evaluated,),
    "close": (evaluation_is_settled, publication_is_settled, publication_is_free),
}


# Where each is settled: names of URLs that take the review's reference.
PLACES: dict[Condition, str] = {
    terms_are_agreed: "terms",
    agencies_are_commissioned: "contributions",
    agencies_have_returned: "contributions",
    family_is_accounted_for: "family",
    publication_is_settled: "publication",
    publication_is_free: "proceedings",
    final_set_is_complete: "reports",
    final_set_is_signed_off: "reports",
    comments_are_settled: "reports",
    reports_are_on_file: "final-set",
    contributions_are_on_file: "final-set",
    documents_are_released: "documents",
    set_is_before_the_board: "final-set",
    set_is_agreed: "final-set",
    newer_set_is_agreed: "final-set",
    evaluation_is_settled: "evaluation",
    last_grade_is_inadequate: "evaluation",
    was_evaluated: "evaluation",
    chair_and_author_are_ready: "people",
    everybody_has_declared: "people",
}


def missing_for(review: "Review", action: str, known: Known | None = None) -> list[Missing]:
    """Return everything that the move still needs, a sentence each."""
    known = known or Known(review)
    return [
        Missing(sentence, PLACES.get(check, ""))
        for check in CONDITIONS.get(action, ())
        for sentence in check(known)
    ]
