"""The moves from the decision to the end.

Nobody calls them but `Review.move`, which asks who and when first.
"""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError

from boards.models import Board, User
from reviews.models.evaluation import Evaluation
from reviews.models.goes import goes
from reviews.models.history import Event
from reviews.states import BEFORE_DECISION, UNDER_WAY, State


class Reviewing:
    """Methods of Review; each records the facts that it needs."""

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
