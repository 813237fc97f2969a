"""What is recorded of an agency's return."""

from typing import Any

from boards.govuk.fields import DayField, ProseField
from reviews.forms.case import CaseForm, reasons_field
from reviews.models import Commission


class CommissionForm(CaseForm):
    """A form about one commission, which its facts carry."""

    def __init__(self, *args: Any, commission: Commission, **kw: Any) -> None:
        self.commission = commission
        super().__init__(*args, **kw)

    def facts(self) -> dict[str, Any]:
        return {**self.cleaned_data, "commission": self.commission}


class ReturnForm(CommissionForm):
    submit_text = "Record the return"
    on = DayField(called="the date it was returned", label="When was it returned?")
    answer = ProseField(
        called="what the agency knows",
        label="What does the agency know of the child and the family?",
        help_text="For a chronology or IMR, say where it is kept.",
        max_length=20_000,
        required=False,
    )


class WaiveForm(CommissionForm):
    submit_text = "Do without it"
    on = DayField(called="the date of this decision", label="When was this decided?")
    reasons = reasons_field("why the board does without it", "Why?", max_length=500)


FORMS: dict[str, tuple[str, type[CommissionForm]]] = {
    "return_commission": ("Record what the agency returned", ReturnForm),
    "waive_commission": ("Do without this return", WaiveForm),
}
