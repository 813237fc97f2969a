"""A form's field as the templates see it: what kind it is and which control each error is about."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField

from boards.govuk.day import DayBoxes

# The first that fits: a set of checkboxes is a kind of radios to Django.
KINDS: tuple[tuple[type[forms.Widget], str, str], ...] = (
    (forms.CheckboxSelectMultiple, "checkboxes", "govuk-checkboxes__input"),
    (forms.RadioSelect, "radios", "govuk-radios__input"),
    (forms.CheckboxInput, "tick", "govuk-checkboxes__input"),
    (DayBoxes, "day", ""),
    (forms.Textarea, "prose", "govuk-textarea"),
    (forms.PasswordInput, "password", "govuk-input"),
    (forms.FileInput, "file", "govuk-file-upload"),
    (forms.Select, "select", "govuk-select"),
    (forms.Widget, "line", "govuk-input"),
)
HAVE_ERROR_CLASS = {"prose", "password", "file", "select", "line"}
# By these the script of GOV.UK Frontend finds what it is to work on.
SCRIPT_CLASSES = {
    "password": "govuk-password-input__input govuk-js-password-input-input",
    "prose": "govuk-js-character-count",
}


class GovukBoundField(BoundField):
    """A bound field that draws itself as a GOV.UK component."""

    @property
    def kind(self) -> str:
        """The name of the template under gds/layout that draws this field."""
        return self.kind_and_class[0]

    @property
    def kind_and_class(self) -> tuple[str, str]:
        widget = self.field.widget
        return next((kind, css) for type_, kind, css in KINDS if isinstance(widget, type_))

    @property
    def counts_to(self) -> int | None:
        """The number of characters that a text box counts down from, None for no count."""
        return getattr(self.field, "max_length", None) if self.kind == "prose" else None

    @property
    def count_hint(self) -> str:
        """The length of text that a text box takes, in words."""
        return f"You can enter up to {self.counts_to:,} characters"

    @property
    def script(self) -> str:
        """The part of GOV.UK Frontend's script that works on the whole field, "" for none."""
        if self.kind == "password":
            return "govuk-password-input"
        return "govuk-character-count" if self.counts_to else ""

    @property
    def aria_describedby(self) -> str | None:
        """The ids of hint, errors and character count, in the order of reading."""
        described = super().aria_describedby
        if described is None or not self.counts_to:
            return described
        return f"{described} {self.auto_id}-info".strip()

    @property
    def wrong_parts(self) -> tuple[str, ...]:
        """The parts of a day to mark: all three for an error that names none."""
        if not isinstance(self.field.widget, DayBoxes):
            return ()
        named = [getattr(error, "parts", ("day", "month", "year")) for error in self.refusals]
        return tuple(part for parts in named for part in parts)

    @property
    def refusals(self) -> list[ValidationError]:
        return self.errors.as_data()

    @property
    def error_links(self) -> list[tuple[str, str]]:
        """The id of the control to mend and the sentence, for every error."""
        links = []
        for error in self.refusals:
            target = self.auto_id
            if self.kind == "day":
                target = f"{target}_{getattr(error, 'parts', ('day',))[0]}"
            links += [(target, message) for message in error.messages]
        return links

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        """Add the classes of the component; tell a day which of its boxes are wrong."""
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        kind, css = self.kind_and_class
        classes = [css, SCRIPT_CLASSES.get(kind), widget.attrs.get("class")]
        if self.errors and kind in HAVE_ERROR_CLASS:
            classes.append(f"{css}--error")
        attrs["class"] = " ".join(filter(None, classes))
        if isinstance(widget, DayBoxes):
            widget.wrong_parts = self.wrong_parts  # the form's own copy of the widget
        return attrs
