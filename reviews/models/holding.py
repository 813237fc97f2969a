"""What other proceedings hold up of the review. Methods of Review."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from boards.govuk.words import on_paper
from boards.models import User
from reviews.models.confidence import in_confidence
from reviews.models.proceedings import OVER, HeldUp, Hold, Proceedings, ProceedingsState


class Holding:
    """Each records one fact and returns the news of it, without a full stop."""

    @in_confidence
    def add_proceedings(
        self, *, by: User, at: datetime, state: str, on: date, note: str = "", **facts: Any
    ) -> str:
        """The proceedings are on the file, and stand at `state` since the day."""
        proceedings = self.proceedings.create(by=by, at=at, **facts)
        proceedings.steps.create(state=state, on=on, note=note, by=by, at=at)
        return f"{proceedings.get_kind_display()} beside the review: put on the file"

    @in_confidence
    def change_proceedings(
        self, *, by: User, at: datetime, proceedings: Proceedings, **facts: Any
    ) -> str:
        """The proceedings are described anew; where they stood and what they held stays."""
        for name, value in facts.items():
            setattr(proceedings, name, value)
        proceedings.save(update_fields=list(facts))
        return f"{proceedings.get_kind_display()} beside the review: details changed"

    def move_proceedings(
        self,
        *,
        by: User,
        at: datetime,
        proceedings: Proceedings,
        state: str,
        on: date,
        note: str = "",
        lifts: bool = False,
    ) -> str:
        """The proceedings stand at `state` since the day; `lifts` ends what they held up."""
        self._refuse_a_step_back(proceedings, on)
        if lifts and state not in OVER:
            raise ValidationError({"lifts": "Holds are lifted here when the proceedings are over."})
        proceedings.steps.create(state=state, on=on, note=note, by=by, at=at)
        standing = ProceedingsState(state).label.lower()
        if lifts:
            for hold in proceedings.holds.in_force():
                self._lift(hold, by=by, at=at, on=on, reason=f"The proceedings are {standing}.")
        return f"{proceedings}: {standing}"

    def hold_up(
        self, *, by: User, at: datetime, proceedings: Proceedings, what: str, **facts: Any
    ) -> str:
        """This part of the review waits for the proceedings, for a reason."""
        try:
            with transaction.atomic():
                hold = proceedings.holds.create(what=what, by=by, at=at, **facts)
        except IntegrityError as held:
            raise ValidationError(
                {"what": f"These proceedings hold this up already: {HeldUp(what).label.lower()}."}
            ) from held
        return hold.sentence

    def lift_hold(
        self, *, by: User, at: datetime, proceedings: Proceedings, hold: Hold, on: date, reason: str
    ) -> str:
        """This part of the review waits for the proceedings no more."""
        if hold.proceedings_id != proceedings.pk or hold.lifted_on is not None:
            raise ValidationError({"hold": "This hold was lifted already."})
        self._lift(hold, by=by, at=at, on=on, reason=reason)
        return f"{hold}: no longer held up by {proceedings.in_a_sentence}"

    def _refuse_a_step_back(self, proceedings: Proceedings, on: date) -> None:
        if on < (before := proceedings.step).on:
            raise ValidationError(
                {
                    "on": f"They were {before.get_state_display().lower()} on "
                    f"{on_paper(before.on)}: enter that day or a later one."
                }
            )

    def _lift(self, hold: Hold, *, by: User, at: datetime, on: date, reason: str) -> None:
        if on < hold.since_on:
            raise ValidationError(
                {
                    "on": f"{hold} was held up from {on_paper(hold.since_on)}: enter that day or a "
                    "later one."
                }
            )
        hold.lifted_on, hold.lifted_because, hold.lifted_by, hold.lifted_at = on, reason, by, at
        hold.save(update_fields=["lifted_on", "lifted_because", "lifted_by", "lifted_at"])
