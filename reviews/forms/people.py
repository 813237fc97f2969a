"""Who is appointed, replaced, and on what declaration."""

from typing import Any

from django import forms

from boards.govuk.fields import DayField, LineField, ProseField, Radios, TickField
from boards.models import User
from reviews.forms.case import CaseForm, reasons_field
from reviews.models import Appointment, Declaration, Post
from reviews.models.panel import INDEPENDENT

YES, NO = "yes", "no"
YES_NO = ((YES, "Yes"), (NO, "No"))


class PersonForm(CaseForm):
    """Who somebody is, and how they are independent."""

    place = "people"
    name = LineField(called="the person's name", label="Name", max_length=120)
    job_title = LineField(
        called="the job title",
        label="Job title",
        help_text="Needed for panel members: the executive summary lists them by it.",
        max_length=120,
        required=False,
    )
    employer = LineField(
        called="the employer, or “self-employed”", label="Employer", max_length=120
    )
    independence = ProseField(
        called="how the person is independent",
        label="How is this person independent of the case and its agencies?",
        help_text="Needed for the panel chair and the overview author.",
        max_length=2000,
        required=False,
    )
    user = forms.ModelChoiceField(
        User.objects.none(),
        label="Account here (optional)",
        help_text="It opens this review to them once they have declared their interests.",
        required=False,
        empty_label="No account",
    )
    on = DayField(called="the date of the appointment", label="When were they appointed?")

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["user"].queryset = User.objects.filter(
            memberships__board=self.review.board_id,
            memberships__until_on=None,
            memberships__role__in=Post.values,
            is_active=True,
        ).distinct()

    def require_what_the_post_needs(self, facts: dict[str, Any], post: str) -> None:
        if post in INDEPENDENT and not facts.get("independence"):
            self.add_error("independence", "Enter how this person is independent")
        if post == Post.PANEL_MEMBER and not facts.get("job_title"):
            self.add_error("job_title", "Enter the job title")


class AppointForm(PersonForm):
    submit_text = "Appoint"
    field_order = ("post",)
    post = forms.ChoiceField(
        label="Which post?",
        choices=Post,
        widget=Radios,
        error_messages={"required": "Select the post"},
    )

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        self.require_what_the_post_needs(facts, facts.get("post", ""))
        return facts


def appointment_field(label: str) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        Appointment.objects.none(),
        label=label,
        empty_label="Choose a person",
        error_messages={"required": "Select a person"},
    )


class EndAppointmentForm(CaseForm):
    from_address = frozenset({"appointment"})
    place = "people"
    submit_text = "End the appointment"
    intro = "The person sees the review no more. What they did on it is kept."
    appointment = appointment_field("Whose appointment ends?")
    on = DayField(called="the last day", label="When did it end?")
    reasons = reasons_field("why the appointment ends", "Why does it end?", max_length=500)

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["appointment"].queryset = self.review.appointments.open()


class ReplaceAppointmentForm(PersonForm):
    from_address = frozenset({"appointment"})
    submit_text = "Replace"
    intro = "The earlier appointment ends on the day on which the new one begins."
    field_order = ("appointment", "reasons")
    appointment = appointment_field("Who is replaced?")
    reasons = reasons_field("why they are replaced", "Why?", max_length=500)

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["appointment"].queryset = self.review.appointments.open()

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if facts.get("appointment"):
            self.require_what_the_post_needs(facts, facts["appointment"].post)
        return facts


def yes_or_no(called: str, label: str, **kw: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=YES_NO,
        widget=Radios,
        error_messages={"required": f"Select yes if {called}"},
        **kw,
    )


class DeclarationForm(CaseForm):
    """The three things that are declared before a case is opened."""

    submit_text = "Make this declaration"
    is_involved = yes_or_no(
        "you had any part in the case",
        "Have you worked with the child, the family or the case, or line-managed anybody who did?",
        help_text="Knowing the family in private counts as well.",
    )
    has_interest = yes_or_no(
        "you have an interest that bears on the review",
        "Do you have any other interest or conflict?",
        help_text="For example, a friend or relative in an agency that is reviewed, or other "
        "paid work for it.",
    )
    particulars = ProseField(
        called="what your part or interest is",
        label="If yes to either, what is it?",
        help_text="The business manager and the LSCB Chair read this. Name no child.",
        max_length=5000,
        required=False,
    )
    keeps_confidence = TickField(
        must="Confirm that you will keep the review confidential",
        label="I will keep what I learn in this review confidential, on paper and in speech, now "
        "and after it has ended",
    )

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        for name in {"is_involved", "has_interest"} & facts.keys():
            facts[name] = facts[name] == YES
        if (facts.get("is_involved") or facts.get("has_interest")) and not facts.get("particulars"):
            self.add_error("particulars", "Enter what the involvement or interest is")
        return facts


# What is asked of oneself, asked of somebody else: the label, and what is said when it is left out.
OF_SOMEBODY_ELSE = {
    "is_involved": (
        "Have they worked with the child, the family or the case, or line-managed anybody who did?",
        "Select yes if they had any part in the case",
    ),
    "has_interest": (
        "Do they have any other interest or conflict?",
        "Select yes if they have an interest that bears on the review",
    ),
    "keeps_confidence": (
        "They have undertaken to keep the review confidential",
        "Confirm that they will keep the review confidential",
    ),
}


class PaperDeclarationForm(DeclarationForm):
    from_address = frozenset({"appointment"})
    place = "people"
    submit_text = "Record this declaration"
    intro = "For somebody without an account here, who signed on paper."
    field_order = ("appointment",)
    appointment = appointment_field("Whose declaration is it?")
    on = DayField(called="the date of the signature", label="When was it signed?")

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["appointment"].queryset = self.review.appointments.open().filter(user=None)
        for name, (label, must) in OF_SOMEBODY_ELSE.items():
            self.fields[name].label = label
            self.fields[name].error_messages["required"] = must


class AcceptConflictForm(CaseForm):
    from_address = frozenset({"declaration"})
    place = "people"
    submit_text = "Accept the conflict"
    intro = (
        "The review opens to the person again. To refuse instead, end or replace the appointment."
    )
    declaration = forms.ModelChoiceField(
        Declaration.objects.none(),
        label="Which conflict is accepted?",
        empty_label=None,
        widget=Radios,
        error_messages={"required": "Select the conflict that is accepted"},
    )
    reasons = reasons_field("why it is accepted", "Why is it accepted?", max_length=5000)
    mitigation = reasons_field(
        "what is done about it",
        "What is done about it?",
        help_text="For example, they leave the room when that agency's report is discussed.",
        max_length=5000,
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        waiting = Declaration.objects.in_conflict().filter(appointment__review=self.review)
        field = self.fields["declaration"]
        field.queryset = waiting.select_related("appointment")
        field.label_from_instance = lambda made: str(made.appointment)
        field.widget.hints = {str(made.pk): made.particulars for made in field.queryset}
