"""Recording, correcting and re-ruling the dates that clocks run from, with their effect first."""

from typing import Any

from django import forms

from boards.govuk.fields import Radios
from reviews.forms.case import CaseForm, reasons_field
from reviews.forms.notify.questions import known_day
from reviews.models import EventName
from reviews.models.clock import Change, preview
from reviews.statutory import GUIDANCE

# What a clock waits for and no move records.
RECORDABLE = (
    EventName.LEARNED,
    EventName.RAPID_REVIEW_SENT,
    EventName.NATIONAL_PANEL_TOLD,
    EventName.PUBLISHING,
    EventName.SHARED_BEFORE_PUBLICATION,
)


class RecordEventForm(CaseForm):
    from_address = frozenset({"event"})
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

    def changes(self) -> list[Change]:
        return preview(self.review, event=self.cleaned_data["event"], on=self.cleaned_data["on"])


class CorrectEventForm(CaseForm):
    intro = "The date it has now is kept. You see which due dates move before anything changes."
    from_address = frozenset({"event"})
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

    def changes(self) -> list[Change]:
        return preview(self.review, event=self.cleaned_data["event"], on=self.cleaned_data["on"])


class PinGuidanceForm(CaseForm):
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

    def changes(self) -> list[Change]:
        return preview(self.review, pinned=self.cleaned_data["guidance"])
