"""What was sent to whom, how, and that it arrived."""

from typing import Any

from django import forms

from boards.govuk.fields import DayField, LineField, Radios
from reviews.forms.case import CaseForm
from reviews.forms.ofsted import OfstedDayForm
from reviews.models import Channel, Dispatch
from reviews.publishing import recipients_for
from reviews.statutory import Recipient

OTHER = "other"


def channel_field() -> forms.ChoiceField:
    """Return the question that every form about something sent asks."""
    return forms.ChoiceField(
        label="How was it sent?",
        choices=Channel,
        widget=Radios,
        error_messages={"required": "Select how it was sent"},
    )


class SubmitForm(OfstedDayForm):
    submit_text = "Record the submission"
    aside = "reviews/final_set/_submitting.html"
    on = DayField(called="the date of the submission", label="When was it submitted?")
    channel = channel_field()

    @property
    def final_set(self) -> Any:
        return self.review.final_sets.agreed().last()

    def facts(self) -> dict[str, Any]:
        return {name: said for name, said in self.cleaned_data.items() if name != "is_late"}


class DispatchForm(CaseForm):
    submit_text = "Record it"
    from_address = frozenset({"recipient"})
    recipient = forms.ChoiceField(
        label="Who was it sent to?",
        widget=Radios,
        error_messages={"required": "Select who it was sent to"},
    )
    name = LineField(
        called="who it was sent to",
        label="Who, if somebody else?",
        max_length=120,
        required=False,
    )
    what = LineField(
        called="what was sent",
        label="What was sent? (optional)",
        help_text="Leave it empty for what the guidance says.",
        max_length=300,
        required=False,
    )
    on = DayField(called="the date it was sent", label="When was it sent?")
    channel = channel_field()

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.recipients = {each.code: each for each in self._recipients()}
        self.fields["recipient"].choices = [
            *((each.code, each.name) for each in self.recipients.values()),
            (OTHER, "Somebody else"),
        ]

    def _recipients(self) -> tuple[Recipient, ...]:
        agreed = self.review.final_sets.agreed().last()
        return recipients_for(agreed) if agreed else ()

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if facts.get("recipient") == OTHER:
            for name, missing in (("name", "who it was sent to"), ("what", "what was sent")):
                if not facts.get(name) and name not in self.errors:
                    self.add_error(name, f"Enter {missing}")
        return facts

    def facts(self) -> dict[str, Any]:
        """Return the answers; what the guidance says stands for an empty one."""
        said = dict(self.cleaned_data)
        known = self.recipients.get(said["recipient"])
        if known:
            said["what"] = said["what"] or described(known)
        else:
            said["recipient"] = ""
        return said


class AcknowledgeForm(CaseForm):
    submit_text = "Record it"
    from_address = frozenset({"dispatch"})
    dispatch = forms.ModelChoiceField(
        Dispatch.objects.none(),
        label="Which copy arrived?",
        empty_label="Choose a copy",
        error_messages={"required": "Select which copy arrived"},
    )
    on = DayField(called="the date they acknowledged it", label="When did they say so?")

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["dispatch"].queryset = self.review.dispatches.filter(
            acknowledged_on=None
        ).select_related("final_set")


def described(recipient: Recipient) -> str:
    """Return what the recipient is given: "Overview report, executive summary (anonymised)"."""
    from boards.govuk.words import listed
    from reviews.models import DocumentKind

    names = [DocumentKind(kind).label for kind in recipient.what]
    words = listed([names[0], *(name[0].lower() + name[1:] for name in names[1:])])
    return f"{words}, {recipient.copy.value}" if recipient.is_anonymised else words
