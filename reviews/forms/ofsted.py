"""Days on which Ofsted had, or answered, a set: its evaluations have ended since."""

from typing import Any

from boards.govuk.fields import TickField
from boards.govuk.words import on_paper
from reviews.forms.case import CaseForm
from reviews.statutory import EVALUATION


class OfstedDayForm(CaseForm):
    """A form with the day `on`: one after the last of the evaluations has to be meant.

    The day of today is not filled in once it can hardly be the day.
    """

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        if self.today > EVALUATION.last_day:
            if self.initial.get("on") == self.today:
                del self.initial["on"]
            last = on_paper(EVALUATION.last_day)
            self.fields["is_late"] = TickField(
                label=f"The date is after {last}, when Ofsted’s evaluations ended, and is right"
            )

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        on = facts.get("on")
        if on and on > EVALUATION.last_day and not facts.get("is_late"):
            last = on_paper(EVALUATION.last_day)
            self.add_error(
                "is_late",
                f"Ofsted’s evaluations ended on {last}: correct the date, or confirm that it is "
                "right",
            )
        return facts
