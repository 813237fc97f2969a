"""When somebody is away, and who covers for them."""

from datetime import date
from typing import Any

from django import forms

from boards.govuk.fields import DayField
from boards.govuk.forms import PortalForm
from boards.models import Board, User
from reviews.forms.owning import may_own


class AbsenceForm(PortalForm):
    """Asks for the days, and for a colleague of the same board."""

    submit_text = "Save"
    from_on = DayField(called="the first day away", label="First day away")
    to_on = DayField(called="the last day away", label="Last day away")
    cover = forms.ModelChoiceField(
        User.objects.none(),
        label="Who covers for you?",
        help_text="They see and run the reviews that you own, and are sent your reminders as well.",
        empty_label="Choose a person",
        error_messages={"required": "Select who covers for you"},
    )

    def __init__(self, *args: Any, board: Board, user: User, today: date, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.today = today
        self.fields["cover"].queryset = may_own(board.pk).exclude(pk=user.pk)

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        first, last = facts.get("from_on"), facts.get("to_on")
        if first and last and last < first:
            self.add_error("to_on", "The last day away must be the first day or after it")
        elif last and last < self.today:
            self.add_error("to_on", "The last day away must be today or after it")
        return facts
