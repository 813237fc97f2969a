"""Period, family involvement and parallel proceedings."""

from typing import Any

from django import forms

from boards.govuk.fields import DayField, ProseField, Radios
from reviews.forms.terms.base import PartForm
from reviews.models.terms import Content, Part


class PeriodForm(PartForm):
    part = Part.PERIOD
    from_on = DayField(
        called="the first day of the period", label="From which day?", required=False
    )
    to_on = DayField(called="the last day of the period", label="To which day?", required=False)
    period_because = ProseField(
        called="why this period",
        label="Why this period?",
        help_text="For example, from the first contact with an agency to the incident.",
        max_length=2000,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        first, last = facts.get("from_on"), facts.get("to_on")
        if first and last and last < first:
            self.add_error("to_on", "The last day of the period must be after the first day")
        return facts


class FamilyForm(PartForm):
    part = Part.FAMILY
    is_family_involved = forms.TypedChoiceField(
        label="Will the family be involved in the review?",
        choices=[("yes", "Yes"), ("no", "No")],
        coerce=lambda answer: answer == "yes",
        empty_value=None,
        widget=Radios,
        required=False,
    )
    family = ProseField(
        called="how and when the family is involved, or why not",
        label="How and when, or why not?",
        help_text="Who will be told and asked, by whom, at which stage, and who will share the "
        "findings before publication.",
        max_length=5000,
        required=False,
    )

    def begun(self, content: Content) -> dict[str, Any]:
        answer = {True: "yes", False: "no", None: ""}[content["is_family_involved"]]
        return content | {"is_family_involved": answer}


class ProceedingsForm(PartForm):
    part = Part.PROCEEDINGS
    proceedings = ProseField(
        called="the parallel proceedings",
        label="Which proceedings run beside the review, and what follows for it?",
        help_text="For example, criminal proceedings, inquest, care proceedings, or an inquiry of "
        "another body: who was consulted, what may not be done before they end.",
        max_length=5000,
        required=False,
    )
