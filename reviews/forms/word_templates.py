"""The forms of letters: which agency a letter is for, and a board's own template."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from boards.govuk.forms import PortalForm
from boards.models import Agency
from reviews.forms.case import CaseForm
from reviews.word.filling import LARGEST, WrongTemplate, try_on_made_up_case


class LetterForm(CaseForm):
    submit_text = "Make the Word document"
    agency = forms.ModelChoiceField(
        Agency.objects.none(),
        label="Which agency is it for?",
        empty_label="Choose an agency",
        error_messages={"required": "Select the agency that it is for"},
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        agencies = Agency.objects.filter(board=self.review.board_id, is_active=True)
        self.fields["agency"].queryset = agencies


class TemplateForm(PortalForm):
    """A template, which is tried on a made-up case before it is kept."""

    submit_text = "Check the template"
    file = forms.FileField(
        label="Word template",
        help_text="A .docx file of up to 5 MB with fields such as {{ reference }}",
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        error_messages={"required": "Choose the Word template"},
    )

    def clean_file(self) -> UploadedFile:
        """Return the file, once every field in it was found."""
        sent: UploadedFile = self.cleaned_data["file"]
        if sent.size > LARGEST:
            raise forms.ValidationError("The file is larger than 5 MB: take pictures out of it.")
        try:
            try_on_made_up_case(sent.read())
        except WrongTemplate as wrong:
            raise forms.ValidationError(wrong.reasons) from wrong
        sent.seek(0)
        return sent
