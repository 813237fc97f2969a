"""Rows narrowed as one address asks for it."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict

from boards.listing.filters import Filter, Unusable


class Narrowed:
    """The filters as the address chooses them; what it cannot mean is left out.

    `notices` says what was left out and how to mend it, `query` is the address without it.
    """

    def __init__(self, filters: Sequence[Filter], address: QueryDict) -> None:
        self.filters = filters
        self.notices: list[str] = []
        self.texts: dict[str, str] = {}
        self.values: dict[str, Any] = {}
        for filter_ in filters:
            self._choose(filter_, filter_.text_of(address))
        self.query = self._query()

    def _choose(self, filter_: Filter, text: str) -> None:
        text = text or filter_.default
        value: Any = text
        try:
            if text != filter_.default:
                value = filter_.read(text)
        except Unusable as reason:
            self.notices.append(f"The filter “{filter_.label}” was left out: {reason}.")
            text = value = filter_.default
        self.texts[filter_.name], self.values[filter_.name] = text, value

    def _query(self) -> QueryDict:
        query = QueryDict(mutable=True)
        for filter_ in self.chosen:
            query[filter_.name] = self.texts[filter_.name]
        return query

    @property
    def chosen(self) -> list[Filter]:
        """The filters that narrow the list more than it is at first."""
        return [f for f in self.filters if self.texts[f.name] != f.default]

    @property
    def controls(self) -> list[dict[str, Any]]:
        """What the filter panel draws."""
        return [f.control(self.texts[f.name]) for f in self.filters]

    @property
    def chips(self) -> list[dict[str, str]]:
        """The chosen filters, each with the address that takes it away."""
        return [
            {"text": f"{f.label}: {spoken}", "remove_href": self.href(**{f.name: without})}
            for f in self.chosen
            for spoken, without in f.parts(self.values[f.name])
        ]

    def href(self, **changes: str | None) -> str:
        """Return the address of this list with changed parameters; None takes one away."""
        query = self.query.copy()
        for name, text in changes.items():
            query.pop(name, None)
            if text is not None:
                query[name] = text
        return f"?{query.urlencode()}"

    def narrow(self, rows: QuerySet) -> QuerySet:
        """Return those of the rows that every filter keeps."""
        for filter_ in self.filters:
            if self.texts[filter_.name]:
                rows = filter_.narrow(rows, self.values[filter_.name])
        return rows
