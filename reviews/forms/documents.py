"""The forms that take documents."""

from typing import Any

from django import forms

from boards.govuk.fields import DayField, LineField, ProseField, TickField
from boards.models import Agency
from records.document_field import DocumentField
from reviews.forms.case import CaseForm
from reviews.models import CaseDocument, Commission, CommissionKind, DocumentKind, DocumentVersion

SENT_FOR = {
    CommissionKind.IMR: DocumentKind.IMR,
    CommissionKind.HEALTH_OVERVIEW: DocumentKind.HEALTH_OVERVIEW,
}


class FileDocumentForm(CaseForm):
    submit_text = "File the document"
    kind = forms.ChoiceField(
        label="What kind of document is it?",
        choices=[("", "Choose a kind"), *DocumentKind.choices],
        error_messages={"required": "Select the kind of document"},
    )
    title = LineField(
        called="the title", label="Title", help_text="As it shall stand in the list of documents."
    )
    agency = forms.ModelChoiceField(
        Agency.objects.none(),
        label="Which agency is it from? (optional)",
        help_text="The agency’s own authors see it too. No other agency does.",
        required=False,
        empty_label="No agency",
    )
    content = DocumentField(called="the document", label="File")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        of_board = Agency.objects.filter(board=self.review.board_id, is_active=True)
        self.fields["agency"].queryset = of_board


class SendDocumentForm(CaseForm):
    """What an agency sends for what it is asked for."""

    submit_text = "Send the document"
    kind = forms.ChoiceField(
        label="What kind of document is it?",
        choices=[
            (kind.value, kind.label)
            for kind in (
                DocumentKind.IMR,
                DocumentKind.HEALTH_OVERVIEW,
                DocumentKind.LETTER,
                DocumentKind.OTHER,
            )
        ],
        error_messages={"required": "Select the kind of document"},
    )
    title = LineField(called="the title", label="Title")
    content = DocumentField(called="the document", label="File")

    def __init__(self, *args: Any, commission: Commission, **options: Any) -> None:
        super().__init__(*args, **options)
        self.commission = commission
        asked_for = SENT_FOR.get(CommissionKind(commission.kind), DocumentKind.OTHER)
        self.initial.setdefault("kind", asked_for)

    def facts(self) -> dict[str, Any]:
        return {**self.cleaned_data, "commission": self.commission}


class VersionForm(CaseForm):
    submit_text = "File this version"
    content = DocumentField(called="the new version", label="File")
    note = LineField(
        called="what has changed",
        label="What has changed? (optional)",
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, document: CaseDocument, **options: Any) -> None:
        super().__init__(*args, **options)
        self.document = document

    def facts(self) -> dict[str, Any]:
        return {**self.cleaned_data, "document": self.document}


class ReleaseCopyForm(CaseForm):
    intro = (
        "Redact the document outside the portal, and choose the redacted copy here. Somebody else "
        "has to check it before it can go out."
    )
    submit_text = "Keep this release copy"
    may_lie_ahead = frozenset({"expires_on"})
    from_address = frozenset({"is_for_publication", "recipient"})
    content = DocumentField(called="the redacted copy", label="Redacted copy")
    is_for_publication = TickField(
        label="It is for publication, and for those who are given copies without names: it names "
        "nobody",
    )
    recipient = LineField(
        called="who it is for",
        label="Who is it for?",
        help_text="For example, the family’s solicitor, or publication.",
    )
    reason = ProseField(
        called="why it is released", label="Why is it released to them?", max_length=500
    )
    expires_on = DayField(
        called="the last day on which it may be downloaded",
        label="Until which day may it be downloaded?",
    )

    def __init__(self, *args: Any, version: DocumentVersion, **options: Any) -> None:
        super().__init__(*args, **options)
        self.version = version

    def facts(self) -> dict[str, Any]:
        return {**self.cleaned_data, "version": self.version}
