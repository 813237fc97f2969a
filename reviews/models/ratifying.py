"""The board's part: a set is put to it, and it signs this very set or sends it back.

Methods of Review. Moves are called by `Review.move` alone, facts by `Review.record`.
"""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError

from boards.models import User
from reviews.conditions import NotYet, missing_for
from reviews.models.final_set import FinalSet
from reviews.models.goes import goes
from reviews.models.history import Event, StateChange
from reviews.states import State


class Ratifying:
    """A review that was agreed without a set, or is redone, has its set signed without moving."""

    @goes(
        State.PANEL,
        to=State.RATIFICATION,
        label="Put the final set to the board",
        done="The final set was put to the board",
    )
    def put_to_board(self, *, by: User, at: datetime, **_: Any) -> None:
        """The board has the set: exact versions, each with its checksum."""
        FinalSet.freeze(self, by=by, at=at)

    @goes(
        State.RATIFICATION,
        to=State.PANEL,
        label="Send back to the panel",
        done="The board sent it back to the panel",
    )
    def send_back(
        self,
        *,
        by: User,
        at: datetime,
        reasons: str = "",
        about: dict[str, str] | None = None,
        **_: Any,
    ) -> None:
        """The board wants changes before it agrees; a set that it had is closed."""
        open_set = self.final_sets.open().first()
        _require_reasons(reasons, about)
        if open_set:
            open_set.send_back(reasons=reasons, about=about or {}, by=by, at=at)

    @goes(
        State.RATIFICATION,
        to=State.RATIFIED,
        label="Sign the final set for the board",
        done="The board agreed the review",
    )
    def ratify(
        self, *, by: User, at: datetime, on: date, digest: str, statement: str = "", **_: Any
    ) -> None:
        """The Chair has signed the set with this digest for the board, which agreed on the day."""
        self._sign(digest, on=on, statement=statement, by=by, at=at)
        Event.record(self, "ratified", on, by=by, at=at)

    def put_again(self, *, by: User, at: datetime, reasons: str = "") -> str:
        """The board has a set of a review that it agreed before, or that is being redone.

        The very files that it agreed before are put with reasons alone.
        """
        if self.final_sets.open().exists():
            raise ValidationError("A set is before the board already.")
        if self.state == State.RATIFIED and self.final_sets.agreed().exists():
            raise ValidationError("The board has agreed a set: it stands.")
        if missing := missing_for(self, "put_to_board"):
            raise NotYet([each.sentence for each in missing])
        if not reasons and (same := FinalSet.unchanged(self)):
            raise ValidationError(
                {"reasons": f"Enter why the files of {same.of_the_review} are put unchanged"}
            )
        news = f"{FinalSet.freeze(self, by=by, at=at)} was put to the board"
        details = {"reasons": reasons} if reasons else {}
        StateChange.tell(self, "put_again", details, by=by, at=at)
        return news

    def sign_again(
        self, *, by: User, at: datetime, on: date, digest: str, statement: str = ""
    ) -> str:
        """The Chair has signed the set for the board.

        A review that was agreed before the portal kept sets was agreed before its set was put.
        """
        return f"The Chair signed {self._sign(digest, on=on, statement=statement, by=by, at=at)}"

    def return_again(
        self, *, by: User, at: datetime, reasons: str = "", about: dict[str, str] | None = None
    ) -> str:
        """The board wants changes to the redone set."""
        open_set = self._require_open_set()
        _require_reasons(reasons, about)
        open_set.send_back(reasons=reasons, about=about or {}, by=by, at=at)
        return f"The board sent {open_set.of_the_review} back"

    def let_set_lapse(self, *, by: User, at: datetime) -> None:
        """No set stays open on a review that has ended."""
        if open_set := self.final_sets.open().first():
            open_set.lapse(by=by, at=at)

    def _sign(self, digest: str, *, on: date, statement: str, by: User, at: datetime) -> FinalSet:
        open_set = self._require_open_set()
        if open_set.digest != digest:
            raise ValidationError(
                f"What you read is no longer before the board: {open_set.of_the_review} is. Read "
                "it, then sign it."
            )
        if on < open_set.put_on and self.state != State.RATIFIED:
            raise ValidationError(
                {"on": f"{open_set} was put to the board on {open_set.put_on:%-d %B %Y}."}
            )
        open_set.agree(on=on, statement=statement, by=by, at=at)
        return open_set

    def _require_open_set(self) -> FinalSet:
        open_set = self.final_sets.open().first()
        if open_set is None:
            raise ValidationError("No set is before the board.")
        return open_set


def _require_reasons(reasons: str, about: dict[str, str] | None) -> None:
    if not reasons and not about:
        raise ValidationError({"reasons": "Enter what must change, for the set or for a document"})
