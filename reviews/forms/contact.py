"""What is planned with the family, and what was said."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from boards.govuk.fields import Checkboxes, DayField, LineField, ProseField, Radios
from reviews.forms.case import CaseForm
from reviews.forms.family import (
    AddRelativeForm,
    ConsentForm,
    ContributionForm,
    FamilyForm,
    LeaveOutForm,
    QuietDaysForm,
    TakeBackForm,
    UseForm,
)
from reviews.models import Contact, PlannedContact, Relative, Review
from reviews.models.relative import Way


class WithWhomForm(FamilyForm):
    """Asks why a contact is made all the same, once something was found to speak against it."""

    with_whom = forms.ModelMultipleChoiceField(
        Relative.objects.none(),
        label="With whom?",
        widget=Checkboxes,
        error_messages={"required": "Select at least one person"},
    )
    all_the_same = ProseField(
        called="why contact is made all the same",
        label="Why is contact made all the same?",
        max_length=1000,
        required=False,
    )

    @classmethod
    def prefilled(cls, review: Review, asked: Mapping[str, str]) -> dict[str, Any]:
        """Return the one person whom the address names."""
        with_whom = {"with_whom": [asked["relative"]]} if "relative" in asked else {}
        return super().prefilled(review, asked) | with_whom

    def layout(self) -> Sequence[str]:
        """Return the questions, the last of them only where it has to be asked."""
        is_asked = "all_the_same" in self.errors or self.data.get("all_the_same")
        asked = [name for name in self.fields if name != "all_the_same"]
        return [*asked, "all_the_same"] if is_asked else asked


class PlanForm(WithWhomForm):
    submit_text = "Plan this contact"
    may_lie_ahead = frozenset({"on"})
    on = DayField(called="the date of the contact", label="On which day?")
    way = forms.ChoiceField(
        label="How? (optional)", choices=[("", "Not decided"), *Way.choices], required=False
    )
    purpose = LineField(called="what it is for", label="What for?", max_length=300)


class ContactForm(WithWhomForm):
    submit_text = "Add to the log"
    may_lie_ahead = frozenset({"next_on"})
    from_address = frozenset({"planned", "corrects"})
    on = DayField(called="the date of the contact", label="When?")
    way = forms.ChoiceField(
        label="How?",
        choices=Way,
        widget=Radios,
        error_messages={"required": "Select how contact was made"},
    )
    made_by = LineField(called="who made contact", label="By whom?", max_length=120)
    said = ProseField(
        called="what was said and agreed",
        label="What was said and agreed?",
        help_text="It cannot be changed later. A mistake is corrected by another entry.",
        max_length=20_000,
    )
    next_step = LineField(
        called="the next step", label="Next step (optional)", max_length=300, required=False
    )
    next_on = DayField(
        called="the date of the next step",
        label="When? (optional)",
        help_text="A next contact is planned for this day. For example, 27 3 2010",
        required=False,
    )
    planned = forms.ModelChoiceField(
        PlannedContact.objects.none(), required=False, widget=forms.HiddenInput
    )
    corrects = forms.ModelChoiceField(
        Contact.objects.none(), required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["planned"].queryset = self.review.planned_contacts.waiting()
        self.fields["corrects"].queryset = self.review.contacts.all()
        self.initial.setdefault("made_by", self.user.full_name)

    @classmethod
    def prefilled(cls, review: Review, asked: Mapping[str, str]) -> dict[str, Any]:
        """Return what is known of the plan, or of the entry to correct, that the address names."""
        known = super().prefilled(review, asked)
        for name, among, copied in (
            ("planned", review.planned_contacts.waiting(), ("way",)),
            ("corrects", review.contacts.standing(), ("on", "way", "made_by", "said", "next_step")),
        ):
            pk = asked.get(name, "")
            for found in among.filter(pk=pk) if pk.isdecimal() else ():
                known |= {each: getattr(found, each) for each in copied}
                known["with_whom"] = [each.pk for each in found.with_whom.all()]
        return known

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if facts.get("next_on") and not facts.get("next_step"):
            self.add_error("next_step", "Enter what the next step is")
        if facts.get("next_on") and facts["next_on"] < self.today:
            self.add_error("next_on", "The date of the next step must be today or in the future")
        return facts


class CallOffForm(CaseForm):
    submit_text = "Call it off"
    from_address = frozenset({"planned"})
    planned = forms.ModelChoiceField(
        PlannedContact.objects.none(),
        label="Which contact is called off?",
        empty_label="Choose a contact",
        error_messages={"required": "Select the contact"},
    )
    reason = LineField(called="why it is called off", label="Why?", max_length=300)

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["planned"].queryset = self.review.planned_contacts.waiting()


# The page of each act on the family's page: its heading and its form.
FORMS: dict[str, tuple[str, type[CaseForm]]] = {
    "add_relative": ("Add somebody of the family", AddRelativeForm),
    "record_consent": ("Record consent", ConsentForm),
    "keep_days_quiet": ("Days without contact", QuietDaysForm),
    "take_back_quiet_days": ("Take back days without contact", TakeBackForm),
    "plan_contact": ("Plan a contact", PlanForm),
    "call_off_contact": ("Call off a contact", CallOffForm),
    "record_contact": ("Record a contact", ContactForm),
    "record_contribution": ("Record a contribution", ContributionForm),
    "use_contribution": ("What became of a contribution", UseForm),
    "leave_family_out": ("Why the family was not involved", LeaveOutForm),
}
