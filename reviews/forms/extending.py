"""Extending a date: what the new one does is shown before anything changes."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from boards.govuk.fields import DayField, LineField
from boards.govuk.words import on_paper
from reviews.forms.case import reasons_field
from reviews.forms.dates import DateForm
from reviews.models import Deadline, Hold, Review
from reviews.models.clock import Change


class ExtendForm(DateForm):
    about = "to"
    intro = (
        "The date it has now is kept beside the new one. Everybody who was told of the old date is "
        "told of the new. You see what moves before anything changes."
    )
    may_lie_ahead = frozenset({"to"})
    becomes_due = frozenset({"to"})
    from_address = frozenset({"deadline"})
    deadline = forms.ModelChoiceField(
        Deadline.objects.none(),
        label="Which date?",
        empty_label="Choose a date",
        error_messages={"required": "Select the date to extend"},
    )
    to = DayField(called="the new date", label="What is the new date?")
    reason = reasons_field("why the date is extended", "Why?", max_length=2000)
    authority = LineField(called="who agreed it", label="Who agreed it?", max_length=200)
    told = LineField(
        called="who was told",
        label="Who was told? (optional)",
        help_text="For example, the Government Office.",
        max_length=300,
        required=False,
    )
    agreed_on = DayField(called="the date it was agreed", label="When was it agreed?")

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["deadline"].queryset = self.review.deadlines.may_be_extended()

    @classmethod
    def prefilled(cls, review: Review, asked: Mapping[str, str]) -> dict[str, Any]:
        """Return the date to extend and, of a hold or pause that was named, its reason."""
        known = super().prefilled(review, asked)
        if (hold := asked.get("hold", "")).isdecimal():
            for each in Hold.objects.of_review(review).filter(pk=hold):
                known["reason"] = each.because
        elif "pause" in asked:
            for each in review.pauses.filter(until_on=None):
                known["reason"] = each.reason
        return known

    def effect(self) -> list[Change]:
        """Return the one date that moves. Raises ValidationError where it may not."""
        deadline, to = self.cleaned_data["deadline"], self.cleaned_data["to"]
        self._act_by = deadline.act_by_if_extended(to)
        was = deadline.due_on
        return [Change(deadline.kind, deadline.name, was, to, was_owed=True, is_owed=True)]

    def warnings(self, changes: Sequence[Change]) -> list[str]:
        """Say also when the new date is no working day."""
        warnings = super().warnings(changes)
        to = self.cleaned_data["to"]
        if self._act_by != to:
            day = f"{self._act_by:%A} {on_paper(self._act_by)}"
            warnings.append(
                f"The new date is no working day: what is owed has to be done by {day}."
            )
        return warnings
