"""The form that takes an agency's file."""

from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile

from boards.govuk.forms import PortalForm
from chronology.receiving.kinds import LARGEST, TOO_LARGE
from records.packages import NotTaken
from records.unlocking import WrongPassword, is_locked, unlocked


class FileForm(PortalForm):
    """One file. What is too large never arrives, so that its size is asked of the request.

    A file with a password is kept without it: nobody could open it on the day it is asked for.
    """

    submit_text: ClassVar[str] = "Send and check the file"

    file = forms.FileField(
        label="Chronology file",
        help_text="A Word (.docx), Excel (.xlsx) or CSV file of up to 30 MB",
        max_length=200,
        required=False,
        widget=forms.FileInput(attrs={"accept": ".docx,.docm,.xlsx,.xlsm,.csv,.txt"}),
    )

    password = forms.CharField(
        label="Password of the file, if it has one",
        help_text="It opens the file now and is not kept.",
        max_length=255,
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
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

    def clean(self) -> None:
        """The file is one that can be opened."""
        super().clean()
        content = self.cleaned_data.get("file")
        if content and is_locked(content):
            self.cleaned_data["file"] = self._opened(content, self.cleaned_data.get("password", ""))

    def _opened(self, content: bytes, password: str) -> bytes:
        try:
            if password:
                return unlocked(content, password)
            self.add_error("password", "Enter the password of the file, and choose the file again")
        except WrongPassword:
            wrong = "The password does not open the file: enter it, and choose the file again"
            self.add_error("password", wrong)
        except NotTaken as wrong:
            self.add_error("file", str(wrong))
        return b""
