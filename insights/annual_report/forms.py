"""What a board says in its annual report."""

from datetime import date, datetime
from typing import Any

from django import forms

from boards.govuk.fields import ProseField
from boards.govuk.forms import PortalForm
from boards.models import Board, User
from insights.annual_report.sections import SECTIONS
from insights.models import Commentary

LONGEST = 20_000  # characters of a section


class CommentaryForm(PortalForm):
    """One field for each section, and the version that was read."""

    submit_text = "Save the commentary"
    number = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, newest: Commentary | None, **options: Any) -> None:
        texts = newest.texts if newest else {}
        options["initial"] = {"number": newest.number if newest else 0} | texts
        super().__init__(*args, **options)

    def save(self, board: Board, first_on: date, *, by: User, at: datetime) -> Commentary:
        """The texts are the newest version; raises SavedMeanwhile."""
        texts = {section.slug: self.cleaned_data[section.slug] for section in SECTIONS}
        return Commentary.save_over(
            self.cleaned_data["number"] or 0, board, first_on, texts, by=by, at=at
        )

    def base_on(self, theirs: Commentary) -> None:
        """The next saving is over `theirs`; what was typed stays in the fields."""
        self.data = self.data.copy()
        self.data["number"] = str(theirs.number)

    def beside(self, theirs: Commentary) -> list[tuple[str, str]]:
        """Return (title, their text) of each section that differs from what was typed."""
        return [
            (section.title, theirs.texts.get(section.slug, ""))
            for section in SECTIONS
            if theirs.texts.get(section.slug, "") != self.cleaned_data[section.slug]
        ]


for _section in SECTIONS:
    CommentaryForm.base_fields[_section.slug] = ProseField(
        called=f"what the board says in “{_section.title}”",
        label=_section.title,
        help_text=_section.asks,
        max_length=LONGEST,
        required=False,
    )
