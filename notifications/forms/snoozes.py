"""How somebody puts reminders off."""

from datetime import date, timedelta
from typing import Any

from django import forms

from boards.govuk.day import Limit
from boards.govuk.fields import DayField, ProseField
from boards.govuk.forms import PortalForm
from notifications.models.snooze import LONGEST


class SnoozeForm(PortalForm):
    """The reason is read by those who see the review."""

    submit_text = "Put reminders off"

    until = DayField(called="the day from which reminders go on", label="Until which day?")
    reason = ProseField(
        called="why reminders are put off",
        label="Why?",
        help_text="Name no child. Whoever sees the review can read it, and the log keeps it.",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        last = on + LONGEST
        until = self.fields["until"]
        until.not_before = Limit(on + timedelta(days=1), "tomorrow")
        until.not_after = Limit(last, f"{LONGEST.days} days from today")
        until.help_text = f"The latest is {last.day} {last.month} {last.year}"
