"""What an agency's author is asked. Everything may be left for later until it is submitted."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from boards.govuk.fields import DayField, LineField, ProseField, Radios, TickField
from boards.govuk.forms import PortalForm
from records.document_field import DocumentField
from records.incoming import SealedUpload
from records.kinds import DOCX, PDF
from reviews.forms.case import CaseForm
from reviews.models import Contribution

WRONG = "The report must be a Word (.docx) or PDF file: save it as one of them and choose it again"


class DraftForm(CaseForm):
    """One page of the draft; `seen` tells whether somebody else saved it meanwhile."""

    submit_text = "Save and continue"
    seen = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, contribution: Contribution, **kw: Any) -> None:
        self.contribution = contribution
        names = self.names()
        kw["initial"] = {name: getattr(contribution, name) for name in names} | {
            "seen": contribution.stamp(names)
        }
        super().__init__(*args, **kw)

    @classmethod
    def names(cls) -> list[str]:
        """Return the facts of the page."""
        return [name for name in cls.base_fields if name != "seen"]

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.names()}

    def differing_from(self, theirs: Contribution) -> list[tuple[str, str, str]]:
        """Return (question, your answer, theirs) where they differ."""
        return [
            (str(self.fields[name].label), shown(yours), shown(getattr(theirs, name)))
            for name, yours in self.facts().items()
            if yours != getattr(theirs, name)
        ]


def shown(value: Any) -> str:
    """Return an answer in words."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return f"{value:%-d %B %Y}" if hasattr(value, "strftime") else str(value or "")


def yes_or_no(label: str, hint: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        help_text=hint,
        choices=[("True", "Yes"), ("False", "No")],
        coerce=lambda value: value == "True",
        empty_value=None,
        widget=Radios,
        required=False,
    )


def later(field: type[LineField], called: str, label: str, **options: Any) -> LineField:
    """Return a text field that may wait."""
    return field(called=called, label=label, required=False, **options)


class AuthorForm(DraftForm):
    intro = (
        "Who writes the report must have had no part in the case. The names are kept with the "
        "report and are read by the panel."
    )
    author_name = later(LineField, "the author’s name", "Name of the author", max_length=120)
    author_job_title = later(LineField, "the job title", "Job title", max_length=120)
    was_involved = yes_or_no(
        "Was the author directly involved with the child or the family?",
        "At any time, in any role.",
    )
    managed_the_involved = yes_or_no(
        "Has the author managed anybody who was?", "As a line manager or a supervisor."
    )


class RecordsForm(DraftForm):
    records_secured_on = DayField(
        called="the day the records were secured",
        label="When were the agency’s records secured?",
        required=False,
    )
    from_on = DayField(
        called="the first day covered", label="What is the first day covered?", required=False
    )
    to_on = DayField(
        called="the last day covered", label="What is the last day covered?", required=False
    )
    context = later(
        ProseField,
        "what the agency did",
        "What did the agency do for the family?",
        help_text="Its services and where they stood at the time, in a few sentences.",
        max_length=5000,
    )
    documents_seen = later(
        ProseField,
        "the documents seen",
        "Which documents were seen?",
        help_text="Files, records and policies, one a line.",
        max_length=5000,
    )
    interviews = later(
        ProseField,
        "the interviews",
        "Who was interviewed?",
        help_text="Job titles, one a line and no names. Enter “None” if nobody was.",
        max_length=5000,
    )

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        first, last = facts.get("from_on"), facts.get("to_on")
        if first and last and last < first:
            self.add_error("to_on", "The last day covered must be the first day or later")
        return facts


class ReportFileForm(PortalForm):
    """The report itself, as the agency would print it."""

    submit_text: ClassVar[str] = "Keep this file"
    file = DocumentField(
        called="the report",
        label="Report",
        taken="Word (.docx) or PDF",
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf"}),
    )

    def clean_file(self) -> SealedUpload:
        """Return the file, of a kind that is taken as a report."""
        upload = self.cleaned_data["file"]
        if upload.kind not in (DOCX, PDF):
            raise ValidationError(WRONG)
        return upload


class PaperSignOffForm(CaseForm):
    submit_text = "Record the sign-off"
    intro = (
        "The agency’s chief officer, or a senior person nominated by them, stands for the report. "
        "It is not the author. Any change after the sign-off takes it back."
    )
    name = LineField(
        called="the name of who signed it off", label="Who signed it off?", max_length=120
    )
    post = LineField(called="their post", label="Post", max_length=120)
    on = DayField(called="the day it was signed", label="When was it signed?")
    has_signed_page = TickField(
        label="The signed page is in the report",
        must="Confirm that the signed page is in the report",
    )

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("name", "post", "on")}


class SignOffForm(CaseForm):
    submit_text = "Sign off"
    post = LineField(called="your post", label="Your post", max_length=120)
    declared = TickField(
        label="I have read the report, and the agency stands for it",
        must="Confirm that you have read the report",
    )

    def facts(self) -> dict[str, Any]:
        return {"post": self.cleaned_data["post"]}


class AgencyRecommendationForm(CaseForm):
    submit_text = "Keep the recommendation"
    may_lie_ahead = frozenset({"due_on"})
    text = ProseField(
        called="the recommendation", label="What shall the agency do?", max_length=2000
    )
    owner = LineField(
        called="who sees to it",
        label="Who sees to it?",
        help_text="A job title.",
        max_length=120,
    )
    due_on = DayField(called="the day it is to be done", label="By when?")


class NoRecommendationsForm(DraftForm):
    makes_no_recommendations = TickField(label="The report makes no recommendations")


# The pages of a draft that are all one form: the title and the form.
PAGES: dict[str, tuple[str, type[DraftForm]]] = {
    "author": ("The author", AuthorForm),
    "records": ("Records and interviews", RecordsForm),
}
