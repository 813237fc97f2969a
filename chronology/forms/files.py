"""The form that takes an agency's file."""

from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile

from boards.govuk.forms import PortalForm
from chronology.receiving.kinds import LARGEST, TOO_LARGE


class FileForm(PortalForm):
    """One file. What is too large never arrives, so that its size is asked of the request."""

    submit_text: ClassVar[str] = "Send and check the file"

    file = forms.FileField(
        label="Chronology file",
        help_text="A Word (.docx), Excel (.xlsx) or CSV file of up to 30 MB",
        max_length=200,
        required=False,
        widget=forms.FileInput(attrs={"accept": ".docx,.docm,.xlsx,.xlsm,.csv,.txt"}),
    )

    def __init__(self, *args: Any, sent_bytes: int = 0, **options: Any) -> None:
        super().__init__(*args, **options)
        self.sent_bytes = sent_bytes

    def clean_file(self) -> bytes:
        """Return the content of a file that is there and not too large."""
        upload: UploadedFile | None = self.cleaned_data["file"]
        if self.sent_bytes > LARGEST and (upload is None or upload.size > LARGEST):
            raise forms.ValidationError(TOO_LARGE)
        if upload is None:
            raise forms.ValidationError("Choose the file with the chronology")
        self.file_name = upload.name
        return upload.read()
