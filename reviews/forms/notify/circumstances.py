"""Who referred the incident, when it happened and was learned of, and what happened."""

from collections.abc import Sequence
from typing import Any

from django import forms

from boards.govuk.fields import DayField, LineField, ProseField, Radios, TickField
from reviews.forms.notify.base import NotifyForm
from reviews.forms.notify.questions import answer, known_day
from reviews.models.history import out_of_order
from reviews.models.incident import Harm
from reviews.statutory import PartialDate


class ReferrerForm(NotifyForm):
    slug = "referrer"
    title = "Who referred it"

    referrer_name = LineField(
        called="the referrer’s name", label="Name", max_length=120, required=False
    )
    referrer_role = LineField(
        called="the referrer’s role", label="Role or job title", max_length=120, required=False
    )
    referrer_agency = LineField(
        called="the referrer’s agency", label="Agency", max_length=120, required=False
    )
    referrer_contact = LineField(
        called="how to reach the referrer",
        label="Contact",
        help_text="A telephone number or a secure email address.",
        required=False,
    )
    referral_on = DayField(
        called="the date on the referral", label="Date on the referral form", required=False
    )
    is_referral_signed = answer("the referral is signed", "Is the referral form signed?")


class DatesForm(NotifyForm):
    slug = "dates"
    title = "When it happened and became known"
    intro = (
        "Four dates are kept apart. The fourth, the date it was logged, is recorded by the portal "
        "when you submit."
    )

    happened = known_day(
        "the date of the incident", "When did the incident happen?", required=False
    )
    happened_not_known = TickField(label="The date of the incident is not known")
    happened_time = LineField(
        called="the time of the incident",
        label="At what time, if known?",
        help_text="For example, 3:30pm, or between 1am and 4am.",
        max_length=40,
        required=False,
    )
    learned = known_day(
        "the date the local authority learned of the incident",
        "When did the local authority learn of it?",
        required=False,
    )
    learned_not_known = TickField(label="The date the local authority learned of it is not known")
    notified = known_day(
        "the date the board was notified of the incident",
        "When was the board notified?",
        help_text="Clocks start from a full date, such as 27 March 2010.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.refuse_days_ahead("happened", "learned", "notified")
        for name in ("happened", "learned"):
            self._require_day_or_tick(name)
        dates = self.dates()
        for name in ("notified", "learned"):
            others = {other: day for other, day in dates.items() if other != name}
            for sentence in out_of_order(name, dates[name], others) if name in dates else ():
                self.add_error(name, sentence)
            dates.pop(name, None)
        return cleaned

    def _require_day_or_tick(self, name: str) -> None:
        day, is_unknown = self.cleaned_data.get(name), self.cleaned_data[f"{name}_not_known"]
        called = self.fields[name].called
        if day and is_unknown:
            self.add_error(name, f"Enter {called} or tick that it is not known, not both")
        elif not day and not is_unknown and name not in self.errors:
            self.add_error(name, f"Enter {called}, or tick that it is not known")

    def dates(self) -> dict[str, PartialDate]:
        """Return {event: date} for the dates that could be read, in the order they should have."""
        days = {name: self.cleaned_data.get(name) for name in ("happened", "learned", "notified")}
        return {name: day for name, day in days.items() if day}

    def facts(self) -> dict[str, Any]:
        return {
            "happened_time": self.cleaned_data["happened_time"],
            "dates_not_known": [
                name for name in ("happened", "learned") if self.cleaned_data[f"{name}_not_known"]
            ],
        }

    def spoken(self, name: str) -> str:
        if self.is_bound and not self.errors and self.cleaned_data.get(f"{name}_not_known"):
            return "Not known"
        return super().spoken(name)

    def answers(self) -> list[tuple[str, str]]:
        shown = ("happened", "happened_time", "learned", "notified")
        logged = ("When was it logged?", "Recorded by the portal when you submit")
        return [*((str(self.fields[name].label), self.spoken(name)) for name in shown), logged]


class WhatHappenedForm(NotifyForm):
    slug = "what-happened"
    title = "What happened"

    harm = forms.ChoiceField(
        label="What was the harm?",
        choices=Harm.choices,
        widget=Radios,
        error_messages={"required": "Select whether a child died or was seriously harmed"},
    )
    place = LineField(
        called="the place of the incident", label="Where did it happen?", required=False
    )
    whereabouts = ProseField(
        called="where the child was",
        label="Where was each child at the time?",
        max_length=2000,
        required=False,
    )
    carer = LineField(
        called="who was caring for the child",
        label="Who was caring for them at the time?",
        required=False,
    )
    narrative = ProseField(
        called="what happened",
        label="What happened?",
        help_text="In your own words: what is known, from whom, and what is only suspected.",
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
    )

    def page(self) -> Sequence[Any]:
        return ("harm", "place", "whereabouts", "carer", "narrative")
