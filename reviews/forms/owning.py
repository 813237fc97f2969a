"""Who runs a review, who is asked to, and who covers for whom."""

from typing import Any

from django import forms

from boards.govuk.fields import ProseField, Radios
from boards.models import User
from reviews.forms.case import CaseForm
from reviews.models.hand_over import OWNERS

ACCEPT, DECLINE = "accept", "decline"


def may_own(board_id: int) -> Any:
    """Return everybody who may own a review of the board."""
    return User.objects.filter(
        memberships__board=board_id,
        memberships__until_on=None,
        memberships__role__in=[role.slug for role in OWNERS],
        is_active=True,
    ).distinct()


class HandOverForm(CaseForm):
    intro = (
        "A new owner is asked first, and the review stays with its owner until they accept. It is "
        "theirs at once where nobody owns it, or where you take it yourself."
    )
    owner = forms.ModelChoiceField(
        User.objects.none(),
        label="Who owns the review?",
        empty_label="Choose a person",
        error_messages={"required": "Select who owns the review"},
    )
    deputy = forms.ModelChoiceField(
        User.objects.none(),
        label="Who is the deputy? (optional)",
        required=False,
        empty_label="Nobody",
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        staff = may_own(self.review.board_id)
        self.fields["owner"].queryset = self.fields["deputy"].queryset = staff
        self.initial.setdefault("owner", self.review.owner_id)
        self.initial.setdefault("deputy", self.review.deputy_id)


class AnswerHandOverForm(CaseForm):
    submit_text = "Send your answer"
    answer = forms.ChoiceField(
        label="Do you take this review over?",
        choices=((ACCEPT, "Yes, I own it from now on"), (DECLINE, "No")),
        widget=Radios,
        error_messages={"required": "Select whether you take the review over"},
    )
    reasons = ProseField(
        called="why you do not take it over",
        label="If not, why?",
        max_length=500,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if facts.get("answer") == DECLINE and not facts.get("reasons"):
            self.add_error("reasons", "Enter why you do not take it over")
        return facts

    def facts(self) -> dict[str, Any]:
        is_accepted = self.cleaned_data["answer"] == ACCEPT
        reasons = "" if is_accepted else self.cleaned_data["reasons"]
        return {"is_accepted": is_accepted, "reasons": reasons}
