"""The agreed set leaves: to Ofsted for evaluation, and to everybody else who is given a copy.

Methods of Review. Moves are called by `Review.move` alone, facts by `Review.record`.
"""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from boards.govuk.words import on_paper
from boards.models import User
from reviews.models.dispatch import Dispatch
from reviews.models.evaluation import Evaluation
from reviews.models.final_set import FinalSet
from reviews.models.goes import goes
from reviews.models.history import Event
from reviews.states import State

WHOLE_SET = "The whole set"


class Submitting:
    """A submission is always of a set that the board agreed."""

    @goes(
        State.RATIFIED,
        to=State.SUBMITTED,
        label="Record the submission to Ofsted",
        done="Submitted to Ofsted",
    )
    def submit(self, *, by: User, at: datetime, on: date, channel: str, **_: Any) -> None:
        """The agreed set is with Ofsted for evaluation."""
        Event.record(self, "submitted", on, by=by, at=at)
        self._submitted_set(channel, by=by, at=at, on=on)

    @goes(
        State.RECONSIDERATION,
        to=State.SUBMITTED,
        label="Record the resubmission",
        done="Submitted to Ofsted again",
    )
    def resubmit(self, *, by: User, at: datetime, on: date, channel: str, **_: Any) -> None:
        """The redone set, which the board agreed, is with Ofsted."""
        Event.record(self, "resubmitted", on, by=by, at=at)
        self._submitted_set(channel, by=by, at=at, on=on)

    def _submitted_set(self, channel: str, *, by: User, at: datetime, on: date) -> None:
        agreed = self.final_sets.agreed().last()
        _refuse_before_agreement(on, agreed)
        Evaluation.objects.create(
            review=self,
            number=self.evaluations.current().count() + 1,
            final_set=agreed,
            submitted_on=on,
            by=by,
            at=at,
        )
        self._send(agreed, "ofsted", "Ofsted", WHOLE_SET, on=on, channel=channel, by=by, at=at)

    def record_dispatch(
        self,
        *,
        by: User,
        at: datetime,
        recipient: str,
        what: str,
        on: date,
        channel: str,
        name: str = "",
    ) -> str:
        """A copy of the agreed set went to a recipient; `name` where the guidance names none."""
        agreed = self.final_sets.agreed().last()
        if agreed is None:
            raise ValidationError("The board has agreed no set yet, so that nothing may leave.")
        _refuse_before_agreement(on, agreed)
        if on > timezone.localdate(at):
            raise ValidationError({"on": "The day it was sent cannot be in the future."})
        called = Dispatch.name_of(recipient) or name
        if not called:
            raise ValidationError({"name": "Enter who it was sent to"})
        self._send(agreed, recipient, called, what, on=on, channel=channel, by=by, at=at)
        self.note_copies_shared(by=by, at=at)
        return f"A copy of {agreed.of_the_review} was sent to {called}"

    def acknowledge_dispatch(self, *, by: User, at: datetime, dispatch: Dispatch, on: date) -> str:
        """The recipient has said that the copy arrived."""
        if dispatch.review_id != self.pk or dispatch.acknowledged_on:
            raise ValidationError("This was acknowledged already.")
        if on < dispatch.sent_on:
            sent = on_paper(dispatch.sent_on)
            raise ValidationError({"on": f"It was sent on {sent}, so it cannot have come before."})
        dispatch.acknowledge(on=on)
        return f"{dispatch.recipient_name} acknowledged {dispatch.final_set.of_the_review}"

    def _send(
        self,
        agreed: FinalSet,
        recipient: str,
        name: str,
        what: str,
        *,
        on: date,
        channel: str,
        by: User,
        at: datetime,
    ) -> None:
        Dispatch.objects.create(
            review=self,
            final_set=agreed,
            recipient=recipient,
            recipient_name=name,
            what=what,
            sent_on=on,
            channel=channel,
            by=by,
            at=at,
        )


def _refuse_before_agreement(on: date, agreed: FinalSet) -> None:
    if on < agreed.agreed_on:
        day = on_paper(agreed.agreed_on)
        raise ValidationError({"on": f"The board agreed {agreed.of_the_review} on {day}."})
