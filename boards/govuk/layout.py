"""Layout objects that the crispy-forms pack lacks or draws wrongly."""

from collections.abc import Mapping, Sequence
from typing import Any

from crispy_forms.utils import render_field
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString


class SubmitButton:
    """A button that sends the form once, however often it is pressed.

    With a `name`, the view can tell which button was pressed by its `value`.
    """

    def __init__(
        self, text: str, *, name: str = "", value: str = "1", is_secondary: bool = False
    ) -> None:
        self.text, self.name, self.value, self.is_secondary = text, name, value, is_secondary


class Buttons:
    """The buttons at the foot of a form, side by side where there is room."""

    def __init__(self, *buttons: SubmitButton) -> None:
        self.buttons = buttons

    def render(self, form: Any, context: Context, **options: Any) -> SafeString:
        """Return the group of buttons."""
        return render_to_string("gds/layout/buttons.html", {"buttons": self.buttons})


class FollowUps:
    """Radios of `field` where choosing a value shows the questions that follow from it.

    `questions` has field names or layout objects by value; a value without any shows nothing.
    """

    def __init__(self, field: str, questions: Mapping[str, Sequence[Any]], **context: Any) -> None:
        self.field, self.questions, self.context = field, questions, context

    def render(self, form: Any, context: Context, **options: Any) -> SafeString:
        """Return the radios with their follow-up questions."""
        revealed = {
            value: format_html_join("", "{}", ((render_field(e, form, context),) for e in each))
            for value, each in self.questions.items()
        }
        return render_field(
            self.field, form, context, extra_context={"revealed": revealed, **self.context}
        )
