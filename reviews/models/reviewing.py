"""The moves from the decision to the end; the board's part is in ratifying.py, what leaves
it in submitting.py, Ofsted's letter in evaluating.py and retracting.py.

Nobody calls them but `Review.move`, which asks who and when first.
"""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError

from boards.models import Board, User
from reviews.models.evaluating import Evaluating
from reviews.models.goes import goes
from reviews.models.ratifying import Ratifying
from reviews.models.retracting import Retracting
from reviews.models.submitting import Submitting
from reviews.states import BEFORE_DECISION, UNDER_WAY, State


class Reviewing(Ratifying, Submitting, Evaluating, Retracting):
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
        State.RATIFIED,
        State.EVALUATED,
        to=State.CLOSED,
        label="Close the review",
        done="The review was closed",
    )
    def close(self, **_: Any) -> None:
        """Evaluation and publication are settled; the action plan goes to monitoring."""

    @goes(
        State.CLOSED,
        to=State.EVALUATED,
        label="Take back the closing",
        done="The closing was taken back",
    )
    def take_back_closing(self, *, reasons: str, **_: Any) -> None:
        """It was closed too early, or on a grade that was entered in error."""

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
    def transfer(self, *, by: User, at: datetime, board: Board, reasons: str, **_: Any) -> None:
        """Another board leads."""
        if board.pk == self.board_id:
            raise ValidationError({"board": "Choose another board than the one that leads now."})
        self.let_set_lapse(by=by, at=at)

    @goes(*UNDER_WAY, to=State.RESCINDED, label="Rescind the review", done="The Chair rescinded it")
    def rescind(self, *, by: User, at: datetime, reasons: str, **_: Any) -> None:
        """The Chair ended the review before it was agreed, with the reason."""
        self.let_set_lapse(by=by, at=at)
