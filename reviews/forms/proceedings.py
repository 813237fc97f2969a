"""What is recorded of proceedings beside a review, and of what they hold up."""

from typing import Any

from django import forms

from boards.govuk.fields import DayField, LineField, ProseField, Radios, TickField
from boards.roles import Coordinator, Manager
from reviews.forms.case import CaseForm, reasons_field
from reviews.models import HeldUp, Hold, Proceedings, ProceedingsKind, ProceedingsState
from reviews.models.proceedings import OVER

CONTACT = ("contact_name", "contact_role", "contact_phone", "contact_email")


class DescribeForm(CaseForm):
    """What the proceedings are; the contact is asked for, and shown, among staff alone."""

    may_lie_ahead = frozenset({"next_on", "expected_end_on"})
    kind = forms.ChoiceField(
        label="What kind of proceedings?",
        choices=ProceedingsKind,
        widget=Radios,
        error_messages={"required": "Select the kind of proceedings"},
    )
    body = LineField(
        called="the court or body",
        label="Which court or body?",
        help_text="For example, Lewes Crown Court. If it is not known yet, say so.",
    )
    their_reference = LineField(
        called="the reference", label="Their reference (optional)", max_length=100, required=False
    )
    liaison = LineField(
        called="who liaises with them",
        label="Who liaises with them on our side? (optional)",
        max_length=120,
        required=False,
    )
    next_on = DayField(
        called="the next date", label="Next hearing or date (optional)", required=False
    )
    next_what = LineField(
        called="what takes place then",
        label="What takes place on that date? (optional)",
        required=False,
    )
    expected_end_on = DayField(
        called="the expected end", label="When are they expected to end? (optional)", required=False
    )
    contact_name = LineField(
        called="the contact’s name",
        label="Contact there: name (optional)",
        help_text="Board staff alone see the contact.",
        max_length=120,
        required=False,
    )
    contact_role = LineField(
        called="the contact’s role", label="Role (optional)", max_length=120, required=False
    )
    contact_phone = LineField(
        called="the telephone number", label="Telephone (optional)", max_length=40, required=False
    )
    contact_email = forms.EmailField(
        label="Email address (optional)", max_length=254, required=False
    )

    def __init__(self, *args: Any, proceedings: Proceedings | None = None, **kw: Any) -> None:
        self.proceedings = proceedings
        super().__init__(*args, **kw)
        if not sees_contact(self):
            for name in CONTACT:
                del self.fields[name]
        for name in self.fields if proceedings else ():
            if hasattr(proceedings, name):
                self.initial.setdefault(name, getattr(proceedings, name))

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if facts.get("next_what") and not facts.get("next_on") and "next_on" not in self.errors:
            self.add_error("next_on", "Enter the date on which this takes place")
        return facts

    def facts(self) -> dict[str, Any]:
        of = {"proceedings": self.proceedings} if self.proceedings else {}
        return self.cleaned_data | of


def sees_contact(form: CaseForm) -> bool:
    return form.user.has_role(Coordinator, Manager, board=form.review.board_id)


class AddForm(DescribeForm):
    submit_text = "Put on the file"
    state = forms.ChoiceField(
        label="Where do they stand?",
        choices=ProceedingsState,
        widget=Radios,
        error_messages={"required": "Select where they stand"},
    )
    on = DayField(called="the date since when", label="Since when?")
    note = ProseField(called="the note", label="Note (optional)", max_length=2000, required=False)


class ProceedingsForm(CaseForm):
    """A form about one of the proceedings, which its facts carry."""

    def __init__(self, *args: Any, proceedings: Proceedings, **kw: Any) -> None:
        self.proceedings = proceedings
        super().__init__(*args, **kw)

    def facts(self) -> dict[str, Any]:
        return self.cleaned_data | {"proceedings": self.proceedings}


class MoveForm(ProceedingsForm):
    intro = "Where they stood before is kept."
    state = forms.ChoiceField(
        label="Where do they stand now?",
        choices=ProceedingsState,
        widget=Radios,
        error_messages={"required": "Select where they stand"},
    )
    on = DayField(called="the date since when", label="Since when?")
    note = ProseField(
        called="what happened",
        label="What happened? (optional)",
        help_text="For example, the verdict or why they do not proceed.",
        max_length=2000,
        required=False,
    )
    lifts = TickField(
        label="They are over: lift everything that they hold up, on the same day",
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        if not self.proceedings.holds.in_force().exists():
            del self.fields["lifts"]

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if facts.get("lifts") and facts.get("state") and facts["state"] not in OVER:
            self.add_error("lifts", "Lift what they hold up only when the proceedings are over")
        return facts


class HoldForm(ProceedingsForm):
    intro = (
        "The hold lasts until somebody lifts it. The statutory dates stand meanwhile: to move one, "
        "extend it."
    )
    submit_text = "Record the hold"
    may_lie_ahead = frozenset({"expected_until_on"})
    what = forms.ChoiceField(
        label="What do they hold up?",
        choices=HeldUp,
        widget=Radios,
        error_messages={"required": "Select what they hold up"},
    )
    since_on = DayField(called="the date since when", label="Since when?")
    expected_until_on = DayField(
        called="the date until when it is expected to last",
        label="Until when is that expected? (optional)",
        help_text="A hold is not lifted by this date alone. For example, 27 3 2010",
        required=False,
    )
    reason = reasons_field(
        "why this has to wait",
        "Why does it have to wait?",
        help_text="The review’s page shows this to everybody who works on the review: name nobody.",
        max_length=1000,
    )

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        since, until = facts.get("since_on"), facts.get("expected_until_on")
        if since and until and until < since:
            self.add_error("expected_until_on", "The expected end must be after the first date")
        return facts


class LiftForm(ProceedingsForm):
    submit_text = "Lift the hold"
    from_address = frozenset({"hold"})
    hold = forms.ModelChoiceField(
        Hold.objects.none(),
        label="What is no longer held up?",
        empty_label="Choose a hold",
        error_messages={"required": "Select what is no longer held up"},
    )
    on = DayField(called="the date on which it was lifted", label="Since when?")
    reason = reasons_field("why the hold is lifted", "Why?", max_length=1000)

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["hold"].queryset = self.proceedings.holds.in_force()


# The page of each act on proceedings that are on the file: its heading and its form.
FORMS: dict[str, tuple[str, type[CaseForm]]] = {
    "move_proceedings": ("Record where the proceedings stand", MoveForm),
    "change_proceedings": ("Change the details", DescribeForm),
    "hold_up": ("Record what they hold up", HoldForm),
    "lift_hold": ("Lift a hold", LiftForm),
}
