"""A grade expected and why, for each heading and overall."""

from typing import Any

from django import forms

from boards.govuk.fields import DayField, ProseField, Radios
from reviews.forms.case import CaseForm
from reviews.models import Grade
from reviews.readiness import Beside, beside_headings
from reviews.statutory import HEADINGS


class ReadinessForm(CaseForm):
    """Each heading asks for a grade and its reasons, beside what the portal knows."""

    submit_text = "Keep this self-assessment"
    aside = "reviews/readiness/_prompts.html"
    intro = (
        "What would an inspector say? Be hard on it: this is advice to yourselves. Every version "
        "is kept, and is later laid beside the grade that is given."
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        for heading in HEADINGS:
            self._ask(heading.code, heading.name, f"“{heading.name}”")
        self._ask("overall", "The review as a whole", "the review as a whole")
        self.fields["on"] = DayField(
            called="the date of this self-assessment", label="When was this assessed?"
        )
        self.initial.setdefault("on", self.today)

    def _ask(self, code: str, label: str, called: str) -> None:
        self.fields[f"{code}_grade"] = forms.ChoiceField(
            label=f"{label}: which grade do you expect?",
            choices=Grade,
            widget=Radios,
            error_messages={"required": f"Select the grade you expect for {called}"},
        )
        self.fields[f"{code}_reasons"] = ProseField(
            called=f"why you expect this grade for {called}", label="Why?", max_length=5000
        )

    @property
    def beside(self) -> list[Beside]:
        return beside_headings(self.review)

    def facts(self) -> dict[str, Any]:
        """Return the grades with their reasons, as `assess_readiness` takes them."""
        said = self.cleaned_data
        return {
            "on": said["on"],
            "grade": said["overall_grade"],
            "reasons": said["overall_reasons"],
            "headings": {
                heading.code: (said[f"{heading.code}_grade"], said[f"{heading.code}_reasons"])
                for heading in HEADINGS
            },
        }
