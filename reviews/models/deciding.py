"""The moves from the referral to the Chair's decision, and back when something new is known.

Nobody calls them but `Review.move`, which asks who and when first.
"""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError

from boards.models import User
from reviews.models.decision import Decision, Outcome, Recommendation
from reviews.models.goes import goes
from reviews.models.history import Event
from reviews.states import DECIDED_AGAINST, State


class Deciding:
    """Methods of Review; each records the facts that it needs."""

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
                {"on": f"New information cannot be before the decision of {decided.on:%-d %B %Y}."}
            )
        self.round += 1
        Event.record(self, "notified", on, by=by, at=at, reason=reasons)
        Event.record(self, "referred", on, by=by, at=at, reason=reasons)
