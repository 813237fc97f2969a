"""Forms about the reports: writing a section, settling a conflict, issuing, commenting."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from boards.govuk.fields import (
    ApproximateDayField,
    Checkboxes,
    DayField,
    LineField,
    ProseField,
    Radios,
    TickField,
)
from boards.models import Agency
from reviews.forms.case import CaseForm, reasons_field
from reviews.models import Answer, ReportDraft, SectionVersion
from reviews.report_headings import Heading, Part
from reviews.statutory import PartialDate, UnreadableDate
from reviews.word.filling import WrongTemplate, require_word

LONGEST = 50_000


def box(part: Part) -> forms.Field:
    """Return the field in which a part of a section is written."""
    facts = {"label": part.label, "help_text": part.hint, "required": False}
    if part.slug == "due":
        return ApproximateDayField(
            called=part.called, parse=PartialDate.parse, refused=UnreadableDate, **facts
        )
    if part.choices:
        choices = [(each, each) for each in part.choices]
        return forms.ChoiceField(choices=choices, widget=Radios, **facts)
    kind = ProseField if part.is_long else LineField
    return kind(called=part.called, max_length=LONGEST if part.is_long else 300, **facts)


class SectionForm(CaseForm):
    """The boxes of one section; `based_on` is the version that stood when the page was opened."""

    submit_text = "Save this section"
    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0, required=False)

    def __init__(self, *args: Any, section: Heading, **kw: Any) -> None:
        self.section = section
        super().__init__(*args, **kw)
        for part in section.parts:
            field = box(part)
            field.widget.attrs.setdefault("rows", 20 if len(section.parts) == 1 else 4)
            self.fields[part.slug] = field

    def said(self) -> dict[str, str]:
        """Return the text of each box, blank ones left out."""
        typed = {part.slug: self.cleaned_data.get(part.slug) for part in self.section.parts}
        return {slug: spelled(value) for slug, value in typed.items() if value}


class ConflictForm(SectionForm):
    """Two texts of one section: keep either, or a third made of both. Nothing typed is lost."""

    submit_text = "Save my choice"
    keep = forms.ChoiceField(
        label="Which text stands?",
        choices=(
            ("merged", "The text below, made of both"),
            ("mine", "Mine"),
            ("theirs", "Theirs"),
        ),
        widget=Radios,
        error_messages={"required": "Select which text stands"},
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        for part in self.section.parts:
            self.fields[f"mine_{part.slug}"] = forms.CharField(
                widget=forms.HiddenInput, required=False, max_length=LONGEST, strip=False
            )

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if facts.get("keep") != "merged":  # then the boxes below are not what is kept
            for part in self.section.parts:
                self.errors.pop(part.slug, None)
        return facts

    def said(self) -> dict[str, str]:
        if self.cleaned_data["keep"] == "merged":
            return super().said()
        return self.mine()

    def mine(self) -> dict[str, str]:
        """Return what was typed before the conflict was found."""
        typed = {p.slug: self.data.get(f"mine_{p.slug}", "") for p in self.section.parts}
        return {slug: spelled(text) for slug, text in typed.items() if text.strip()}


def spelled(value: Any) -> str:
    """Return a value as the text that a section keeps, its lines ended alike."""
    return str(value.spoken if isinstance(value, PartialDate) else value).replace("\r\n", "\n")


def _note() -> LineField:
    return LineField(
        called="the note",
        label="What has changed since the last draft? (optional)",
        max_length=300,
        required=False,
    )


class IssueForm(CaseForm):
    intro = "Every section is kept as it is now, under the number of the draft."
    submit_text = "Issue the draft"
    note = _note()


class UploadForm(CaseForm):
    intro = "The Word document is the next draft as it is; it is not divided into sections."
    submit_text = "Issue this document as a draft"
    file = forms.FileField(
        label="Word document",
        help_text="A .docx file of up to 5 MB",
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        error_messages={"required": "Choose the Word document"},
    )
    note = _note()

    def clean_file(self) -> UploadedFile:
        """Return the file; the one place in which an uploaded draft is looked at."""
        sent: UploadedFile = self.cleaned_data["file"]
        try:
            require_word(sent.read())
        except WrongTemplate as wrong:
            raise forms.ValidationError(wrong.reasons) from wrong
        sent.seek(0)
        return sent


class OpenDraftForm(CaseForm):
    submit_text = "Open the draft for comments"
    may_lie_ahead = frozenset({"due_on"})
    becomes_due = frozenset({"due_on"})
    is_for_panel = TickField(label="The panel comments on the whole draft")
    agencies = forms.ModelMultipleChoiceField(
        Agency.objects.none(),
        label="Which agencies check the facts?",
        help_text="Open the draft again for agencies that may read other sections.",
        widget=Checkboxes,
        required=False,
    )
    sections = forms.ModelMultipleChoiceField(
        SectionVersion.objects.none(),
        label="Which sections may these agencies read?",
        help_text="They see nothing else of the review.",
        widget=Checkboxes,
        required=False,
    )
    due_on = DayField(called="the day by which they comment", label="By when?")

    def __init__(self, *args: Any, draft: ReportDraft, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.draft = draft
        written = draft.written()
        agencies = Agency.objects.filter(board=self.review.board_id, is_active=True)
        self.fields["agencies"].queryset = agencies.exclude(
            pk__in=[i.agency_id for i in draft.round.invitations.all()]
            if hasattr(draft, "round")
            else []
        )
        self.fields["sections"].queryset = draft.sections.all()
        self.fields["sections"].choices = [(v.pk, heading.title) for heading, v in written]
        if not written:
            del self.fields["agencies"], self.fields["sections"]

    def facts(self) -> dict[str, Any]:
        return {**self.cleaned_data, "draft": self.draft}

    def clean_due_on(self) -> Any:
        due_on = self.cleaned_data["due_on"]
        if due_on and due_on < self.today:
            raise forms.ValidationError("The day by which they comment must be today or later")
        return due_on


class CommentForm(CaseForm):
    submit_text = "Add the comment"
    says = ProseField(
        called="what the draft says",
        label="What does the draft say?",
        help_text="Copy the words that are wrong or missing something.",
        max_length=5000,
    )
    should_say = ProseField(
        called="what it should say", label="What should it say?", max_length=5000
    )
    evidence = ProseField(
        called="the evidence",
        label="What shows that? (optional)",
        help_text="For example, the record, its date and where it is kept.",
        max_length=5000,
        required=False,
    )


class AnswerForm(CaseForm):
    submit_text = "Save the answer"
    answer = forms.ChoiceField(
        label="What becomes of the comment?",
        choices=Answer,
        widget=Radios,
        error_messages={"required": "Select what becomes of the comment"},
    )
    reason = reasons_field(
        "why it is not accepted as it stands",
        "Why, or what was changed?",
        help_text="Needed unless the comment is accepted. The agency reads it.",
        max_length=5000,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if facts.get("answer") in {Answer.PARTLY, Answer.REFUSED} and not facts.get("reason"):
            self.add_error("reason", "Enter why it is not accepted as it stands")
        return facts


class CompleteForm(CaseForm):
    intro = "The draft becomes a version of the final set; the panel chair then signs it off."
    submit_text = "Record that it is complete"
    author = LineField(called="the author's name", label="Who wrote it?", max_length=120)
    on = DayField(called="the date it was completed", label="When was it completed?")


class SignOffForm(CaseForm):
    submit_text = "Sign it off"
    has_read = TickField(
        label="I have read this version, and the panel stands behind it",
        must="Confirm that you have read this version",
    )

    def facts(self) -> dict[str, Any]:
        return {}
