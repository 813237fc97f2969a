"""How reviews are told apart for each table, and by which day they fall into a period.

A measure says of one review where it is counted. The table, its export and the list behind each of
its numbers all ask the same measure, so that they cannot disagree.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from insights.statistics.facts import DAY, Facts, lies_within, may_lie_within
from insights.statistics.figures import Figure, Line, Table, Unit

Labels = Sequence[tuple[str, str]]
Place = tuple[str, str]  # the keys of row and column
Placed = Sequence[tuple[Facts, Place]]
ONLY: Labels = (("n", "Reviews"),)
TOTAL = "total"
LEFT_OUT = "left_out"
OF_NO_PERIOD = "The day that would place them in a period is not known well enough."


@dataclass(slots=True)
class Sorted:
    """The reviews of one kind and period: those that are counted, and where; those that are not.

    Left out is what may belong to the period but is not known well enough, or to it but no row.
    """

    placed: list[tuple[Facts, Place]] = field(default_factory=list)
    left_out: list[Facts] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Measure:
    """A table of reviews. `place` is None for a review that the record says too little of."""

    slug: str
    title: str
    note: str
    anchor: Callable[[Facts], str]
    is_of: Callable[[Facts], bool]
    place: Callable[[Facts], Place | None]
    rows: Callable[[Placed], Labels]
    columns: Labels = ONLY
    left_out_because: str = ""
    shares_by_row: bool = False  # percentages are of the row, not of all

    def sorted_out(self, reviews: Iterable[Facts], first: date, last: date) -> Sorted:
        """Return the reviews of the table's kind: where each is counted, and who is left out."""
        found = Sorted()
        begin, end = first.isoformat(), last.isoformat()
        for facts in reviews:
            if not self.is_of(facts):
                continue
            day = self.anchor(facts)
            # Nearly every day is known exactly, and ISO text sorts as the days do.
            is_in = begin <= day <= end if len(day) == DAY else lies_within(day, first, last)
            place = self.place(facts) if is_in else None
            if place:
                found.placed.append((facts, place))
            elif is_in or (len(day) != DAY and may_lie_within(day, first, last)):
                found.left_out.append(facts)
        return found

    def table(self, reviews: Iterable[Facts], first: date, last: date) -> Table:
        """Return the table of the period, both days included."""
        return self.table_of(self.sorted_out(reviews, first, last))

    def table_of(self, found: Sorted) -> Table:
        """Return the table of these reviews."""
        places = Counter(place for _, place in found.placed)
        n, left_out = len(found.placed), len(found.left_out)
        by_row = Counter[str]()
        for (row, _column), number in places.items():
            by_row[row] += number
        lines = tuple(
            Line(label, self._figures(row, places, by_row[row] if self.shares_by_row else n))
            for row, label in self.rows(found.placed)
        )
        heads = tuple(label for _, label in self.columns)
        heads = (*heads, "All") if len(self.columns) > 1 else heads
        return Table(
            self.slug,
            self.title,
            Unit.REVIEWS,
            heads,
            lines,
            n,
            self.note,
            left_out,
            self.left_out_because or OF_NO_PERIOD if left_out else "",
        )

    def _figures(self, row: str, places: "Counter[Place | None]", of: int) -> tuple[Figure, ...]:
        figures = [Figure(places[row, column], of, f"{row}.{column}") for column, _ in self.columns]
        if len(figures) > 1:
            total = sum(figure.number or 0 for figure in figures)
            figures.append(Figure(total, 0 if self.shares_by_row else of, f"{row}.{TOTAL}"))
        return tuple(figures)

    def behind(self, reviews: Iterable[Facts], first: date, last: date, key: str) -> list[int]:
        """Return the ids of the reviews that the figure with this key counts."""
        found = self.sorted_out(reviews, first, last)
        if key == LEFT_OUT:
            return [facts.pk for facts in found.left_out]
        wanted_row, _, wanted = key.rpartition(".")
        return [
            facts.pk
            for facts, (row, column) in found.placed
            if row == wanted_row and wanted in (column, TOTAL)
        ]


@dataclass(frozen=True, slots=True)
class Together:
    """One table of several measures, a row each: a review is counted in more than one row."""

    slug: str
    title: str
    note: str
    rows: tuple[Measure, ...]

    def table(self, reviews: Iterable[Facts], first: date, last: date) -> Table:
        """Return the table of the period, both days included; `n` counts each review once."""
        sorted_out = self._sorted_out(reviews, first, last)
        of_rows = [row.table_of(found) for row, found in zip(self.rows, sorted_out, strict=True)]
        counted = {facts.pk for found in sorted_out for facts, _ in found.placed}
        left_out = len({facts.pk for found in sorted_out for facts in found.left_out})
        return Table(
            self.slug,
            self.title,
            Unit.REVIEWS,
            of_rows[0].heads,
            tuple(line for table in of_rows for line in table.lines),
            len(counted),
            self.note,
            left_out,
            OF_NO_PERIOD if left_out else "",
        )

    def behind(self, reviews: Iterable[Facts], first: date, last: date, key: str) -> list[int]:
        """Return the ids of the reviews that the figure with this key counts, each once."""
        reviews = list(reviews)
        found = (pk for row in self.rows for pk in row.behind(reviews, first, last, key))
        return list(dict.fromkeys(found))

    def _sorted_out(self, reviews: Iterable[Facts], first: date, last: date) -> list[Sorted]:
        reviews = list(reviews)
        return [row.sorted_out(reviews, first, last) for row in self.rows]


def fixed(labels: Labels) -> Callable[[Placed], Labels]:
    """Return rows that are there whether or not any review is in them."""
    return lambda _placed: labels
