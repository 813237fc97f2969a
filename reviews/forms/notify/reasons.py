"""Why the incident is notified, with the basis in the law of its day."""

from typing import Any

from django import forms

from boards.govuk.fields import Checkboxes, ProseField
from reviews.forms.notify.base import NotifyForm
from reviews.forms.notify.questions import choice
from reviews.models.incident import Likelihood
from reviews.statutory import (
    GUIDANCE,
    Guidance,
    NoGuidance,
    PartialDate,
    UnreadableDate,
    guidance_on,
)


class ReasonForm(NotifyForm):
    slug = "reason"
    title = "Reason and legal basis"

    reasons = forms.MultipleChoiceField(
        label="Why is the incident notified?",
        widget=Checkboxes,
        error_messages={
            "required": "Select at least one reason for the notification",
            "invalid_choice": "Select the reason again: the guidance follows the date the board "
            "was notified, and its list has changed",
        },
    )
    likelihood = choice("Does it meet the criteria for a serious case review?", Likelihood.choices)
    reason_notes = ProseField(
        called="why the criteria may be met",
        label="What points to that?",
        max_length=5000,
        required=False,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        reasons = self.guidance.reasons
        field = self.fields["reasons"]
        field.choices = [(reason.code, reason.text) for reason in reasons]
        field.widget.hints = {reason.code: reason.legal_basis for reason in reasons}

    @property
    def notified(self) -> PartialDate | None:
        """The day the board was notified, as far as the draft says it legibly."""
        page = self.draft.answered.get(("dates", ""))
        typed = page.values.get("notified", [""])[-1] if page else ""
        try:
            return PartialDate.parse(typed)
        except UnreadableDate:
            return None

    @property
    def guidance(self) -> Guidance:
        """The guidance in force on the day of notification; today's while there is none."""
        try:
            return guidance_on(self.notified.earliest if self.notified else self.on)
        except NoGuidance:
            return next(iter(GUIDANCE.values()))

    @property
    def intro(self) -> str:
        if self.notified is None:
            return (
                f"These are the reasons of {self.guidance.name}, in force today. "
                "They change with the date the board was notified, which is not entered yet."
            )
        return f"These are the reasons of {self.guidance.name}, in force on {self.notified.spoken}."

    def facts(self) -> dict[str, Any]:
        return super().facts() | {"guidance": self.guidance.slug}

    def answers(self) -> list[tuple[str, str]]:
        return [("Guidance", self.guidance.name), *super().answers()]

    def spoken(self, name: str) -> str:
        if name != "reasons" or not self.is_bound or name in self.errors:
            return super().spoken(name)
        chosen = self.cleaned_data["reasons"]
        return "\n".join(
            f"{reason.text} ({reason.legal_basis})"
            for reason in self.guidance.reasons
            if reason.code in chosen
        )
