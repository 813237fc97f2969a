"""What a list is, whoever looks at it: its columns, its filters and its order."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.html import escape

from boards.listing.columns import Column, Row
from boards.listing.filters import Filter
from boards.listing.shown import Shown


@dataclass(frozen=True)
class Listing:
    """Rows of one kind in columns; `noun` is what one of them is called and `name` many.

    The first column names the row. `sort` is the column that it is sorted by at first, with a
    minus for the other way round. `keys` are values() paths that no column draws. `is_long` is
    a list that grows for ever.
    """

    name: str
    noun: str
    columns: tuple[Column, ...]
    filters: tuple[Filter, ...]
    sort: str
    keys: tuple[str, ...] = ("pk",)
    is_long: bool = False

    def shown(self, address: QueryDict, rows: QuerySet, *, on: date) -> Shown:
        """Return the list as the address asks for it on the day `on`."""
        return Shown(self, address, rows, on)

    def counted(self, number: int) -> str:
        """Return "1 review", "2 reviews"."""
        return f"{number} {self.noun if number == 1 else self.name}"

    @cached_property
    def fields(self) -> list[str]:
        """The values() paths that a row has."""
        read = [field for column in self.columns for field in column.fields]
        return list(dict.fromkeys([*self.keys, *read]))

    def column(self, sort: str) -> Column | None:
        """Return the column that `sort` names, if the list can be sorted by it."""
        name = sort.removeprefix("-")
        return next((c for c in self.columns if c.name == name and c.order), None)

    @cached_property
    def pattern(self) -> str:
        """One row's markup with `{}` for each cell: a template for each would cost tenfold."""
        labels = [escape(c.label).replace("{", "{{").replace("}", "}}") for c in self.columns]
        head = f'<th scope="row" class="govuk-table__header" data-label="{labels[0]}">{{}}</th>'
        rest = (
            f'<td class="govuk-table__cell" data-label="{label}">{{}}</td>' for label in labels[1:]
        )
        return f'<tr class="govuk-table__row">{head}{"".join(rest)}</tr>\n'

    def drawn(self, row: Row, on: date) -> str:
        """Return the row's markup; each column has escaped its cell."""
        return self.pattern.format(*(column.drawn(row, on) for column in self.columns))
