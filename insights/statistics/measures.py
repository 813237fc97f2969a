"""How reviews are told apart for each table, and by which day they fall into a period.

A measure says of one review where it is counted. The table, its export and the list behind each of
its numbers all ask the same measure, so that they cannot disagree.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from insights.statistics.facts import DAY, Facts, lies_within, may_lie_within
from insights.statistics.figures import Figure, Line, Table, Unit

Labels = Sequence[tuple[str, str]]
Place = tuple[str, str]  # the keys of row and column
Placed = Mapping[Place, list[Facts]]
ONLY: Labels = (("n", "Reviews"),)
TOTAL = "total"
LEFT_OUT = "left_out"
EVERY = "every"  # whatever row and column: what n counts
OF_NO_PERIOD = "The day that would place them in a period is not known well enough."


@dataclass(frozen=True, slots=True)
class Cohort:
    """Which reviews a table is of, and the day by which each falls into a period."""

    day: Callable[[Facts], str]
    is_of: Callable[[Facts], bool]

    def within(
        self, reviews: Iterable[Facts], first: date, last: date
    ) -> tuple[list[Facts], list[Facts]]:
        """Return those that fall into the period for certain, and those of whom it is unclear."""
        certain: list[Facts] = []
        unclear: list[Facts] = []
        begin, end = first.isoformat(), last.isoformat()
        for facts in reviews:
            if not self.is_of(facts):
                continue
            day = self.day(facts)
            if len(day) == DAY:  # as it is nearly always: ISO text sorts as the days do
                if begin <= day <= end:
                    certain.append(facts)
            elif lies_within(day, first, last):
                certain.append(facts)
            elif may_lie_within(day, first, last):
                unclear.append(facts)
        return certain, unclear


class InPeriod:
    """Reviews and a period, both days included; each cohort is looked for once."""

    def __init__(self, reviews: Iterable[Facts], first: date, last: date) -> None:
        self.reviews, self.first, self.last = list(reviews), first, last
        self._found: dict[Cohort, tuple[list[Facts], list[Facts]]] = {}

    def of(self, cohort: Cohort) -> tuple[list[Facts], list[Facts]]:
        """Return the cohort's reviews in the period, and those of whom that is unclear."""
        if cohort not in self._found:
            self._found[cohort] = cohort.within(self.reviews, self.first, self.last)
        return self._found[cohort]


@dataclass(slots=True)
class Sorted:
    """The reviews of one table: those that are counted, and where; those that are not.

    Left out is what may belong to the period but is not known well enough, or to it but no row.
    """

    placed: defaultdict[Place, list[Facts]] = field(default_factory=lambda: defaultdict(list))
    left_out: list[Facts] = field(default_factory=list)
    n: int = 0  # reviews that are counted, each once


@dataclass(frozen=True, slots=True)
class Measure:
    """A table of reviews. `place` is None for a review that the record says too little of."""

    slug: str
    title: str
    note: str
    cohort: Cohort
    place: Callable[[Facts], Place | None]
    rows: Callable[[Placed], Labels]
    columns: Labels = ONLY
    left_out_because: str = ""
    shares_by_row: bool = False  # percentages are of the row, not of all
    tells_of_families: bool = False  # small numbers are hidden outside the board

    def sorted_out(self, reviews: InPeriod) -> Sorted:
        """Return where each review of the table is counted, and who is left out."""
        found = Sorted()
        certain, unclear = reviews.of(self.cohort)
        for facts in certain:
            place = self.place(facts)
            if place:
                found.placed[place].append(facts)
            else:
                found.left_out.append(facts)
        found.n = len(certain) - len(found.left_out)
        found.left_out += unclear
        return found

    def table(self, reviews: InPeriod) -> Table:
        """Return the table of the period."""
        found = self.sorted_out(reviews)
        by_row = Counter[str]()
        for (row, _column), counted in found.placed.items():
            by_row[row] += len(counted)
        lines = tuple(
            Line(label, self._figures(found, row, by_row[row] if self.shares_by_row else found.n))
            for row, label in self.rows(found.placed)
        )
        heads = tuple(label for _, label in self.columns)
        heads = (*heads, "All") if len(self.columns) > 1 else heads
        left_out = len(found.left_out)
        return Table(
            self.slug,
            self.title,
            Unit.REVIEWS,
            heads,
            lines,
            found.n,
            self.note,
            left_out,
            self.left_out_because or OF_NO_PERIOD if left_out else "",
            tells_of_families=self.tells_of_families,
        )

    def _figures(self, found: Sorted, row: str, of: int) -> tuple[Figure, ...]:
        figures = [
            Figure(len(found.placed.get((row, column), ())), of, f"{row}.{column}")
            for column, _ in self.columns
        ]
        if len(figures) > 1:
            total = sum(figure.number or 0 for figure in figures)
            figures.append(Figure(total, 0 if self.shares_by_row else of, f"{row}.{TOTAL}"))
        return tuple(figures)

    def behind(self, reviews: InPeriod, key: str) -> list[int]:
        """Return the ids of the reviews that the figure with this key counts."""
        found = self.sorted_out(reviews)
        if key == LEFT_OUT:
            return [facts.pk for facts in found.left_out]
        if key == EVERY:
            return list({facts.pk: None for each in found.placed.values() for facts in each})
        wanted_row, _, wanted = key.rpartition(".")
        return [
            facts.pk
            for (row, column), counted in found.placed.items()
            if row == wanted_row and wanted in (column, TOTAL)
            for facts in counted
        ]


@dataclass(frozen=True, slots=True)
class Together(Measure):
    """A table in which a review is counted in more than one row: `n` counts each once.

    `place` gives every place of a review; the cohort has none but those that are in any.
    """

    place: Callable[[Facts], Iterable[Place]]

    def sorted_out(self, reviews: InPeriod) -> Sorted:
        """Return where each review of the table is counted, and who is left out."""
        found = Sorted()
        certain, unclear = reviews.of(self.cohort)
        for facts in certain:
            for place in self.place(facts):
                found.placed[place].append(facts)
        found.n, found.left_out = len(certain), list(unclear)
        return found


def fixed(labels: Labels) -> Callable[[Placed], Labels]:
    """Return rows that are there whether or not any review is in them."""
    return lambda _placed: labels
