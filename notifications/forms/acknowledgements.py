"""How somebody says that a deadline is in hand."""

from django import forms

from boards.govuk.fields import ProseField
from boards.govuk.forms import PortalForm


class AcknowledgementForm(PortalForm):
    """The note is read by those who see the review."""

    submit_text = "I have it in hand"

    note = ProseField(
        called="what is being done",
        label="What is being done? (optional)",
        help_text="Name no child. Whoever sees the review can read it.",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
