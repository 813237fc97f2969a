"""Fields that know what they are called, so that every refusal can name them."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from boards.govuk.day import Boxes, DayBoxes, DayField, Limit, WrongDay
from boards.govuk.words import on_paper

__all__ = [
    "ApproximateDayField",
    "Boxes",
    "Checkboxes",
    "CountField",
    "DayBoxes",
    "DayField",
    "Limit",
    "LineField",
    "ProseField",
    "Radios",
    "TickField",
    "WrongDay",
    "YesNoNotKnown",
    "YesNoNotKnownField",
]


class YesNoNotKnown(models.TextChoices):
    """An answer where "not known" was said; a blank means that nobody was asked."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_KNOWN = "not_known", "Not known"


class Hinted:
    """Choices that may carry a hint below their label, by value, and "or" before one of them."""

    def __init__(
        self,
        *args: Any,
        hints: Mapping[str, str] | None = None,
        or_before: str | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.hints, self.or_before = hints or {}, or_before

    def create_option(self, name: str, value: Any, *args: Any, **options: Any) -> dict[str, Any]:
        """Return the option with what the template needs beside Django's own."""
        option = super().create_option(name, value, *args, **options)
        option["hint"] = self.hints.get(str(value), "")
        option["is_after_or"] = self.or_before is not None and str(value) == self.or_before
        return option


class Radios(Hinted, forms.RadioSelect):
    """One of a few choices."""


class Checkboxes(Hinted, forms.CheckboxSelectMultiple):
    """Any of a few choices."""


class LineField(forms.CharField):
    """One line of text; `called` names it inside a sentence: "the place of the incident"."""

    def __init__(self, *, called: str, max_length: int = 200, **options: Any) -> None:
        options["error_messages"] = {
            "required": f"Enter {called}",
            "max_length": f"{sentence(called)} must be {max_length:,} characters or fewer",
        } | (options.get("error_messages") or {})
        super().__init__(max_length=max_length, **options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Leave out `maxlength`, which cuts off pasted text without a word."""
        return {key: at for key, at in super().widget_attrs(widget).items() if key != "maxlength"}


class ProseField(LineField):
    """Some paragraphs of text, with the number of characters left."""

    widget = forms.Textarea(attrs={"rows": 6})

    def __init__(self, *, called: str, max_length: int = 10_000, **options: Any) -> None:
        super().__init__(called=called, max_length=max_length, **options)


class CountField(forms.IntegerField):
    """How many of something; `called` names it: "the number of children"."""

    def __init__(self, *, called: str, min_value: int = 0, max_value: int, **options: Any) -> None:
        rule = f"{sentence(called)} must be a whole number from {min_value:,} to {max_value:,}"
        options["error_messages"] = {
            "required": f"Enter {called}",
            "invalid": rule,
            "min_value": rule,
            "max_value": rule,
        } | (options.get("error_messages") or {})
        options.setdefault(
            "widget",
            forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
        )
        super().__init__(min_value=min_value, max_value=max_value, **options)


UNREADABLE = (
    "must be a date or the part of it that is known, like 27 March 2010, March 2010 or 2010"
)


class ApproximateDayField(LineField):
    """A day of which only a part may be known, in one text box; the value is what `parse` returns.

    `parse` takes the text as typed and raises `refused`, with the words that say how to mend it.
    """

    def __init__(
        self,
        *,
        called: str,
        parse: Callable[[str], Any],
        refused: type[Exception],
        **options: Any,
    ) -> None:
        options.setdefault("help_text", "For example, 27 March 2010, March 2010 or 2010")
        options.setdefault("max_length", 40)
        super().__init__(called=called, **options)
        self.called, self.parse, self.refused = called, parse, refused

    def clean(self, value: Any) -> Any:
        """Return the day as far as it is known, None when the box is blank."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return self.parse(text)
        except self.refused as reason:
            called, said = sentence(self.called), str(reason)
            raise ValidationError(
                f"{called}: {said[0].lower()}{said[1:]}" if said else f"{called} {UNREADABLE}",
                code="unreadable",
            ) from reason

    def prepare_value(self, value: Any) -> str:
        """Return the text to show in the box, a day as its hint writes one."""
        if isinstance(value, date):
            return on_paper(value)
        return "" if value is None else str(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare what is shown with what was sent."""
        return self.prepare_value(initial) != (data or "").strip()


class YesNoNotKnownField(forms.ChoiceField):
    """Yes, no or not known; `called` completes "Select yes if …", as in "the child was in care"."""

    def __init__(
        self, *, called: str, choices: Collection[tuple[str, str]] = (), **options: Any
    ) -> None:
        options.setdefault("widget", Radios)
        options["error_messages"] = {
            "required": f"Select yes if {called}, or “Not known”",
        } | (options.get("error_messages") or {})
        super().__init__(choices=choices or YesNoNotKnown.choices, **options)


class TickField(forms.BooleanField):
    """One box to tick; where it must be ticked, `must` says what to do: "Confirm that …"."""

    def __init__(self, *, must: str = "", **options: Any) -> None:
        if must:
            options["error_messages"] = {"required": must} | (options.get("error_messages") or {})
        super().__init__(required=bool(must), **options)


def sentence(called: str) -> str:
    """Return a name as the beginning of a sentence."""
    return called[:1].upper() + called[1:]
