"""A list as one address asks for it."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.safestring import SafeString, mark_safe

from boards.listing.narrowed import Narrowed
from boards.listing.pages import PAGE_SIZE, CountedByItsRows

if TYPE_CHECKING:
    from boards.listing.listing import Listing


class Shown(Narrowed):
    """The rows that the address asks for, in its order; what it cannot mean is left out."""

    def __init__(self, listing: "Listing", address: QueryDict, rows: QuerySet, on: date) -> None:
        super().__init__(listing.filters, address)
        self.listing, self.on = listing, on
        self.sort = self._sort(address.get("sort", ""))
        if self.sort != listing.sort:
            self.query["sort"] = self.sort
        self._page_asked = address.get("page", "1")
        self._rows = rows

    def _sort(self, asked: str) -> str:
        if not asked or self.listing.column(asked):
            return asked or self.listing.sort
        self.notices.append("The list cannot be sorted like that: choose one of its columns.")
        return self.listing.sort

    @property
    def csv_href(self) -> str:
        return self.href(format="csv")

    @property
    def xlsx_href(self) -> str:
        return self.href(format="xlsx")

    @property
    def heads(self) -> list[dict[str, str]]:
        """The heads of the columns, with the address that sorts by each."""
        heads = []
        for column in self.listing.columns:
            head = {"label": column.label}
            if column.order:
                is_first, is_last = self.sort == column.name, self.sort == f"-{column.name}"
                head["href"] = self.href(sort=f"-{column.name}" if is_first else column.name)
                head["order"] = "ascending" if is_first else "descending" if is_last else ""
                head["arrow"] = "▲" if is_first else "▼" if is_last else "↕"
            heads.append(head)
        return heads

    @cached_property
    def rows(self) -> QuerySet:
        """Every row that the filters leave, as a dict, in the order asked for."""
        rows = self.narrow(self._rows)
        column = self.listing.column(self.sort)
        order = column.ordering(is_descending=self.sort.startswith("-")) if column else []
        return rows.order_by(*order, "pk").values(*self.listing.fields)

    @cached_property
    def page(self) -> Page:
        """The page asked for: the first for what is no number, the last for one beyond it."""
        kind = Paginator if self.listing.is_long else CountedByItsRows
        return kind(self.rows, PAGE_SIZE).get_page(self._page_asked)

    @property
    def count(self) -> int:
        return self.page.paginator.count

    @property
    def counted(self) -> str:
        """How many rows there are on all pages, in words."""
        return self.listing.counted(self.count)

    @cached_property
    def body(self) -> SafeString:
        """The rows of this page, drawn."""
        return mark_safe("".join(self._drawn()))  # noqa: S308 - each column escapes its cells

    def _drawn(self) -> Iterator[str]:
        for row in self.page.object_list:
            yield self.listing.drawn(row, self.on)
