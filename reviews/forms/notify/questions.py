"""The kinds of question that the pages ask, and how their answers read."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from boards.govuk.fields import ApproximateDayField, Radios, TickField
from boards.govuk.fields import YesNoNotKnownField as AnswerField
from boards.govuk.words import on_paper
from reviews.statutory import PartialDate, UnreadableDate


def known_day(called: str, label: str, **options: Any) -> ApproximateDayField:
    """Return the field of a day of which only a part may be known."""
    options.setdefault(
        "help_text",
        "For example, 27 March 2010, March 2010 or 2010. Put “about” or “?” in front if unsure.",
    )
    return ApproximateDayField(
        called=called,
        label=label,
        parse=PartialDate.parse,
        refused=UnreadableDate,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
        **options,
    )


def answer(called: str, label: str, **options: Any) -> AnswerField:
    """Return a question with yes, no and not known, which may be left."""
    return AnswerField(called=called, label=label, required=False, **options)


def choice(label: str, choices: Sequence[Any], *, is_long: bool = False) -> forms.ChoiceField:
    """Return a question with a few choices, or a long list of them, which may be left."""
    if is_long:
        return forms.ChoiceField(label=label, choices=[("", "Choose"), *choices], required=False)
    return forms.ChoiceField(label=label, choices=choices, widget=Radios, required=False)


def as_typed(value: Any) -> str:
    """Return what stands in the boxes of a question, as one text."""
    if isinstance(value, list | tuple):
        return " ".join(str(part) for part in value if part)
    return str(value or "")


def in_words(field: forms.Field, value: Any) -> str:
    """Return an answer as understood: labels, dates in full, "" where there is none."""
    if isinstance(field, TickField):
        return "Yes" if value else "No"
    if isinstance(field, forms.MultipleChoiceField):
        return "\n".join(_label(field, each) for each in value or ())
    if isinstance(field, forms.ChoiceField):
        return _label(field, value)
    if isinstance(value, date):
        return on_paper(value)
    return str(value or "")


def _label(field: forms.ChoiceField, value: str) -> str:
    for code, label in field.choices:
        if isinstance(label, list | tuple):
            if value in dict(label):
                return str(dict(label)[value])
        elif str(code) == str(value):
            return str(label) if value else ""
    return ""
