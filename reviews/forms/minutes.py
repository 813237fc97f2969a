"""The agenda of a meeting, its papers, its minutes, and what came of it."""

from typing import Any

from django import forms

from boards.govuk.fields import CountField, DayField, LineField, ProseField
from boards.models import User
from records.document_field import DocumentField
from reviews.forms.case import CaseForm
from reviews.forms.meetings import MeetingForm
from reviews.meetings.people import may_act
from reviews.models import (
    AgendaItem,
    CaseDocument,
    DocumentKind,
    DocumentVersion,
    Meeting,
    MeetingAction,
    MeetingDecision,
    Minutes,
)


class ItemForm(CaseForm):
    submit_text = "Save the item"
    title = LineField(called="what the item is about", label="Item")
    lead = LineField(called="who leads", label="Lead (optional)", max_length=120, required=False)
    minutes = CountField(
        called="the minutes allotted",
        label="Minutes (optional)",
        min_value=1,
        max_value=600,
        required=False,
    )

    def __init__(self, *args: Any, item: AgendaItem, **kw: Any) -> None:
        self.item = item
        if item.pk:
            kw["initial"] = {"title": item.title, "lead": item.lead, "minutes": item.minutes}
        super().__init__(*args, **kw)

    def facts(self) -> dict[str, Any]:
        for name, value in self.cleaned_data.items():
            setattr(self.item, name, value)
        return {"item": self.item}


class PaperForm(CaseForm):
    """A document on the file, or a file that goes on it."""

    submit_text = "Add the paper"
    document = forms.ModelChoiceField(
        CaseDocument.objects.none(),
        label="A document on the file of this review",
        required=False,
        empty_label="None: choose a file below",
    )
    file = DocumentField(
        called="the paper",
        label="Or a file from your computer",
        help_text="PDF and Word (.docx) go into the pack as pages.",
        required=False,
    )
    title = LineField(
        called="what the paper is called", label="Title (of a file)", required=False, max_length=200
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["document"].queryset = self.review.documents.all()

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        file = facts.get("file")
        if not facts.get("document") and not file and not self.errors:
            self.add_error("file", "Choose a document on the file or a file from your computer")
        if file and not facts.get("title"):
            self.add_error("title", "Enter what the paper is called")
        return facts

    def version(self, **said: Any) -> DocumentVersion:
        """Return the version chosen; a file is put on the file of the review first."""
        facts = self.cleaned_data
        if facts["document"]:
            return facts["document"].latest
        return CaseDocument.file(
            self.review,
            facts["file"],
            kind=DocumentKind.PAPER,
            title=facts["title"],
            **said,
        )


class MinutesForm(MeetingForm):
    """What was said under each item; `seen` is the version that was opened."""

    submit_text = "Save the minutes"
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, meeting: Meeting, latest: Minutes | None, **kw: Any) -> None:
        self.items = meeting.agenda_items()
        kw["initial"] = {"seen": latest.version if latest else 0}
        super().__init__(*args, meeting=meeting, **kw)
        for number, item in enumerate(self.items, 1):
            self.fields[f"item_{item.pk}"] = ProseField(
                called=f"the minute of item {number}",
                label=f"{number}. {item.title}",
                max_length=20_000,
                required=False,
                initial=latest.text_of(item.pk) if latest else "",
            )

    def facts(self) -> dict[str, Any]:
        texts = [
            {"item": i.pk, "title": i.title, "text": self.cleaned_data[f"item_{i.pk}"]}
            for i in self.items
        ]
        minutes = Minutes(meeting=self.meeting, texts=texts)
        return {"minutes": minutes, "seen": self.cleaned_data["seen"] or 0}


class AgreeForm(MeetingForm):
    submit_text = "Record the agreement"
    intro = "The latest version becomes the agreed one and can be changed no more."
    agreed_at = forms.ModelChoiceField(
        Meeting.objects.none(),
        label="Which meeting agreed them?",
        empty_label="Choose the meeting",
        error_messages={"required": "Select the meeting that agreed them"},
    )

    def __init__(self, *args: Any, meeting: Meeting, **kw: Any) -> None:
        super().__init__(*args, meeting=meeting, **kw)
        later = self.review.meetings.standing().filter(on__gte=meeting.on, on__lte=self.today)
        self.fields["agreed_at"].queryset = later.exclude(pk=meeting.pk)

    def facts(self) -> dict[str, Any]:
        return {"minutes": self.meeting.latest_minutes, "meeting": self.cleaned_data["agreed_at"]}


class DecisionForm(MeetingForm):
    submit_text = "Record the decision"
    text = ProseField(called="what was decided", label="What was decided?", max_length=2000)

    def facts(self) -> dict[str, Any]:
        return {"decision": MeetingDecision(meeting=self.meeting, **self.cleaned_data)}


class ActionForm(MeetingForm):
    submit_text = "Record the action"
    may_lie_ahead = frozenset({"due_on"})
    becomes_due = frozenset({"due_on"})
    what = ProseField(called="what is to be done", label="What is to be done?", max_length=2000)
    person = forms.ModelChoiceField(
        User.objects.none(),
        label="Who is to do it? Their account here (optional)",
        help_text="Staff of the board, those appointed to this review, and those who write for the "
        "agencies that it asks. They are reminded, and say when it is done. Somebody of an agency "
        "reads the action and nothing else of the meeting: name no child in it.",
        required=False,
        empty_label="Somebody without an account here",
        error_messages={"invalid_choice": "Choose somebody from the list, or say who in words"},
    )
    who = LineField(
        called="who is to do it",
        label="Or who, in words",
        help_text="Needed where no account is chosen. May be left empty otherwise.",
        max_length=120,
        required=False,
    )
    due_on = DayField(called="the day by which it is to be done", label="By when?")

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["person"].queryset = may_act(self.review)

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if not (facts.get("who") or facts.get("person")) and not self.errors.keys() & {"person"}:
            self.add_error("who", "Enter who is to do it, or choose their account")
        return facts

    def facts(self) -> dict[str, Any]:
        return {"action": MeetingAction(meeting=self.meeting, **self.cleaned_data)}


class FinishForm(CaseForm):
    """What was done; a file goes on the file of the review."""

    submit_text = "Record it as done"
    on = DayField(called="the day on which it was done", label="When was it done?")
    text = ProseField(called="what was done", label="What was done?", max_length=2000)
    file = DocumentField(
        called="what was done",
        label="A file that shows it (optional)",
        required=False,
    )

    def __init__(self, *args: Any, action: MeetingAction, **kw: Any) -> None:
        self.action = action
        super().__init__(*args, **kw)

    def facts(self) -> dict[str, Any]:
        return {**self.cleaned_data, "action": self.action}


class ReopenForm(CaseForm):
    submit_text = "Open it again"
    intro = "What was recorded as done stays on record. Reminders begin again."
    may_lie_ahead = frozenset({"again_by_on"})
    because = ProseField(
        called="why it is opened again", label="What is still to be done, and why?", max_length=2000
    )
    again_by_on = DayField(called="the new day", label="By when?")

    def __init__(self, *args: Any, action: MeetingAction, **kw: Any) -> None:
        self.action = action
        super().__init__(*args, **kw)

    def facts(self) -> dict[str, Any]:
        return {**self.cleaned_data, "action": self.action}
