"""Who of the family takes part: the people, what they agreed to and what they said."""

from collections.abc import Mapping
from typing import Any

from django import forms

from boards.govuk.fields import DayField, LineField, ProseField, Radios, TickField
from reviews.forms.case import CaseForm, reasons_field
from reviews.models import FamilyContribution, FamilyMember, Relative, Review
from reviews.models.quiet_days import QuietDays, anniversaries
from reviews.models.relative import ConsentAnswer, ConsentTo, Involvement, Way


def relative_field(label: str, **kw: Any) -> forms.ModelChoiceField:
    """Return a choice among the family, filled with them by `FamilyForm`."""
    kw.setdefault("empty_label", "Choose a person")
    kw.setdefault("error_messages", {"required": "Select the person"})
    return forms.ModelChoiceField(Relative.objects.none(), label=label, **kw)


class FamilyForm(CaseForm):
    """A form whose `relative` or `with_whom` is one or more of the family of this review."""

    from_address = frozenset({"relative"})

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        for name in {"relative", "with_whom"} & self.fields.keys():
            self.fields[name].queryset = self.review.relatives.all()


class RelativeForm(CaseForm):
    name = LineField(called="the name", label="Name", max_length=120)
    relationship = LineField(
        called="the relationship to the child", label="Relationship to the child", max_length=80
    )
    involvement = forms.ChoiceField(
        label="Is this person to be involved in the review?",
        choices=Involvement,
        widget=Radios,
        error_messages={"required": "Select whether this person is to be involved"},
    )
    not_involved_because = ProseField(
        called="why this person is not to be involved",
        label="Why not, if they are not to be involved?",
        max_length=1000,
        required=False,
    )
    way = forms.ChoiceField(
        label="How do they prefer to be contacted? (optional)",
        choices=[("", "Not known"), *Way.choices],
        required=False,
    )
    way_details = LineField(
        called="where they are reached",
        label="Where are they reached? (optional)",
        help_text="The address, number or person to go through.",
        max_length=300,
        required=False,
    )
    language = LineField(
        called="the language", label="Language (optional)", max_length=80, required=False
    )
    interpreter = LineField(
        called="the interpreter", label="Interpreter, if one is needed (optional)", required=False
    )
    advocate = LineField(called="the advocate", label="Advocate (optional)", required=False)
    words = ProseField(
        called="what to bear in mind",
        label="What to bear in mind when speaking with them (optional)",
        help_text="For example, the name they use for the child, and words to avoid.",
        max_length=1000,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if facts.get("involvement") == Involvement.NO and not facts.get("not_involved_because"):
            self.add_error("not_involved_because", "Enter why this person is not to be involved")
        return facts


class AddRelativeForm(RelativeForm):
    """Adds somebody; `member` is hidden, of whom the notification named."""

    submit_text = "Add this person"
    member = forms.ModelChoiceField(
        FamilyMember.objects.none(), required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["member"].queryset = self.review.incident.family.all()
        self.initial.setdefault("involvement", Involvement.UNDECIDED)

    @classmethod
    def prefilled(cls, review: Review, asked: Mapping[str, str]) -> dict[str, Any]:
        """Return what the notification said of the person whom the address names."""
        if (pk := asked.get("member", "")).isdecimal():
            for named in review.incident.family.filter(pk=pk):
                return {"member": pk, "name": named.name, "relationship": named.relationship}
        return {}


class ChangeRelativeForm(RelativeForm):
    def __init__(self, *args: Any, relative: Relative, **kw: Any) -> None:
        self.relative = relative
        super().__init__(*args, **kw)
        for name in self.fields:
            self.initial.setdefault(name, getattr(relative, name))

    def facts(self) -> dict[str, Any]:
        return self.cleaned_data | {"relative": self.relative}


class ConsentForm(FamilyForm):
    intro = "Earlier answers are kept; the latest holds."
    relative = relative_field("Who was asked?")
    about = forms.ChoiceField(
        label="What were they asked about?",
        choices=ConsentTo,
        widget=Radios,
        error_messages={"required": "Select what they were asked about"},
    )
    asked_on = DayField(called="the date they were asked", label="When were they asked?")
    answer = forms.ChoiceField(
        label="What did they answer?",
        choices=ConsentAnswer,
        widget=Radios,
        error_messages={"required": "Select what they answered"},
    )
    answered_on = DayField(
        called="the date of the answer", label="When did they answer?", required=False
    )
    note = ProseField(called="the note", label="Note (optional)", max_length=1000, required=False)

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        asked, answered = facts.get("asked_on"), facts.get("answered_on")
        if facts.get("answer") == ConsentAnswer.AWAITED:
            facts["answered_on"] = None
        elif facts.get("answer") and not answered and "answered_on" not in self.errors:
            self.add_error("answered_on", "Enter the date of the answer")
        elif asked and answered and answered < asked:
            self.add_error("answered_on", "They cannot have answered before they were asked")
        return facts


class QuietDaysForm(FamilyForm):
    submit_text = "Keep these days quiet"
    may_lie_ahead = frozenset({"first_on", "last_on"})
    from_address = frozenset({"relative", "anniversary"})
    relative = relative_field(
        "Who is not to be contacted?", required=False, empty_label="All of the family"
    )
    first_on = DayField(called="the first day", label="From which day?")
    last_on = DayField(
        called="the last day", label="To which day, if more than one? (optional)", required=False
    )
    is_yearly = TickField(label="The same every year")
    reason = LineField(
        called="the reason",
        label="Why?",
        help_text="For example, the anniversary of the death, the funeral or the trial.",
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        asked = self.initial.pop("anniversary", None)
        for each in anniversaries(self.review, self.today) if asked else ():
            if each.key == asked:
                self.initial |= {"first_on": each.on, "is_yearly": True, "reason": each.reason}


class TakeBackForm(CaseForm):
    submit_text = "Take it back"
    from_address = frozenset({"quiet_days"})
    quiet_days = forms.ModelChoiceField(
        QuietDays.objects.none(),
        label="On which days may contact be made again?",
        empty_label="Choose the days",
        error_messages={"required": "Select the days"},
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["quiet_days"].queryset = self.review.quiet_days.standing()


class ContributionForm(FamilyForm):
    relative = relative_field("Who said it?")
    on = DayField(called="the date on which it was said", label="When?")
    words = ProseField(
        called="what they said",
        label="What did they say, in their own words?",
        help_text="It cannot be changed later.",
        max_length=20_000,
    )


class UseForm(CaseForm):
    from_address = frozenset({"contribution"})
    contribution = forms.ModelChoiceField(
        FamilyContribution.objects.none(),
        label="Which contribution?",
        empty_label="Choose a contribution",
        error_messages={"required": "Select the contribution"},
    )
    used = ProseField(
        called="how the report uses it", label="How does the report use it?", max_length=2000
    )
    saw_draft = forms.ChoiceField(
        label="Did they see the draft?",
        choices=FamilyContribution.SawDraft,
        widget=Radios,
        error_messages={"required": "Select whether they saw the draft"},
    )
    draft_words = ProseField(
        called="what they said of the draft",
        label="What did they say of the draft? (optional)",
        max_length=5000,
        required=False,
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        said = FamilyContribution.objects.filter(relative__review=self.review).select_related(
            "relative"
        )
        self.fields["contribution"].queryset = said.select_related("relative")

    @classmethod
    def prefilled(cls, review: Review, asked: Mapping[str, str]) -> dict[str, Any]:
        """Return what is recorded of the contribution that the address names."""
        known = super().prefilled(review, asked)
        if (pk := asked.get("contribution", "")).isdecimal():
            said = FamilyContribution.objects.filter(relative__review=review, pk=pk)
            for now in said.values("used", "saw_draft", "draft_words"):
                known |= now
        return known


class LeaveOutForm(CaseForm):
    intro = "The executive summary says whether and how the family was involved."
    reason = reasons_field(
        "why the family was not involved", "Why was the family not involved?", max_length=2000
    )
    on = DayField(called="the date of this decision", label="When was this decided?")
