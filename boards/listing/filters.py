"""What a list may be narrowed by: each filter is one parameter of the address."""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import QueryDict

from boards.govuk.day import Boxes, DayField
from boards.govuk.words import on_paper

LONGEST = 60  # characters of a typed filter


class Unusable(Exception):
    """The address asks for what the filter does not have; the text says what to do."""


@dataclass(frozen=True)
class Filter(ABC):
    """A way to narrow the rows; `narrow` is given the rows and the value that was read.

    `default` is the text that holds where the address says nothing; it needs no chip, and only
    a Choice has one.
    """

    name: str
    label: str
    narrow: Callable[[QuerySet, Any], QuerySet]
    hint: str = ""
    default: str = ""
    kind: ClassVar[str] = "line"

    @abstractmethod
    def read(self, text: str) -> Any:
        """Return the value that the text means; raise Unusable when it means none."""

    def text_of(self, address: QueryDict) -> str:
        """Return what the address says for this filter."""
        return address.get(self.name, "").strip()

    def spoken(self, value: Any) -> str:
        """Return the value as the chip of the chosen filter words it."""
        return str(value)

    def parts(self, value: Any) -> list[tuple[str, str | None]]:
        """Return each part of the value in words, and the text that is left without it."""
        return [(self.spoken(value), None)]

    def control(self, text: str) -> dict[str, Any]:
        """Return what the filter panel draws, as chosen by `text`."""
        return {
            "name": self.name,
            "label": self.label,
            "hint": self.hint,
            "kind": self.kind,
            "text": text,
        }


@dataclass(frozen=True)
class Choice(Filter):
    """One of a few (value, text); the default stands first among them."""

    options: Sequence[tuple[str, str]] = ()
    kind: ClassVar[str] = "select"

    def read(self, text: str) -> str:
        if text not in dict(self.options):
            raise Unusable("choose from the options on the page")
        return text

    def spoken(self, value: str) -> str:
        return dict(self.options)[value]

    def control(self, text: str) -> dict[str, Any]:
        options = [(value, words, value == text) for value, words in self.options]
        return super().control(text) | {"options": options}


@dataclass(frozen=True)
class Several(Filter):
    """Any number of a few (value, text); the address has them in one parameter or repeated."""

    options: Sequence[tuple[str, str]] = ()
    kind: ClassVar[str] = "checkboxes"

    def text_of(self, address: QueryDict) -> str:
        return ",".join(text.strip() for text in address.getlist(self.name) if text.strip())

    def read(self, text: str) -> list[str]:
        wanted = list(dict.fromkeys(text.split(",")))
        if not set(wanted) <= dict(self.options).keys():
            raise Unusable("choose from the options on the page")
        return wanted

    def parts(self, value: list[str]) -> list[tuple[str, str | None]]:
        words = dict(self.options)
        return [
            (words[one], ",".join(other for other in value if other != one) or None)
            for one in value
        ]

    def control(self, text: str) -> dict[str, Any]:
        chosen = set(text.split(","))
        options = [(value, words, value in chosen) for value, words in self.options]
        return super().control(text) | {"options": options}


@dataclass(frozen=True)
class Words(Filter):
    """Some typed text."""

    def read(self, text: str) -> str:
        if len(text) > LONGEST:
            raise Unusable(f"enter {LONGEST} characters or fewer")
        if not text.isprintable():
            raise Unusable("enter letters and numbers alone")
        return text


@dataclass(frozen=True)
class Year(Filter):
    """A year in four figures."""

    def read(self, text: str) -> int:
        if not re.fullmatch("[0-9]{4}", text):
            raise Unusable("enter a year of 4 numbers, like 2010")
        return int(text)


@dataclass(frozen=True)
class Day(Filter):
    """A day, typed as 27 3 2010, 27/3/2010, 27 March 2010 or 2010-03-27."""

    hint: str = "For example, 27 3 2010"

    def read(self, text: str) -> date:
        parts = re.findall(r"[^\W_]+", text)[:4]
        if len(parts) != 3:
            raise Unusable("enter a day, month and year, like 27 3 2010")
        is_iso = len(parts[0]) == 4
        try:
            return DayField(called=f"“{self.label}”").read(
                Boxes(*(reversed(parts) if is_iso else parts))
            )
        except ValidationError as wrong:
            raise Unusable("enter a real date, like 27 3 2010") from wrong

    def spoken(self, value: date) -> str:
        return on_paper(value)
