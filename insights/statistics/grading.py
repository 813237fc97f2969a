"""Ofsted's grades: of a period, by board and by quarter. The first grade of each review counts."""

from functools import lru_cache

from insights.statistics.facts import Facts, span
from insights.statistics.measures import Cohort, Labels, Measure, Placed, fixed
from reviews.models import Grade

GRADES: Labels = tuple((grade.value, grade.label) for grade in Grade)
BY_LETTER = (
    "A review is counted in the period of Ofsted's first letter, with the grade of that letter: a "
    "second evaluation never overwrites the first. "
)


def evaluated(facts: Facts) -> str:
    return facts.evaluated


def is_graded(facts: Facts) -> bool:
    return bool(facts.first_grade)


GRADED = Cohort(evaluated, is_graded)


def boards_of(placed: Placed) -> Labels:
    found = {row: counted[0].board_name for (row, _), counted in placed.items()}
    return sorted(found.items(), key=lambda board: board[1])


@lru_cache(maxsize=10_000)
def quarter_of(text: str) -> str:
    """Return "2009-3" for a day, or a vaguer date, of July to September 2009; else nothing."""
    first, last = span(text)
    quarters = {(day.year, (day.month + 2) // 3) for day in (first, last)}
    return "{}-{}".format(*quarters.pop()) if len(quarters) == 1 else ""


MONTHS = ("January to March", "April to June", "July to September", "October to December")


def quarters_of(placed: Placed) -> Labels:
    found = sorted({row for row, _ in placed})
    return [(each, f"{MONTHS[int(each[5]) - 1]} {each[:4]}") for each in found]


def _by_quarter(facts: Facts) -> tuple[str, str] | None:
    quarter = quarter_of(evaluated(facts))
    return (quarter, facts.first_grade) if quarter else None


GRADES_GIVEN = Measure(
    "grades",
    "Ofsted's grades",
    BY_LETTER + "Percentages are of all reviews evaluated in the period.",
    GRADED,
    lambda facts: (facts.first_grade, "n"),
    fixed(GRADES),
)
BY_BOARD = Measure(
    "grades-by-board",
    "Ofsted's grades by board",
    BY_LETTER + "Percentages are of the board's reviews evaluated in the period.",
    GRADED,
    lambda facts: (str(facts.board), facts.first_grade),
    boards_of,
    GRADES,
    shares_by_row=True,
)
BY_QUARTER = Measure(
    "grades-by-quarter",
    "Ofsted's grades by quarter",
    BY_LETTER + "Quarters are of the calendar year; percentages are of the quarter.",
    GRADED,
    _by_quarter,
    quarters_of,
    GRADES,
    "The day of Ofsted's letter is not known well enough.",
    shares_by_row=True,
)
