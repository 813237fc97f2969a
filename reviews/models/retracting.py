"""A letter of Ofsted's that was recorded on the wrong review is withdrawn. Methods of Review."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError

from boards.models import User
from reviews.models.confidence import in_confidence
from reviews.models.evaluating import event_of
from reviews.models.evaluation import Evaluation
from reviews.models.goes import goes
from reviews.models.history import Event
from reviews.states import State

BROUGHT_IN = "This review was brought in: its letter is withdrawn on the page of its evaluation."
HAS_MOVES = "Withdraw the letter of a review under way as a move, which takes the review back."
SUBMITTED_AGAIN = (
    "It stays: the review was reconsidered and submitted again after it. If it was no letter of "
    "this review, file what Ofsted confirms in writing among the documents."
)
RECONSIDERED = (
    "It stays while the review is reconsidered because of it. The business manager or the Chair "
    "first ends the reconsideration, on the review’s page; then withdraw the letter."
)
CLOSED = (
    "It stays while the review is closed. The business manager or the Chair first takes back the "
    "closing, on the review’s page; then withdraw the letter."
)


class Retracting:
    """The entry stays to be seen; the round stands without a letter, and waits for its own."""

    @goes(
        State.EVALUATED,
        to=State.SUBMITTED,
        label="Withdraw Ofsted’s letter",
        done="Ofsted’s letter, recorded on the wrong review, was withdrawn",
    )
    @in_confidence
    def withdraw_letter(self, *, by: User, at: datetime, reasons: str, **_: Any) -> None:
        """The last round waits for its letter, as it did before."""
        if self.is_past:
            raise ValidationError(BROUGHT_IN)
        self._withdraw(last_letter(self), reasons, by=by, at=at)

    @in_confidence
    def withdraw_past_letter(self, *, by: User, at: datetime, reasons: str) -> str:
        """The last letter of a review that was brought in counts no more; it stays where it is."""
        if not self.is_past:
            raise ValidationError(HAS_MOVES)
        wrong = last_letter(self)
        self._withdraw(wrong, reasons, by=by, at=at)
        return f"Ofsted’s letter of round {wrong.number} was withdrawn"

    def _withdraw(self, wrong: Evaluation | None, reasons: str, *, by: User, at: datetime) -> None:
        if wrong is None:
            raise ValidationError("No letter is recorded that could be withdrawn.")
        self._standing_for(wrong, reasons, withdrawn_by=by, withdrawn_at=at)
        name = event_of(wrong)
        Event.withdraw(self, name, at=at)
        before = self.evaluations.current().exclude(evaluated_on=None).last()
        if before and event_of(before) == name:
            Event.record(self, name, before.evaluated_on, by=by, at=at, reason=reasons)


def last_letter(review: Any) -> Evaluation | None:
    """Return the letter that was recorded last of those that count."""
    letter: Evaluation | None = review.evaluations.current().exclude(grade="").last()
    return letter


def why_it_stays(review: Any, letter: Evaluation) -> str:
    """Return why the letter is not withdrawn, as moves were made because of it; "" where it may."""
    if review.is_past:
        return ""
    if review.evaluations.filter(number__gt=letter.number).exists():
        return SUBMITTED_AGAIN
    return {State.RECONSIDERATION: RECONSIDERED, State.CLOSED: CLOSED}.get(review.state, "")
