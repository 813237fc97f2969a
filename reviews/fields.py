"""A database field for dates as the record gives them."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from reviews.statutory import PartialDate, UnreadableDate


def exactly(day: date) -> PartialDate:
    """Return the day as a PartialDate."""
    return PartialDate.of(day.year, day.month, day.day)


class PartialDateField(models.CharField):
    """Stores a PartialDate as EDTF text (ISO 8601-2): `2007`, `2007-08`, `2007-08-03?`.

    The text sorts by its earliest day. An empty date is None in Python and in the database.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 24
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def from_db_value(self, value: str | None, *_: object) -> PartialDate | None:
        return PartialDate.parse(value) if value else None

    def to_python(self, value: object) -> PartialDate | None:
        if value in (None, ""):
            return None
        if isinstance(value, PartialDate):
            return value
        try:
            return PartialDate.parse(str(value))
        except UnreadableDate as unreadable:
            raise ValidationError(str(unreadable)) from unreadable

    def get_prep_value(self, value: object) -> str | None:
        partial = self.to_python(value)
        return partial.edtf if partial else None

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def formfield(self, **kwargs: Any) -> forms.Field:
        return super().formfield(**{"max_length": 60, **kwargs})
