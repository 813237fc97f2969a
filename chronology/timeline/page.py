"""The timeline: a lane for each agency, drawn on the server, and the same in a table."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse

from boards.govuk.words import counted, on_paper
from boards.models import Agency
from chronology import lanes
from chronology.agency_marks import Mark, marks_of
from chronology.contacts import contacts_of
from chronology.gaps import Contact, Gap, spans
from chronology.gaps.contacts import COUNTED
from chronology.reader import Reader
from chronology.scope import OUT_OF_SCOPE
from chronology.timeline.shapes import CELL, FOOT, LANE, LEFT, ROW, TOP, WIDTH, Lane, Rule, Shape
from chronology.timeline.table import Line, heads_of, lines_of

NEAR = timedelta(days=366)


class TimelinePage:
    """The timeline of what the reader may see, whole or of one year."""

    def __init__(self, reader: Reader, year: str) -> None:
        self.reader = reader
        self.list_address = reverse("chronology", args=[reader.review.reference])
        self._year_asked = year

    @cached_property
    def contacts(self) -> list[Contact]:
        return contacts_of(self.reader.counted_entries())

    @cached_property
    def marks(self) -> Mapping[str, Mark]:
        wrote = {int(contact.agency) for contact in self.contacts}
        names = Agency.objects.filter(pk__in=wrote).values_list("pk", "name")
        return {str(pk): mark for pk, mark in marks_of(names).items()}

    @cached_property
    def scope(self) -> tuple[date, date] | None:
        return self.reader.scope

    @cached_property
    def whole(self) -> tuple[date, date]:
        """The first and the last day drawn: of all entries, but for those far out of scope.

        One date a century off would leave all others in one mark.
        """
        shown = [one for one in self.contacts if self._is_near(one)] or self.contacts
        return (min(one.start for one in shown), max(one.end for one in shown))

    def _is_near(self, one: Contact) -> bool:
        """Return whether it lies within the scope, or within a year of it."""
        if not self.scope:
            return True
        return one.end >= self.scope[0] - NEAR and one.start <= self.scope[1] + NEAR

    @cached_property
    def far(self) -> int:
        """How many entries are not drawn because they lie far outside the scope."""
        first, last = self.whole
        return sum(one.end < first or one.start > last for one in self.contacts)

    @property
    def far_address(self) -> str:
        return f"{self.list_address}?{urlencode({'flag': OUT_OF_SCOPE})}"

    @property
    def years(self) -> range:
        first, last = self.whole
        return range(first.year, last.year + 1)

    @property
    def year(self) -> int | None:
        """The year asked for, if there are entries around it."""
        return next((year for year in self.years if str(year) == self._year_asked), None)

    @property
    def period(self) -> tuple[date, date]:
        return (date(self.year, 1, 1), date(self.year, 12, 31)) if self.year else self.whole

    @cached_property
    def gaps(self) -> list[Gap]:
        """Silence of all agencies that is longer than the threshold."""
        days = self.reader.thresholds.no_contact_days
        return spans(self.contacts, scope=self.scope, at_least=days)

    @cached_property
    def order(self) -> list[str]:
        return sorted(self.marks, key=lambda agency: self.marks[agency].name)

    @cached_property
    def drawing(self) -> lanes.Timeline:
        return lanes.timeline(
            [
                lanes.Span(one.id, one.agency, one.start, one.end, one.precision in COUNTED)
                for one in self.contacts
            ],
            width=WIDTH,
            lanes=self.order,
            scope=self.period,
            bands=[(g.start, g.end, f"No contact for {g.days} days") for g in self.gaps_shown],
            left=LEFT,
            lane_height=LANE,
            mark=CELL,
        )

    @property
    def gaps_shown(self) -> list[Gap]:
        first, last = self.period
        return [gap for gap in self.gaps if gap.end >= first and gap.start <= last]

    @property
    def height(self) -> int:
        return TOP + self.drawing.height + FOOT + ROW * len(self.rules)

    @property
    def foot(self) -> int:
        """Where the lanes end."""
        return TOP + self.drawing.height

    @cached_property
    def drawn(self) -> list[Lane]:
        return [
            Lane(
                mark := self.marks[lane.label],
                mark.name if len(mark.name) <= 18 else f"{mark.name[:17]}…",
                lane.y + TOP,
                [self._shape(one, lane.label, lane.y + TOP) for one in lane.marks],
            )
            for lane in self.drawing.lanes
        ]

    def _shape(self, one: lanes.Mark, agency: str, y: int) -> Shape:
        is_range = one.count == 1 and one.width > 2 * CELL
        kind = "range" if is_range else "several" if one.count > 1 else "one"
        days = on_paper(one.start)
        if one.end != one.start:
            days = f"{days} to {on_paper(one.end)}"
        mark = self.marks[agency]
        entries = "1 entry" if one.count == 1 else f"{one.count} entries"
        return Shape(
            kind,
            one.x + CELL // 2,
            y,
            min(one.width, WIDTH - one.x),
            one.count,
            mark.fill,
            f"{mark.name}: {entries}, {days}",
            self.href(agency, one.start, one.end),
            one.is_certain,
        )

    @cached_property
    def rules(self) -> list[Rule]:
        """Lines across all lanes on days that matter, those within the period."""
        first, last = self.period
        scale = lanes.Scale(first, last, LEFT, WIDTH - LEFT)
        within = [day for day in self._days_that_matter() if first <= day[0] <= last]
        return [
            Rule(scale.x(on), words, on, dashes, self.foot + ROW * (row + 1))
            for row, (on, words, dashes) in enumerate(within)
        ]

    def _days_that_matter(self) -> Iterable[tuple[date, str, str]]:
        if self.scope:
            yield self.scope[0], "Scope begins", "8 4"
            yield self.scope[1], "Scope ends", "8 4"
        for child in self.reader.children:
            if child.born and child.born.exact:
                yield child.born.exact, f"{child.label} born", "2 3"
        happened = self.reader.review.day_of("happened")
        if happened:
            yield happened, "The incident", ""

    @property
    def heads(self) -> list[str]:
        """The heads of the table: years, or the months of the one year."""
        return heads_of(self.years, self.year)

    @cached_property
    def lines(self) -> list[Line]:
        """The same as the drawing in words and numbers."""
        named = [(agency, self.marks[agency]) for agency in self.order]
        return lines_of(self.contacts, named, self.years, self.year, self.href)

    @property
    def summary(self) -> str:
        """What the drawing shows, in a sentence."""
        first, last = self.period
        inside = sum(lane.count for lane in self.drawing.lanes)
        entries = "1 entry" if inside == 1 else f"{inside} entries"
        silence = f" Silence of all agencies is shaded: {counted(len(self.gaps_shown), 'span')}."
        return (
            f"{entries} of {len(self.marks)} agencies from {on_paper(first)} to {on_paper(last)}."
            f"{silence if self.gaps_shown else ''}"
        )

    def href(self, agency: str, start: date, end: date) -> str:
        """Return the address of the agency's rows of those days."""
        asked = {"agency": agency, "from": start.isoformat(), "to": end.isoformat()}
        return f"{self.list_address}?{urlencode(asked)}"
