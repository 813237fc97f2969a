"""How reviews are told apart for each table, and by which day they fall into a period.

A measure says of one review where it is counted. The table, its export and the list behind each of
its numbers all ask the same measure, so that they cannot disagree.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from insights.statistics.facts import Facts, lies_within, may_lie_within
from insights.statistics.figures import Figure, Line, Table, Unit

Labels = Sequence[tuple[str, str]]
Place = tuple[str, str]  # the keys of row and column
ONLY: Labels = (("n", "Reviews"),)
TOTAL = "total"
LEFT_OUT = "left_out"
OF_NO_PERIOD = "The day that would place them in a period is not known well enough."


@dataclass(frozen=True, slots=True)
class Measure:
    """A table of reviews. `place` is None for a review that the record says too little of."""

    slug: str
    title: str
    note: str
    anchor: Callable[[Facts], str]
    is_of: Callable[[Facts], bool]
    place: Callable[[Facts], Place | None]
    rows: Callable[[Iterable[Facts]], Labels]
    columns: Labels = ONLY
    left_out_because: str = ""
    shares_by_row: bool = False  # percentages are of the row, not of all

    def cohort(self, reviews: Iterable[Facts], first: date, last: date) -> list[Facts]:
        """Return the reviews that the table is of: of its kind, and in the period for certain."""
        return [
            facts
            for facts in reviews
            if self.is_of(facts) and lies_within(self.anchor(facts), first, last)
        ]

    def table(self, reviews: Iterable[Facts], first: date, last: date) -> Table:
        """Return the table of the period, both days included."""
        reviews = list(reviews)
        cohort = self.cohort(reviews, first, last)
        places = Counter(self.place(facts) for facts in cohort)
        n = len(cohort) - places.pop(None, 0)
        left_out = len(self.left_out(reviews, first, last))
        by_row = Counter[str]()
        for (row, _column), number in places.items():
            by_row[row] += number
        lines = tuple(
            Line(label, self._figures(row, places, by_row[row] if self.shares_by_row else n))
            for row, label in self.rows(cohort)
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

    def left_out(self, reviews: Iterable[Facts], first: date, last: date) -> list[Facts]:
        """Return the reviews of its kind that may belong to the period, or to it but no row."""
        return [
            facts
            for facts in reviews
            if self.is_of(facts)
            and may_lie_within(self.anchor(facts), first, last)
            and (not lies_within(self.anchor(facts), first, last) or self.place(facts) is None)
        ]

    def behind(self, reviews: Iterable[Facts], first: date, last: date, key: str) -> list[int]:
        """Return the ids of the reviews that the figure with this key counts."""
        if key == LEFT_OUT:
            return [facts.pk for facts in self.left_out(reviews, first, last)]
        wanted_row, _, wanted = key.rpartition(".")
        return [
            facts.pk
            for facts in self.cohort(reviews, first, last)
            if (place := self.place(facts))
            and place[0] == wanted_row
            and wanted in (place[1], TOTAL)
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
        reviews = list(reviews)
        of_rows = [row.table(reviews, first, last) for row in self.rows]
        cohort = {facts.pk for row in self.rows for facts in row.cohort(reviews, first, last)}
        left_out = len(self.behind(reviews, first, last, LEFT_OUT))
        return Table(
            self.slug,
            self.title,
            Unit.REVIEWS,
            of_rows[0].heads,
            tuple(line for table in of_rows for line in table.lines),
            len(cohort),
            self.note,
            left_out,
            OF_NO_PERIOD if left_out else "",
        )

    def behind(self, reviews: Iterable[Facts], first: date, last: date, key: str) -> list[int]:
        """Return the ids of the reviews that the figure with this key counts, each once."""
        reviews = list(reviews)
        found = (pk for row in self.rows for pk in row.behind(reviews, first, last, key))
        return list(dict.fromkeys(found))


def fixed(labels: Labels) -> Callable[[Iterable[Facts]], Labels]:
    """Return rows that are there whether or not any review is in them."""
    return lambda _reviews: labels
