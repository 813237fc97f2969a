"""Starting a draft: asks for the board only where there is a choice."""

from typing import Any

from django import forms

from boards.govuk.fields import Radios
from boards.govuk.forms import PortalForm
from boards.models import Board


class StartForm(PortalForm):
    submit_text = "Log an incident"

    on_board = forms.ChoiceField(
        label="Which board was notified?",
        widget=Radios,
        error_messages={"required": "Select the board that was notified of the incident"},
    )

    def __init__(self, *args: Any, boards: list[Board], **options: Any) -> None:
        super().__init__(*args, **options)
        self.boards = boards
        self.fields["on_board"].choices = [(str(board.pk), board.name) for board in boards]
        if len(boards) == 1:
            del self.fields["on_board"]
        self.helper.form_action = "start-draft"  # refused, it stands at an address of its own

    @property
    def board(self) -> Board:
        """The board chosen, or the only one."""
        chosen = self.cleaned_data.get("on_board", str(self.boards[0].pk))
        return next(board for board in self.boards if str(board.pk) == chosen)
