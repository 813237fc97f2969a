"""The day on which the terms were agreed, and who agreed them."""

from typing import Any

from django import forms

from boards.govuk.fields import Checkboxes, DayField, ProseField
from boards.models import User
from boards.roles import Chair
from reviews.forms.case import CaseForm
from reviews.models import Appointment, TermsAgreement, TermsOfReference

Agreed = tuple[str, str]


class AgreeTermsForm(CaseForm):
    """What is agreed here is never changed again; a change needs another version."""

    submit_text = "Agree these terms"
    on = DayField(called="the date the terms were agreed", label="When were they agreed?")
    present = forms.MultipleChoiceField(
        label="Who agreed them?",
        help_text="Tick those who were present.",
        widget=Checkboxes,
        required=False,
    )
    others = ProseField(
        called="who else agreed them",
        label="Who else? (optional)",
        help_text="One person on each line: name, then a comma and the role.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=3000,
        required=False,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)

    def __init__(self, *args: Any, draft: TermsOfReference, **options: Any) -> None:
        initial = {"seen": draft.savings.count(), "on": options["today"]}
        super().__init__(*args, initial=initial, **options)
        self.people = self._people()
        choices = [(key, ", ".join(filter(None, who))) for key, who in self.people.items()]
        self.fields["present"].choices = choices
        if not choices:
            del self.fields["present"]

    def _people(self) -> dict[str, Agreed]:
        """Return (name, role) of whoever may be ticked, by the value of the box."""
        held = self.review.appointments.open()
        chairs = User.objects.filter(
            memberships__board=self.review.board_id,
            memberships__role=Chair.slug,
            memberships__until_on=None,
            is_active=True,
        ).distinct()
        people = {f"a{each.pk}": (each.name, _role_of(each)) for each in held}
        return people | {f"u{chair.pk}": (chair.full_name, Chair.name) for chair in chairs}

    def clean_others(self) -> list[Agreed]:
        agreed = []
        for line in self.cleaned_data["others"].splitlines():
            name, _comma, role = (part.strip() for part in line.partition(","))
            if not name:
                continue
            for what, text, field in (("name", name, "name"), ("role", role, "role")):
                longest = TermsAgreement._meta.get_field(field).max_length
                if len(text) > longest:
                    raise forms.ValidationError(
                        f"A {what} must be {longest} characters or fewer: one person on each line"
                    )
            agreed.append((name, role))
        return agreed

    def facts(self) -> dict[str, Any]:
        facts = self.cleaned_data
        ticked = [self.people[key] for key in facts.get("present", [])]
        agreements = list(dict.fromkeys([*ticked, *facts["others"]]))
        return {"on": facts["on"], "agreements": agreements, "seen": facts["seen"] or 0}


def _role_of(held: Appointment) -> str:
    where = ", ".join(filter(None, [held.job_title, held.employer]))
    return f"{held.get_post_display()} ({where})"[:160]
