"""What agencies are asked for, and what became of it. Methods of Review."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import ValidationError

from boards.models import Agency, User
from reviews import permissions
from reviews.models.commission import Commission, CommissionKind
from reviews.states import State


class Commissioning:
    """Each records one fact and returns the news of it, without a full stop."""

    def ask_agencies(
        self,
        *,
        by: User,
        at: datetime,
        agencies: Iterable[Agency],
        kind: str,
        on: date,
        due_on: date,
    ) -> str:
        """The agencies have been asked, and each has its day."""
        if kind == CommissionKind.ACCURACY:
            raise ValidationError({"kind": "Open a draft of the report to the agencies instead."})
        is_check = kind == CommissionKind.CHECK
        if is_check != (self.state == State.SCREENING):
            raise ValidationError(
                {"kind": "Ask for checks while screening, and for contributions afterwards."}
            )
        asked = Commission.ask(self, agencies, kind=kind, on=on, due_on=due_on, by=by, at=at)
        if not asked:
            raise ValidationError({"agencies": "These agencies were asked for this already."})
        return f"{len(asked)} agencies asked: {CommissionKind(kind).label.lower()}"

    def return_commission(
        self, *, by: User, at: datetime, commission: Commission, on: date, answer: str = ""
    ) -> str:
        """What the agency was asked for has come; a report that it submits itself comes otherwise.

        Staff record a report that came on paper.
        """
        permissions.require_of_agency(by, "return_commission", commission)
        self._require_outstanding(commission)
        if on < commission.asked_on:
            raise ValidationError(
                {
                    "on": f"It was asked for on {commission.asked_on:%-d %B %Y}, so it cannot have "
                    "come before."
                }
            )
        commission.record_return(on=on, answer=answer, by=by)
        return f"{commission} was returned"

    def reopen_commission(
        self, *, by: User, at: datetime, commission: Commission, on: date, due_on: date
    ) -> str:
        """What the agency returned has gone back to it, and has another day."""
        if commission.review_id != self.pk or commission.returned_on is None:
            raise ValidationError("This was not returned, so it cannot be sent back.")
        if due_on < on:
            raise ValidationError({"due_on": "The new day must be today or later."})
        commission.reopen(on=on, due_on=due_on)
        return f"{commission} was sent back, to be returned by {due_on:%-d %B %Y}"

    def waive_commission(
        self, *, by: User, at: datetime, commission: Commission, on: date, reasons: str
    ) -> str:
        """The board does without it, for the reason given."""
        self._require_outstanding(commission)
        commission.waive(on=on, because=reasons)
        return f"{commission} was waived"

    def _require_outstanding(self, commission: Commission) -> None:
        if commission.review_id != self.pk or not commission.is_outstanding:
            raise ValidationError("This was returned or waived already.")
