"""What the panel is asked about an agency's report, and what becomes of it."""

from typing import Any

from django import forms

from boards.govuk.fields import DayField, Limit, ProseField, Radios
from reviews.checklist import Item, items_for
from reviews.forms.case import CaseForm, reasons_field
from reviews.models import Contribution, Met


class ChecklistForm(CaseForm):
    """Saves what is answered so far; what is not wholly met is said."""

    submit_text = "Save the checklist"

    def __init__(self, *args: Any, contribution: Contribution, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.items = items_for(self.review)
        given = {each.item: each for each in contribution.quality_answers.all()}
        for item in self.items:
            found = given.get(item.code)
            self.fields[f"{item.code}_answer"] = forms.ChoiceField(
                label=item.heading,
                help_text=item.prompt,
                choices=Met,
                widget=Radios,
                required=False,
                initial=found.answer if found else None,
            )
            self.fields[f"{item.code}_comment"] = ProseField(
                called="what is lacking",
                label=f"Comment on “{item.heading}”",
                max_length=2000,
                required=False,
                initial=found.comment if found else "",
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        for item in self.items:
            answer, comment = facts.get(f"{item.code}_answer"), facts.get(f"{item.code}_comment")
            if answer and answer != Met.MET and not comment:
                self.add_error(f"{item.code}_comment", f"Enter what is lacking: {item.heading}")
            if comment and not answer:
                self.add_error(f"{item.code}_answer", f"Select how far it is met: {item.heading}")
        return facts

    def answers(self) -> dict[Item, tuple[str, str]]:
        """Return {item: (answer, comment)} of what was answered."""
        said = self.cleaned_data
        return {
            item: (answer, said[f"{item.code}_comment"])
            for item in self.items
            if (answer := said[f"{item.code}_answer"])
        }


class SendBackForm(CaseForm):
    submit_text = "Send it back"
    may_lie_ahead = frozenset({"again_by_on"})
    becomes_due = frozenset({"again_by_on"})
    because = reasons_field(
        "what has to be mended",
        "What has to be mended?",
        max_length=5000,
        help_text="The agency reads this here beside the checklist; no e-mail carries it.",
    )
    again_by_on = DayField(called="the day it is wanted again", label="By when is it wanted again?")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["again_by_on"].not_before = Limit(self.today, "today")


class AskForm(CaseForm):
    submit_text = "Ask the agency"
    may_lie_ahead = frozenset({"due_on"})
    becomes_due = frozenset({"due_on"})
    text = ProseField(called="the question", label="Question", max_length=5000)
    due_on = DayField(called="the day of the answer", label="By when is the answer wanted?")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["due_on"].not_before = Limit(self.today, "today")


class AnswerForm(CaseForm):
    submit_text = "Answer"
    answer = ProseField(
        called="the answer",
        label="Answer",
        help_text="It stands once it is sent.",
        max_length=10_000,
    )
