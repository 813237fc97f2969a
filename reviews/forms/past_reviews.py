"""The form that takes a board's spreadsheet of past reviews."""

from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet

from boards.govuk.forms import PortalForm
from boards.models import Board
from reviews.past_reviews.decoding import LARGEST, TOO_LARGE, UnreadableFile
from reviews.past_reviews.reading import read


class PastReviewsForm(PortalForm):
    """A CSV file and, for a manager of several boards, which of them it is of."""

    submit_text: ClassVar[str] = "Check the file"

    board = forms.ModelChoiceField(
        Board.objects.none(),
        label="Which board are the reviews of?",
        empty_label="Choose a board",
        error_messages={
            "required": "Choose the board that the reviews are of",
            "invalid_choice": "Choose one of your own boards",
        },
    )
    file = forms.FileField(
        label="File of past reviews",
        help_text="A CSV file of up to 5 MB, with the columns named in the first row",
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        error_messages={"required": "Choose the CSV file with the past reviews"},
    )

    def __init__(self, *args: Any, boards: QuerySet[Board], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["board"].queryset = boards
        self.only_board = boards[0] if len(boards) == 1 else None
        if self.only_board:
            del self.fields["board"]

    def clean_file(self) -> bytes:
        """Return the content of a file that can be read."""
        upload: UploadedFile = self.cleaned_data["file"]
        self.file_name = upload.name
        if upload.size > LARGEST:
            raise forms.ValidationError(TOO_LARGE)
        content = upload.read()
        try:
            read(content)
        except UnreadableFile as unreadable:
            raise forms.ValidationError(str(unreadable)) from unreadable
        return content

    @property
    def of_board(self) -> Board:
        return self.only_board or self.cleaned_data["board"]
