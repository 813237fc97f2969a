"""The facts that may be recorded on a review, one form an act."""

from typing import Any

from django import forms

from boards.govuk.fields import Checkboxes, DayField, Radios
from boards.models import Agency
from reviews.forms.case import CaseForm, reasons_field
from reviews.models import CommissionKind
from reviews.models.commission import agencies_to_ask, day_planned_for_reports
from reviews.states import State


class AskAgenciesForm(CaseForm):
    submit_text = "Ask these agencies"
    may_lie_ahead = frozenset({"due_on"})
    becomes_due = frozenset({"due_on"})
    kind = forms.ChoiceField(
        label="What are they asked for?",
        widget=Radios,
        error_messages={"required": "Select what the agencies are asked for"},
    )
    agencies = forms.ModelMultipleChoiceField(
        Agency.objects.none(),
        label="Which agencies?",
        help_text="Those that the agreed terms of reference ask are ticked; without any, "
        "those named at notification and the usual ones.",
        widget=Checkboxes,
        error_messages={"required": "Select at least one agency"},
    )
    on = DayField(called="the date they are asked", label="When are they asked?")
    due_on = DayField(called="the date it is due", label="By when?")

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        agencies = Agency.objects.filter(board=self.review.board_id, is_active=True)
        self.fields["agencies"].queryset = agencies
        is_screening = self.review.state == State.SCREENING
        kinds = [
            (kind.value, kind.label)
            for kind in CommissionKind
            if kind != CommissionKind.ACCURACY and (kind == CommissionKind.CHECK) == is_screening
        ]
        self.fields["kind"].choices = kinds
        self.initial.setdefault("kind", kinds[0][0] if is_screening else CommissionKind.IMR)
        self.initial.setdefault("agencies", [a.pk for a in agencies_to_ask(self.review)])
        planned = day_planned_for_reports(self.review)
        if planned and planned >= self.today:
            self.initial["due_on"] = planned

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        asked, due = facts.get("on"), facts.get("due_on")
        if asked and due and due < asked:
            self.add_error("due_on", "The date it is due must be after the date they are asked")
        return facts


class PauseForm(CaseForm):
    intro = "The statutory dates stand while work rests: to move one, extend it."
    on = DayField(called="the date", label="From when?")
    reasons = reasons_field("why work rests or goes on", "Why?", max_length=2000)


class RestrictForm(CaseForm):
    intro = (
        "A restricted review is seen by its owner, the deputy, the Chair and appointed people "
        "alone. On one that is restricted, this lifts the restriction."
    )
    reasons = reasons_field(max_length=2000)
