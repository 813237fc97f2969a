"""The form that names a bank holiday, before what it moves is shown."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError

from boards.govuk.fields import DayField, LineField
from boards.govuk.forms import PortalForm
from reviews.models import BankHoliday


class BankHolidayForm(PortalForm):
    """A day off that was proclaimed. It is asked for by the address, which changes nothing."""

    submit_text: ClassVar[str] = "Show which dates move"
    method: ClassVar[str] = "get"

    day = DayField(called="the day of the bank holiday", label="Day")
    name = LineField(
        called="the name of the bank holiday",
        label="Name",
        max_length=80,
        help_text="For example, State Funeral of Queen Elizabeth II",
    )
    source = LineField(
        called="what proclaimed it",
        label="What proclaimed it?",
        max_length=200,
        help_text="For example, Royal Proclamation of 12 September 2022",
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a day that is off already."""
        if "day" in self.cleaned_data:
            try:
                BankHoliday(day=self.cleaned_data["day"]).clean()
            except ValidationError as refusal:
                self.add_error(None, refusal)
        return self.cleaned_data

    def holiday(self) -> BankHoliday:
        """Return the bank holiday as asked for, which is not stored."""
        return BankHoliday(**self.cleaned_data)
