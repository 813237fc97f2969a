"""The moves of a review. Nobody calls them but `Review.move`, which asks who and when first."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django_fsm import transition

from boards.models import Board, User
from reviews.conditions import missing_for
from reviews.models.decision import Decision, Outcome, Recommendation
from reviews.models.evaluation import Evaluation
from reviews.models.history import Event
from reviews.permissions import refusal
from reviews.states import BEFORE_DECISION, DECIDED_AGAINST, UNDER_WAY, State


def goes(
    *sources: State, to: State, label: str, done: str
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The method is the move from `sources` to `to`; `label` is its button, `done` its news.

    The library's own permission and condition are the domain's, so that a direct call is no
    back door; `Review.move` asks both first, to say why.
    """

    def decorate(method: Callable[..., None]) -> Callable[..., None]:
        name = method.__name__
        return transition(
            field="state",
            source=list(sources),
            target=to,
            permission=lambda review, user: refusal(user, name, review) is None,
            conditions=[lambda review: not missing_for(review, name)],
            custom={"label": label, "done": done},
        )(method)

    return decorate


class Transitions:
    """The moves, as methods of Review; each records the facts that it needs."""

    @goes(State.REFERRED, to=State.SCREENING, label="Start screening", done="Screening started")
    def screen(self, **_: Any) -> None:
        """The sub-committee has taken the referral up."""

    @goes(
        State.SCREENING,
        to=State.REFERRED,
        label="Ask the referrer for information",
        done="Sent back to the referrer for information",
    )
    def ask_for_information(self, *, reasons: str, **_: Any) -> None:
        """The referral lacks something; screening starts again when it has come."""

    @goes(
        State.SCREENING,
        to=State.RECOMMENDED,
        label="Record the recommendation",
        done="The sub-committee gave its recommendation",
    )
    def recommend(
        self, *, by: User, at: datetime, on: date, outcome: str, reasons: str, **_: Any
    ) -> None:
        """The sub-committee's advice and reasons are with the Chair."""
        self.refuse_a_day_before("notified", on, "The sub-committee's meeting", at=at)
        Recommendation.objects.create(
            review=self,
            round=self.round,
            outcome=outcome,
            reasons=reasons,
            met_on=on,
            by=by,
            at=at,
        )

    @goes(
        State.RECOMMENDED,
        to=State.SCREENING,
        label="Return the recommendation",
        done="The Chair returned the recommendation",
    )
    def return_advice(self, *, at: datetime, reasons: str, **_: Any) -> None:
        """The Chair wants more before deciding; the advice given stays readable."""
        self.recommendations.filter(round=self.round, withdrawn_at=None).update(withdrawn_at=at)

    @goes(
        State.RECOMMENDED,
        to=State.SCOPING,
        label="Decide to hold a Serious Case Review",
        done="The Chair decided to hold a Serious Case Review",
    )
    def decide_scr(self, **details: Any) -> None:
        """A Serious Case Review is initiated."""
        self._decide(Outcome.SCR, "decided", **details)

    @goes(
        State.RECOMMENDED,
        to=State.OTHER_REVIEW,
        label="Decide on another learning review",
        done="The Chair decided on another learning review",
    )
    def decide_other_review(self, **details: Any) -> None:
        """There is no SCR; another review will learn from the case."""
        self._decide(Outcome.OTHER, "decided_no_review", **details)

    @goes(
        State.RECOMMENDED,
        to=State.NO_REVIEW,
        label="Decide against a review",
        done="The Chair decided against a review",
    )
    def decide_no_review(self, **details: Any) -> None:
        """There is no review, with reasons that stand beside the advice."""
        self._decide(Outcome.NONE, "decided_no_review", **details)

    def _decide(
        self,
        outcome: Outcome,
        event: str,
        *,
        by: User,
        at: datetime,
        on: date,
        reasons: str,
        review_again_on: date | None = None,
        **_: Any,
    ) -> None:
        advice = self.recommendations.get(round=self.round, withdrawn_at=None)
        if on < advice.met_on:
            raise ValidationError(
                {
                    "on": f"The decision cannot be before the sub-committee's meeting on "
                    f"{advice.met_on:%-d %B %Y}."
                }
            )
        Event.record(self, event, on, by=by, at=at)
        Decision.objects.create(
            review=self,
            round=self.round,
            outcome=outcome,
            reasons=reasons,
            is_against_advice=outcome != advice.outcome,
            on=on,
            review_again_on=review_again_on,
            by=by,
            at=at,
        )

    @goes(
        *DECIDED_AGAINST,
        to=State.SCREENING,
        label="Reopen on new information",
        done="Reopened on new information",
    )
    def reopen(self, *, by: User, at: datetime, on: date, reasons: str, **_: Any) -> None:
        """A new round has begun, with its own trigger date; the earlier stays readable."""
        decided = self.decisions.last()
        if decided and on < decided.on:
            raise ValidationError(
                {
                    "on": "New information cannot be before the decision of "
                    f"{decided.on:%-d %B %Y}."
                }
            )
        self.round += 1
        Event.record(self, "notified", on, by=by, at=at, reason=reasons)
        Event.record(self, "referred", on, by=by, at=at, reason=reasons)

    @goes(
        State.SCOPING,
        to=State.CHRONOLOGY,
        label="Begin the chronology",
        done="Agencies began their chronologies and IMRs",
    )
    def begin_chronology(self, **_: Any) -> None:
        """Scope, people and agencies are settled."""

    @goes(
        State.CHRONOLOGY,
        to=State.PANEL,
        label="Begin the panel's analysis",
        done="The panel began its analysis",
    )
    def begin_panel(self, **_: Any) -> None:
        """Every agency has returned what it was asked for, or was waived."""

    @goes(
        State.PANEL,
        to=State.RATIFICATION,
        label="Put the final set to the board",
        done="The final set was put to the board",
    )
    def put_to_board(self, **_: Any) -> None:
        """The board has overview report, summary and action plan."""

    @goes(
        State.RATIFICATION,
        to=State.PANEL,
        label="Send back to the panel",
        done="The board sent it back to the panel",
    )
    def send_back(self, *, reasons: str, **_: Any) -> None:
        """The board wants changes before it agrees."""

    @goes(
        State.RATIFICATION,
        to=State.RATIFIED,
        label="Record the board's agreement",
        done="The board agreed the review",
    )
    def ratify(self, *, by: User, at: datetime, on: date, **_: Any) -> None:
        """The board has agreed the final set."""
        Event.record(self, "ratified", on, by=by, at=at)

    @goes(
        State.RATIFIED,
        to=State.SUBMITTED,
        label="Record the submission to Ofsted",
        done="Submitted to Ofsted",
    )
    def submit(self, *, by: User, at: datetime, on: date, **_: Any) -> None:
        """The set is with Ofsted for evaluation."""
        Event.record(self, "submitted", on, by=by, at=at)
        self._submitted_again(by=by, at=at, on=on)

    @goes(
        State.SUBMITTED,
        to=State.EVALUATED,
        label="Record Ofsted's letter and grade",
        done="Ofsted's grade was recorded",
    )
    def record_evaluation(
        self,
        *,
        by: User,
        at: datetime,
        on: date,
        grade: str,
        letter_reference: str = "",
        **_: Any,
    ) -> None:
        """Ofsted's judgement stands beside any earlier one."""
        evaluation = self.evaluations.get(evaluated_on=None)
        Event.record(
            self, "evaluated" if evaluation.number == 1 else "reevaluated", on, by=by, at=at
        )
        evaluation.evaluated_on = on
        evaluation.grade = grade
        evaluation.letter_reference = letter_reference
        evaluation.save()

    @goes(
        State.EVALUATED,
        to=State.RECONSIDERATION,
        label="Reconsider the review",
        done="Reconsideration began",
    )
    def reconsider(self, *, reasons: str, **_: Any) -> None:
        """It was judged inadequate and is being redone."""

    @goes(
        State.RECONSIDERATION,
        to=State.SUBMITTED,
        label="Record the resubmission",
        done="Submitted to Ofsted again",
    )
    def resubmit(self, *, by: User, at: datetime, on: date, **_: Any) -> None:
        """The reconsidered set is with Ofsted."""
        Event.record(self, "resubmitted", on, by=by, at=at)
        self._submitted_again(by=by, at=at, on=on)

    def _submitted_again(self, *, by: User, at: datetime, on: date) -> None:
        number = self.evaluations.count() + 1
        Evaluation.objects.create(review=self, number=number, submitted_on=on, by=by, at=at)

    @goes(
        State.RATIFIED,
        State.EVALUATED,
        to=State.CLOSED,
        label="Close the review",
        done="The review was closed",
    )
    def close(self, **_: Any) -> None:
        """Evaluation and publication are settled; the action plan goes to monitoring."""

    @goes(*BEFORE_DECISION, to=State.WITHDRAWN, label="Withdraw", done="The referral was withdrawn")
    def withdraw(self, *, reasons: str, **_: Any) -> None:
        """It was a duplicate or an error."""

    @goes(
        *BEFORE_DECISION,
        *UNDER_WAY,
        to=State.TRANSFERRED,
        label="Transfer to another board",
        done="Transferred to another board",
    )
    def transfer(self, *, board: Board, reasons: str, **_: Any) -> None:
        """Another board leads."""
        if board.pk == self.board_id:
            raise ValidationError({"board": "Choose another board than the one that leads now."})

    @goes(*UNDER_WAY, to=State.RESCINDED, label="Rescind the review", done="The Chair rescinded it")
    def rescind(self, *, reasons: str, **_: Any) -> None:
        """The Chair ended the review before it was agreed, with the reason."""
