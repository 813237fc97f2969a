"""What is asked when a chronology is handed in, and when it is sent back."""

from typing import Any

from boards.govuk.fields import DayField, Limit, TickField
from reviews.forms.case import CaseForm, reasons_field


class HandInForm(CaseForm):
    submit_text = "Hand it in"
    declared = TickField(
        label=(
            "The agency’s records for the period were searched, and this chronology says what they "
            "hold. What is still marked to be mended cannot be mended."
        ),
        must="Confirm that the records were searched and that this is what they hold",
    )


class SendBackForm(CaseForm):
    submit_text = "Send it back"
    may_lie_ahead = frozenset({"again_by_on"})
    becomes_due = frozenset({"again_by_on"})
    because = reasons_field(
        "what has to be mended",
        "What has to be mended?",
        max_length=5000,
        help_text="The agency reads this here; the e-mail to it carries none of it.",
    )
    again_by_on = DayField(called="the day it is wanted again", label="By when is it wanted again?")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["again_by_on"].not_before = Limit(self.today, "today")
