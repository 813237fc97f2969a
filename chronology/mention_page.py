"""Mentions as somebody steps through them: each in its words, with what stands in its place."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet
from django.http import QueryDict

from chronology.agency_marks import Mark
from chronology.anonymised import CELLS, Anonymised
from chronology.exports.lines import spoken_day
from chronology.masking import LEFT, Doubt, Span, answering, holds
from chronology.models import Entry, Identifier, Mention, Person, Ruling
from chronology.models.mention import DOUBTFUL, compared
from chronology.reader import Reader
from chronology.rulings import Place

A_PAGE = 50
MOST_CALLED = 5  # of those who may be meant, named beside a mention
AROUND = 110  # characters shown on each side
DOUBTS = {
    Doubt.WORD: "An ordinary word too",
    Doubt.SHARED: "Several are called so",
    Doubt.MISSPELT: "Nearly a name of theirs",
    Doubt.LEFT: "Taken for an ordinary word",
}
IN_CELL = {
    "source": "Source",
    "event": "What happened",
    "present": "People present",
    "child_voice": "Child’s voice",
    "action": "Action",
    "comment": "Comment",
    "date_raw": "Date as written",
    "time_raw": "Time as written",
}
DOUBTFUL_ONES, LEFT_ONES, RULED_ONES, ALL = "doubtful", "left", "ruled", "all"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One mention as it is drawn; `called` are the pseudonyms of those whom the words may mean."""

    entry: Entry
    mark: Mark
    day: str
    place: Place
    cell: str
    before: str
    words: str
    after: str
    instead: str | None
    doubt: str
    called: list[str]
    answering: frozenset[str]
    ruling: Ruling | None
    is_overtaken: bool  # whether more than the words of the ruling is taken for a name by now

    @property
    def token(self) -> str:
        """What the page sends back."""
        return str(self.place)

    @property
    def anchor(self) -> str:
        return anchor(self.place.cell, self.place.start)


def anchor(cell: str, start: int) -> str:
    """Return where on the page of its entry a mention is."""
    return f"{cell}-{start}"


class Drawing:
    """How mentions in entries are drawn: each cell is read once."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.wording = Anonymised.of(reader.review)
        self._cells: dict[tuple[int, str], dict[tuple[int, int], Occurrence]] = {}

    def cell(self, entry: Entry, name: str) -> dict[tuple[int, int], Occurrence]:
        """Return the mentions in a cell, in their order, by where they are."""
        known = self._cells.get((entry.pk, name))
        if known is None:
            known = self._cells[entry.pk, name] = self._drawn(entry, name)
        return known

    def entry(self, entry: Entry) -> list[Occurrence]:
        """Return every mention in an entry."""
        return [one for name in CELLS for one in self.cell(entry, name).values()]

    def _drawn(self, entry: Entry, name: str) -> dict[tuple[int, int], Occurrence]:
        found = self.wording.found_in(entry, name)
        said = {(each.start, each.end): each for each in self.wording.said_of(entry, name)}
        doubts = {(m.start, m.end): m.doubt for m in self.wording.mentions_in(entry, name, found)}
        spans = self.wording.settled(entry, name, found)
        return {
            place: self._one(
                entry,
                name,
                place,
                doubt=doubts.get(place, Doubt.NONE),
                ruling=said.get(place),
                found=found,
                spans=spans,
            )
            for place in sorted(doubts.keys() | said.keys())
        }

    def _one(
        self,
        entry: Entry,
        name: str,
        place: tuple[int, int],
        *,
        doubt: Doubt,
        ruling: Ruling | None,
        found: Sequence[Span],
        spans: Sequence[Span],
    ) -> Occurrence:
        (start, end), text = place, getattr(entry, name)
        people = answering(text[start:end], self.wording.cast)
        before, after = around(text, start, end)
        return Occurrence(
            entry=entry,
            mark=self.reader.marks[entry.agency_id],
            day=spoken_day(entry),
            place=Place.of(entry, name, start, end, ruling),
            cell=IN_CELL[name],
            before=before,
            words=text[start:end],
            after=after,
            instead=_instead(place, spans),
            doubt=DOUBTS.get(doubt, ""),
            called=_called([person.label for person in people]),
            answering=frozenset(person.id for person in people),
            ruling=ruling,
            is_overtaken=ruling is not None and not holds(ruling.ruled, found),
        )


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return some whole words before and after a place in a text."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = f"… {before.partition(' ')[2]}"
    if end + AROUND < len(text):
        after = f"{after.rpartition(' ')[0]} …"
    return before, after


def _called(labels: list[str]) -> list[str]:
    """Return who else may be meant, where there is more than one."""
    if len(labels) <= MOST_CALLED:
        return labels if len(labels) > 1 else []
    return [*labels[:MOST_CALLED], f"and {len(labels) - MOST_CALLED} more"]


def _instead(place: tuple[int, int], spans: Iterable[Span]) -> str | None:
    """Return what stands there in anonymised text; None where the words do."""
    start, end = place
    here = next((span for span in spans if span.start < end and start < span.end), None)
    return None if here is None or here.kind == LEFT else here.replacement


class MentionsOf:
    """The mentions of one person, or of one way of writing them, as the address asks for them."""

    def __init__(
        self, reader: Reader, person: Person, address: QueryDict, *, stale: Collection[int] = ()
    ) -> None:
        self.reader, self.person, self._address = reader, person, address
        self._stale = stale  # rulings that mean nothing any more
        asked = address.get("show", "")
        names = [name for name, _, _ in self.tabs]
        self.show = asked if asked in names else (DOUBTFUL_ONES if self.tabs[0][2] else ALL)

    @cached_property
    def way(self) -> Identifier | None:
        """The way of writing that is asked for."""
        asked = self._address.get("way", "")
        is_number = asked.isdecimal() and len(asked) < 19
        return self.person.identifiers.filter(pk=asked).first() if is_number else None

    @cached_property
    def every(self) -> QuerySet[Mention]:
        found = Mention.objects.filter(person=self.person).standing().with_rulings(self._stale)
        return found.filter(written=compared(self.way.text)) if self.way else found

    @cached_property
    def tabs(self) -> list[tuple[str, str, int]]:
        """(name, text, number of mentions) of every part of them; what is ruled on is settled."""
        counted = self.every.order_by().values_list("is_ruled", "doubt").annotate(n=Count("pk"))
        numbers = {(is_ruled, doubt): number for is_ruled, doubt, number in counted}
        ruled = sum(number for (is_ruled, _), number in numbers.items() if is_ruled)
        return [
            (DOUBTFUL_ONES, "Doubtful", sum(numbers.get((False, one), 0) for one in DOUBTFUL)),
            (LEFT_ONES, "Taken for ordinary words", numbers.get((False, Doubt.LEFT), 0)),
            (RULED_ONES, "Ruled on", ruled),
            (ALL, "All", sum(numbers.values())),
        ]

    @cached_property
    def shown(self) -> QuerySet[Mention]:
        if self.show == ALL:
            return self.every
        if self.show == RULED_ONES:
            return self.every.filter(is_ruled=True)
        waiting = self.every.filter(is_ruled=False)
        return waiting.left() if self.show == LEFT_ONES else waiting.doubtful()

    @cached_property
    def page(self) -> Page:
        paginator = Paginator(self.shown.in_order(), A_PAGE)
        paginator.count = {name: number for name, _, number in self.tabs}[self.show]
        return paginator.get_page(self._address.get("page", "1"))

    @cached_property
    def rows(self) -> list[Occurrence]:
        """The mentions of the page that are still where they were found."""
        found = list(self.page.object_list)
        entries = Entry.objects.filter(pk__in={each.entry_id for each in found})
        by_id = {entry.pk: entry for entry in entries.select_related("agency")}
        drawing = Drawing(self.reader)
        drawn = (drawing.cell(by_id[m.entry_id], m.cell).get((m.start, m.end)) for m in found)
        return [one for one in drawn if one]

    @property
    def moved(self) -> int:
        """How many are left out, because their text has changed since they were found."""
        return len(self.page.object_list) - len(self.rows)

    @property
    def query(self) -> QueryDict:
        """The address without its page."""
        query = QueryDict(mutable=True)
        query["show"] = self.show
        if self.way:
            query["way"] = str(self.way.pk)
        return query
