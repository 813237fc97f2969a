"""Ofsted's grades by heading: a review has one under each heading that its first letter grades."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from insights.statistics.facts import Facts
from insights.statistics.figures import Table, Unit
from insights.statistics.grading import BY_LETTER, GRADES, evaluated
from insights.statistics.measures import LEFT_OUT, OF_NO_PERIOD, Measure, fixed
from reviews.statutory import HEADINGS


def _under(code: str, name: str) -> Measure:
    """Return the measure of one heading, whose only row it is."""
    return Measure(
        code,
        name,
        "",
        evaluated,
        lambda facts: code in facts.headings,
        lambda facts: (code, facts.headings[code]),
        fixed(((code, name),)),
        GRADES,
        shares_by_row=True,
    )


@dataclass(frozen=True, slots=True)
class ByHeading:
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


BY_HEADING = ByHeading(
    "grades-by-heading",
    "Ofsted's grades by heading",
    BY_LETTER + "Percentages are of the reviews whose letter has a grade under the heading.",
    tuple(_under(heading.code, heading.name) for heading in HEADINGS),
)
