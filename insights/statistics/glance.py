"""The few numbers that a board is asked for first, each from its table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from insights.statistics.children import CHILD_MEASURES
from insights.statistics.deciding import INITIATED
from insights.statistics.figures import Figure, Table
from insights.statistics.grading import GRADES_GIVEN
from insights.statistics.measures import EVERY
from insights.statistics.timing import BEGUN, COMPLETION
from reviews.models import Grade

SHARES = (
    (COMPLETION.slug, "within_6_months.n", "reviews completed within 6 months"),
    (BEGUN.slug, "within.n", "reviews begun within 1 month"),
    (GRADES_GIVEN.slug, f"{Grade.INADEQUATE}.n", "reviews graded inadequate"),
)
TOTALS = (
    (INITIATED.slug, "serious case reviews initiated"),
    (CHILD_MEASURES[0].slug, "children of the reviews concluded"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """A number in words, the table that it is of, and the key of what is behind it."""

    number: str
    text: str
    slug: str
    key: str


def told(tables: Iterable[Table]) -> Iterator[Told]:
    """Yield each of the numbers that there is something to count for and that may be shown."""
    by_slug = {table.slug: table for table in tables if table.n}
    for slug, text in TOTALS:
        if slug in by_slug:
            yield Told(str(by_slug[slug].n), text, slug, EVERY)
    for slug, key, text in SHARES:
        figure = _figure(by_slug[slug], key) if slug in by_slug else None
        if figure and figure.number is not None:
            number = f"{figure.number} of {figure.of}"
            yield Told(number, f"{text} ({figure.percent}\N{NO-BREAK SPACE}%)", slug, key)


def _figure(table: Table, key: str) -> Figure | None:
    figures = (figure for line in table.lines for figure in line.figures)
    return next((figure for figure in figures if figure.key == key), None)
