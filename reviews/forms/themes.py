"""Which themes a review shows, and how a board words its list."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from boards.govuk.fields import Checkboxes, LineField
from boards.govuk.forms import PortalForm
from boards.govuk.layout import FollowUps
from boards.models import Board
from reviews.forms.case import CaseForm
from reviews.models.theme import LONGEST_NAME, LONGEST_REASON
from reviews.themes import CodedTheme, Suggestion, group_names, themes_of


class ThemesForm(CaseForm):
    """Any of the board's themes, by group, each with a sentence why."""

    submit_text = "Save the themes"
    aside = "reviews/themes/_before_coding.html"
    place = "themes"

    def __init__(self, *args: Any, suggestions: list[Suggestion], **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.suggestions = suggestions
        shown = {each.code: each.why for each in self.review.shown_themes.standing()}
        # What the panel marked is ticked at first, until anybody has coded the review.
        self.is_first = not self.review.shown_themes.exists()
        ticked = {each.code for each in suggestions} if self.is_first else shown.keys()
        themes = [t for t in themes_of(self.review.board_id) if t.is_offered or t.code in shown]
        self.by_group = {
            group: [theme for theme in themes if theme.group == group] for group in group_names()
        }
        for group, name in group_names().items():
            if of_group := self.by_group[group]:
                self._ask(group, name, of_group)
                self.initial[group] = [theme.code for theme in of_group if theme.code in ticked]
        for theme in themes:
            self.fields[f"{theme.code}_why"] = LineField(
                called=f"why the review shows “{theme.name}”",
                label=f"Why does it show “{theme.name}”? (optional)",
                max_length=LONGEST_REASON,
                required=False,
            )
            self.initial[f"{theme.code}_why"] = shown.get(theme.code, "")

    def _ask(self, group: str, name: str, themes: list[CodedTheme]) -> None:
        self.fields[group] = forms.MultipleChoiceField(
            label=name,
            choices=[(theme.code, theme.name) for theme in themes],
            widget=Checkboxes(hints=self._hints()),
            required=False,
            error_messages={"invalid_choice": f"{name}: choose from the themes on the page"},
        )

    def _hints(self) -> dict[str, str]:
        marked: dict[str, list[str]] = {}
        for each in self.suggestions:
            marked.setdefault(each.code, []).append(f"“{each.name}”")
        return {code: f"Marked in the chronology: {', '.join(m)}" for code, m in marked.items()}

    @property
    def without_code(self) -> list[str]:
        """What is marked in the chronology and fits no theme of the list."""
        return [each.name for each in self.suggestions if not each.code]

    def layout(self) -> tuple[FollowUps, ...]:
        return tuple(
            FollowUps(group, {theme.code: [f"{theme.code}_why"] for theme in themes})
            for group, themes in self.by_group.items()
            if themes
        )

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        self.chosen = [code for group in self.by_group for code in said.get(group, ())]
        for themes in self.by_group.values():
            for theme in themes:
                if theme.code not in self.chosen:  # its sentence is not to be seen
                    self.errors.pop(f"{theme.code}_why", None)
        return said

    def facts(self) -> dict[str, Any]:
        """Return {code: why} of what was ticked, as `code_themes` takes it."""
        return {"shown": {code: self.cleaned_data[f"{code}_why"] for code in self.chosen}}


class BoardThemeForm(PortalForm):
    """The name of a theme: of a new one, or anew of one that the board has."""

    submit_text = "Save the name"
    name = LineField(called="the name of the theme", label="Name", max_length=LONGEST_NAME)

    def __init__(self, *args: Any, board: Board, code: str = "", **kw: Any) -> None:
        self.board, self.code = board, code
        super().__init__(*args, **kw)

    def clean_name(self) -> str:
        """Return the name, which no other theme of the board may have."""
        name: str = self.cleaned_data["name"]
        others = (theme for theme in themes_of(self.board) if theme.code != self.code)
        if any(theme.name.casefold() == name.casefold() for theme in others):
            raise ValidationError(f"“{name}” is on your list already, or was withdrawn from it")
        return name
