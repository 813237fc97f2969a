"""The integrated chronology as one address asks for it, a hundred rows a page."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import Max, QuerySet
from django.http import QueryDict

from boards.govuk.words import counted
from boards.listing import Filter, Narrowed
from chronology.agency_marks import Mark, marks_of
from chronology.gaps.contacts import COUNTED
from chronology.integrated.filters import RETURNED, filters_for
from chronology.integrated.looks import COLOUR, ROWS
from chronology.integrated.orders import NEWEST, OLDEST, ORDER, ORDERS, ordered
from chronology.integrated.origin import ORIGIN, days_from
from chronology.integrated.rows import Row, rows_of
from chronology.integrated.words import wanted
from chronology.models import Entry
from chronology.reader import ANY, HANDED, Reader

PAGE_SIZE = 100
LEAVES_NOTHING_OUT = {ORDER, ORIGIN, COLOUR}
SILENCE_BY = {
    "agency",
    "from",
    "to",
    HANDED,
    *LEAVES_NOTHING_OUT,
}  # filters under which silence is still silence


class Integrated:
    """The rows that the address asks for, of those that the reader may see."""

    def __init__(self, reader: Reader, address: QueryDict) -> None:
        self.reader = reader
        self.shown = Narrowed(filters_for(reader, self.agencies), address)
        self._page_asked = address.get("page", "1")

    @cached_property
    def agencies(self) -> list[tuple[int, str, int]]:
        """(id, name, number of rows) of every agency with rows, by name."""
        return self.reader.agencies

    @cached_property
    def marks(self) -> Mapping[int, Mark]:
        return marks_of((pk, name) for pk, name, _ in self.agencies)

    @property
    def key(self) -> list[tuple[Mark, int, str]]:
        """The agencies with their marks, numbers of rows, and whether these are handed in."""
        mark = self.reader.handed_in.mark
        return [(self.marks[pk], rows, mark(pk)) for pk, _, rows in self.agencies]

    @property
    def total(self) -> int:
        return sum(rows for _, _, rows in self.agencies)

    @cached_property
    def narrowed(self) -> QuerySet[Entry]:
        return self.shown.narrow(self.reader.entries())

    @property
    def order(self) -> str:
        return self.shown.values[ORDER]

    @property
    def in_what_order(self) -> str:
        return ORDERS[self.order][0].lower()

    @property
    def is_newest_first(self) -> bool:
        return self.order == NEWEST

    @property
    def colours_rows(self) -> bool:
        return self.shown.values[COLOUR] == ROWS

    @cached_property
    def ordered(self) -> QuerySet[Entry]:
        """The rows that the filters leave, in the order that is asked for."""
        return ordered(self.narrowed, self.order)

    @property
    def handed(self) -> str:
        """Which rows are shown: those handed in, those not, or any."""
        return self.shown.values.get(HANDED) or ANY

    @property
    def chosen(self) -> list[str]:
        """What is left out, in words; what is left out unless asked for, too."""
        words = [
            f"{chosen.label}: {spoken}"
            for chosen in self.shown.chosen
            if chosen.name not in {HANDED, *LEAVES_NOTHING_OUT}
            for spoken in self._spoken(chosen)
        ]
        return words if self.handed == ANY else [*words, RETURNED[self.handed].lower()]

    def _spoken(self, chosen: Filter) -> list[str]:
        """Return the parts of a filter in words; of an agency its name, not how many rows."""
        value = self.shown.values[chosen.name]
        if chosen.name == "agency":
            return [self.marks[int(pk)].name for pk in value]
        return [words for words, _ in chosen.parts(value)]

    @property
    def address(self) -> QueryDict:
        """The address that asks anybody else for the same rows."""
        query = self.shown.query.copy()
        if self.reader.reads_all:
            query[HANDED] = self.handed
        return query

    @cached_property
    def page(self) -> Page:
        paginator = Paginator(self.ordered.values_list("pk", flat=True), PAGE_SIZE)
        if {chosen.name for chosen in self.shown.chosen} <= LEAVES_NOTHING_OUT:
            paginator.count = self._total_at_first
        return paginator.get_page(self._page_asked)

    @property
    def _total_at_first(self) -> int:
        """How many rows there are where nothing was chosen."""
        if self.reader.usually == ANY:
            return self.total
        done = self.reader.handed_in.agencies | self.reader.own
        return sum(rows for pk, _, rows in self.agencies if pk in done)

    @property
    def counted(self) -> str:
        """How many rows the filters leave, of how many."""
        found = self.page.paginator.count
        words = counted(found, "row")
        return words if found == self.total else f"{words} of {self.total}"

    @property
    def words(self) -> list[str]:
        return wanted(self.shown.values.get("words") or "")

    @cached_property
    def rows(self) -> list[Row]:
        linked = ("questions", "themes") if self.reader.reads_all else ()
        shown = (
            Entry.objects.filter(pk__in=list(self.page.object_list))
            .select_related("file")
            .defer(*(f"file__{name}" for name in ("reading", "corrections", "outcome")))
            .prefetch_related(*linked)
        )
        entries = list(ordered(shown, self.order))
        silences = self._silences(entries[::-1] if self.is_newest_first else entries)
        apart = {entry.pk: days_from(self.origin, entry) for entry in entries}
        rows = rows_of(entries, self.reader, self.marks, words=self.words, silences=silences)
        return [replace(row, apart=apart[row.pk]) for row in rows] if self.origin else rows

    @property
    def origin(self) -> Entry | None:
        """The entry from which days are counted, if one is chosen."""
        return self.shown.values[ORIGIN] or None

    @property
    def silence_with(self) -> str:
        """Whose silence is shown between rows."""
        chosen = self.shown.values["agency"] or []
        names = [self.marks[int(pk)].name for pk in chosen]
        return f" with {' or '.join(names)}" if names else ""

    def _silences(self, entries: list[Entry]) -> dict[int, tuple[date, int]]:
        """Return {id: (last day of contact, days since)} of rows after too long a silence.

        Rows found by their content say nothing of silence: then there is none. Nor do rows
        outside the scope, or in another order than that of time. The entries come oldest first.
        """
        is_in_time = self.order in (OLDEST, NEWEST)
        if not entries or not is_in_time or {f.name for f in self.shown.chosen} - SILENCE_BY:
            return {}
        first, too_long = entries[0], self.reader.thresholds.no_contact_days
        since, until = self.reader.scope or (date.min, date.max)
        before = self.narrowed.filter(
            precision__in=COUNTED, date_start__gte=since, date_start__lt=first.date_start
        )
        last = before.aggregate(last=Max("date_end"))["last"]
        silences: dict[int, tuple[date, int]] = {}
        for entry in entries:
            if entry.precision not in COUNTED or not since <= entry.date_start <= until:
                continue
            if last and (days := (entry.date_start - last).days) >= too_long:
                silences[entry.pk] = (last, days)
            last = max(last or entry.date_end, entry.date_end)
        return silences
