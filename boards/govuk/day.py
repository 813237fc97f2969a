"""A known day, asked for in three boxes: day, month and year."""

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from boards.govuk.words import MONTHS, listed, on_paper

PARTS = ("day", "month", "year")
WIDTHS = {"day": 2, "month": 3, "year": 4}  # characters; a month may be typed as "March"
FIRST_YEAR, LAST_YEAR = 1900, 2100
SEPT = {"sept": 9}
MONTH_NUMBERS = {
    name[:length].lower(): number
    for number, name in enumerate(MONTHS, start=1)
    for length in (3, len(name))
} | SEPT


class Boxes(NamedTuple):
    """What stands in the three boxes, as typed."""

    day: str = ""
    month: str = ""
    year: str = ""


@dataclass(frozen=True)
class Limit:
    """A day that another may not pass, and its name in a sentence: "today", "the decision"."""

    day: date
    called: str

    def __str__(self) -> str:
        return f"{self.called}, {on_paper(self.day)}"


class WrongDay(ValidationError):
    """A day that was refused, with the boxes to mend."""

    def __init__(self, message: str, parts: Sequence[str]) -> None:
        super().__init__(message, code="wrong_day")
        self.parts = tuple(parts)


class DayBoxes(forms.Widget):
    """Three text boxes in a fieldset, named `<name>_day`, `<name>_month` and `<name>_year`."""

    template_name = "gds/layout/day_boxes.html"
    use_fieldset = True
    wrong_parts: tuple[str, ...] = ()

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return what the template draws: one dict for each box."""
        context = super().get_context(name, value, attrs)
        id_ = context["widget"]["attrs"].get("id", f"id_{name}")
        context["boxes"] = [
            {
                "id": f"{id_}_{part}",
                "name": f"{name}_{part}",
                "label": part.capitalize(),
                "value": text,
                "width": WIDTHS[part],
                "is_wrong": part in self.wrong_parts,
            }
            for part, text in zip(PARTS, boxes_of(value), strict=True)
        ]
        return context

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """Return the three boxes, drawn by the project's own template."""
        return render_to_string(self.template_name, self.get_context(name, value, attrs))

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Boxes:
        """Return what was typed in the three boxes."""
        return Boxes(*(str(data.get(f"{name}_{part}") or "").strip() for part in PARTS))

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Say whether the form was sent without any of the boxes."""
        return not any(f"{name}_{part}" in data for part in PARTS)

    def id_for_label(self, id_: str | None) -> str:
        """Return the id of the first box."""
        return f"{id_}_day" if id_ else ""


class HiddenDayBoxes(DayBoxes):
    """The three boxes as typed, carried through a page that asks for something else."""

    template_name = "gds/layout/hidden_day_boxes.html"
    use_fieldset = False


class DayField(forms.Field):
    """A date whose every refusal says what to mend and marks only the boxes that are wrong.

    `called` names it inside a sentence: "the date the board learned of the incident". `not_after`
    and `not_before` may also be set on a form's own copy, as `form.fields["learned_on"].not_after`.
    """

    widget = DayBoxes
    hidden_widget = HiddenDayBoxes

    def __init__(
        self,
        *,
        called: str,
        not_after: Limit | None = None,
        not_before: Limit | None = None,
        **options: Any,
    ) -> None:
        options.setdefault("help_text", "For example, 27 3 2010")
        messages = {"required": f"Enter {called}"} | (options.pop("error_messages", None) or {})
        super().__init__(error_messages=messages, **options)
        self.called, self.not_after, self.not_before = called, not_after, not_before

    def to_python(self, value: Boxes | date | None) -> date | None:
        """Return the day, None when all boxes are blank."""
        if isinstance(value, date) or not value or not any(value):
            return value if isinstance(value, date) else None
        if missing := [part for part in PARTS if not getattr(value, part)]:
            raise self.refused(f"must include a {listed(missing)}", missing)
        return self.read(value)

    def read(self, boxes: Boxes) -> date:
        """Return the day in three filled boxes."""
        day, month, year = number(boxes.day), month_number(boxes.month), number(boxes.year)
        complaints = {}
        if not 1 <= day <= 31:
            complaints["day"] = "must have a day from 1 to 31"
        if not 1 <= month <= 12:
            complaints["month"] = "must have a month from 1 to 12, or a name like March"
        if len(boxes.year) != 4:
            complaints["year"] = "must have a year of 4 numbers, like 2010"
        elif not FIRST_YEAR <= year <= LAST_YEAR:
            complaints["year"] = f"must have a year from {FIRST_YEAR} to {LAST_YEAR}"
        if complaints:
            raise self.refused(next(iter(complaints.values())), tuple(complaints))
        last = monthrange(year, month)[1]
        if day > last:
            reason = f"must be a real date: {MONTHS[month - 1]} {year} has {last} days"
            raise self.refused(reason, ("day",))
        return date(year, month, day)

    def validate(self, value: date | None) -> None:
        """Refuse a missing day, and one beyond a limit."""
        super().validate(value)
        if value is None:
            return
        if (limit := self.not_after) and value > limit.day:
            is_today = limit.called == "today"
            rule = "today or in the past" if is_today else f"the same as or before {limit}"
            raise self.refused(f"must be {rule}", PARTS)
        if (limit := self.not_before) and value < limit.day:
            is_today = limit.called == "today"
            rule = "today or in the future" if is_today else f"the same as or after {limit}"
            raise self.refused(f"must be {rule}", PARTS)

    def refused(self, reason: str, parts: Sequence[str]) -> WrongDay:
        """Return the error "The date … `reason`" that marks `parts`."""
        return WrongDay(f"{self.called[0].upper()}{self.called[1:]} {reason}", parts)


def boxes_of(value: Boxes | date | str | None) -> Boxes:
    """Return what to show in the boxes for a day, a day in ISO format, or boxes as typed."""
    if isinstance(value, Boxes):
        return value
    if isinstance(value, str) and value:
        value = date.fromisoformat(value)
    return Boxes(str(value.day), str(value.month), str(value.year)) if value else Boxes()


def number(text: str) -> int:
    """Return a number of at most four digits, 0 when it is none."""
    return int(text) if re.fullmatch("[0-9]{1,4}", text) else 0


def month_number(text: str) -> int:
    """Return 3 for "3", "03", "Mar", "mar." or "March", 0 when it is none."""
    return MONTH_NUMBERS.get(text.lower().rstrip("."), 0) or number(text)
