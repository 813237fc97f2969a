"""The criteria worksheet: a question for each criterion of the guidance, with its evidence."""

from typing import Any

from django import forms

from boards.govuk.fields import ProseField, Radios
from reviews.forms.case import CaseForm
from reviews.models.incident import Answer


class CriteriaForm(CaseForm):
    """Saves what is answered so far; an answer needs its evidence, and evidence its answer."""

    submit_text = "Save the worksheet"

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        guidance = self.review.guidance()
        self.criteria = guidance.criteria
        found = {
            finding.criterion: finding
            for finding in self.review.findings.filter(
                round=self.review.round, guidance=guidance.slug
            )
        }
        for criterion in self.criteria:
            finding = found.get(criterion.code)
            self.fields[f"{criterion.code}_answer"] = forms.ChoiceField(
                label=criterion.text,
                help_text=f"{guidance.name}, {criterion.paragraph}: {criterion.kind.spoken}.",
                choices=Answer,
                widget=Radios,
                required=False,
                initial=finding.answer if finding else None,
            )
            self.fields[f"{criterion.code}_evidence"] = ProseField(
                called="the evidence",
                label="Evidence",
                help_text=f"What shows it, for: {criterion.text[0].lower()}{criterion.text[1:]}?",
                max_length=5000,
                required=False,
                initial=finding.evidence if finding else None,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        for criterion in self.criteria:
            answer = facts.get(f"{criterion.code}_answer")
            evidence = facts.get(f"{criterion.code}_evidence")
            where = f"on “{criterion.text}”"
            if answer and not evidence:
                self.add_error(f"{criterion.code}_evidence", f"Enter the evidence {where}")
            if evidence and not answer:
                self.add_error(f"{criterion.code}_answer", f"Select yes, no or not known {where}")
        return facts

    def facts(self) -> dict[str, Any]:
        answered = {
            criterion.code: (
                self.cleaned_data[f"{criterion.code}_answer"],
                self.cleaned_data[f"{criterion.code}_evidence"],
            )
            for criterion in self.criteria
            if self.cleaned_data.get(f"{criterion.code}_answer")
        }
        return {"findings": answered}
