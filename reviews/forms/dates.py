"""Recording, correcting and re-ruling the dates that clocks run from, with their effect first."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from boards.govuk.fields import Radios
from reviews.forms.case import CaseForm, reasons_field
from reviews.forms.notify.questions import known_day
from reviews.models import Event, EventName
from reviews.models.clock import Change, preview
from reviews.statutory import GUIDANCE, UnknownHolidays

# What a clock waits for and no move records.
RECORDABLE = (
    EventName.LEARNED,
    EventName.RAPID_REVIEW_SENT,
    EventName.NATIONAL_PANEL_TOLD,
    EventName.PUBLISHING,
    EventName.SHARED_BEFORE_PUBLICATION,
)


class DateForm(CaseForm):
    """A form whose answer moves dates: what cannot be is refused before its effect is shown."""

    about: ClassVar[str]  # the field that a refusal stands beside

    def effect(self) -> list[Change]:
        """Return what would move. Raises UnknownHolidays, and ValidationError where it may not."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if self.errors:
            return facts
        try:
            self._changes = self.effect()
        except UnknownHolidays as unknown:
            self.add_error(self.about, str(unknown))
        except ValidationError as refusal:
            self.refuse(refusal)
        return facts

    def changes(self) -> list[Change]:
        return self._changes


class EventForm(DateForm):
    """A date of one of the events of the case."""

    from_address = frozenset({"event"})
    about = "on"

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if not self.errors:
            reasons = Event.reasons_against(self.review, facts["event"], facts["on"], self.today)
            for reason in reasons:
                self.add_error("on", reason)
        return facts

    def effect(self) -> list[Change]:
        return preview(self.review, event=self.cleaned_data["event"], on=self.cleaned_data["on"])


class RecordEventForm(EventForm):
    event = forms.ChoiceField(
        label="What took place?",
        widget=Radios,
        error_messages={"required": "Select what took place"},
    )
    on = known_day("the date it took place", "When?")

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        known = self.review.dates()
        self.fields["event"].choices = [
            (name.value, name.label) for name in RECORDABLE if name.value not in known
        ]


class CorrectEventForm(EventForm):
    intro = "The date it has now is kept. You see which due dates move before anything changes."
    event = forms.ChoiceField(
        label="Which date is wrong?",
        widget=Radios,
        error_messages={"required": "Select the date to correct"},
    )
    on = known_day("the right date", "What is the right date?")
    reasons = reasons_field("how the mistake was found", "How was this found?", max_length=500)

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["event"].choices = [
            (name, f"{EventName(name).label}: {on.spoken}")
            for name, on in self.review.dates().items()
        ]
        self.initial.pop("on", None)  # today, which is hardly ever the right date


class PinGuidanceForm(DateForm):
    about = "guidance"
    intro = "Without a pin, each date follows the guidance in force on the day its clock started."
    guidance = forms.ChoiceField(
        label="Which guidance does the case follow?",
        choices=[
            *((slug, guidance.name) for slug, guidance in GUIDANCE.items()),
            ("", "None: the guidance in force on each day"),
        ],
        widget=Radios,
        required=False,
    )
    reasons = reasons_field("the reason", "Why?", max_length=500)

    def effect(self) -> list[Change]:
        return preview(self.review, pinned=self.cleaned_data["guidance"])
