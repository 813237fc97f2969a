"""The columns of a list: what the screen draws and what a file holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F
from django.db.models.expressions import Expression, OrderBy
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString

from boards.govuk.words import on_paper

Row = Mapping[str, Any]
Value = str | date | datetime | int | None
Cell = str | SafeString


@dataclass(frozen=True)
class Column:
    """One column; `fields` are the values() paths that `value` and `cell` read from a row.

    `value` is what a file holds. `cell` is what the screen draws, given the row and today, and
    is the value in words where none is given. `order` sorts by the column; empty, nobody can.
    """

    name: str
    label: str
    fields: tuple[str, ...]
    value: Callable[[Row], Value]
    cell: Callable[[Row, date], Cell] | None = None
    order: tuple[str | Expression, ...] = ()

    def drawn(self, row: Row, on: date) -> str:
        """Return the content of the cell, escaped."""
        if self.cell:
            return conditional_escape(self.cell(row, on))
        value = self.value(row)
        if isinstance(value, date):
            return on_paper(value)
        return escape("" if value is None else value)

    def ordering(self, *, is_descending: bool) -> list[OrderBy]:
        """Return what sorts by this column; rows without a value come last either way."""
        keys = (F(key) if isinstance(key, str) else key for key in self.order)
        return [OrderBy(key, descending=is_descending, nulls_last=True) for key in keys]


def link(href: str, text: str) -> SafeString:
    return format_html('<a class="govuk-link" href="{}">{}</a>', href, text)
