"""From records made to match, the figures that Ofsted and the press published come out."""

from datetime import date

import pytest

from boards.models import Board
from insights.statistics.choosing import Period
from insights.statistics.figures import Table
from insights.statistics.whole import Statistics
from reviews.models import Review
from tests.factories import BoardFactory
from tests.insights.statistics.making import graded, many

pytestmark = pytest.mark.django_db

Y2008 = Period(date(2008, 1, 1), date(2008, 12, 31))
TO_SEPTEMBER_2009 = Period(date(2009, 1, 1), date(2009, 9, 30))
BOTH = Period(date(2008, 1, 1), date(2009, 9, 30))
SUMMER_2009 = Period(date(2009, 4, 1), date(2009, 9, 30))
FY_2009 = Period(date(2009, 4, 1), date(2010, 3, 31))


def tables(period: Period, **options) -> dict[str, Table]:
    found = Statistics(Review.objects.all(), period, **options).tables
    return {table.slug: table for table in found}


def numbers(table: Table, column: int = 0) -> dict[str, int | None]:
    return {line.label: line.figures[column].number for line in table.lines}


def percents(table: Table) -> dict[str, int | None]:
    return {line.label: line.figures[0].percent for line in table.lines}


@pytest.fixture
def board() -> Board:
    return BoardFactory()


@pytest.fixture
def graded_reviews(board) -> Board:
    """Evaluations of 2008 and of January to September 2009, as published."""
    graded(board, date(2008, 7, 15), good=28, adequate=53, inadequate=52)
    graded(board, date(2009, 5, 20), good=47, adequate=66, inadequate=36)
    return board


def test_grades_of_2008(graded_reviews):
    table = tables(Y2008)["grades"]
    assert table.n == 133
    assert numbers(table) == {"Outstanding": 0, "Good": 28, "Adequate": 53, "Inadequate": 52}


def test_grades_of_january_to_september_2009_in_per_cent(graded_reviews):
    table = tables(TO_SEPTEMBER_2009)["grades"]
    assert table.n == 149
    assert percents(table) == {"Outstanding": 0, "Good": 32, "Adequate": 44, "Inadequate": 24}


def test_grades_of_both_together(graded_reviews):
    table = tables(BOTH)["grades"]
    assert (table.n, numbers(table)["Inadequate"]) == (282, 88)


def test_the_change_is_said_in_counts_and_in_points(graded_reviews):
    statistics = Statistics(Review.objects.all(), TO_SEPTEMBER_2009)
    table, changes = statistics.beside(Y2008)[0]
    by_label = {change.label: change for change in changes}
    assert table.slug == "grades"
    assert by_label["Adequate"].in_counts == 25
    assert by_label["Inadequate"].in_counts == -31
    assert by_label["Inadequate"].in_points == pytest.approx(-14.9)  # 39.1 % to 24.2 %


def test_a_second_evaluation_does_not_count_again(board):
    many(board, 1, {"evaluated": date(2008, 3, 3)}, grades=["inadequate", "good"])
    table = tables(Y2008)["grades"]
    assert (table.n, numbers(table)["Inadequate"], numbers(table)["Good"]) == (1, 1, 0)


def took(board: Board, number: int, completed: date, **more: date) -> None:
    """So many reviews decided on 1 July 2008 were completed then, and have a letter of summer."""
    days = {"decided": date(2008, 7, 1), "ratified": completed, "evaluated": date(2009, 8, 3)}
    many(board, number, days | more, grades=["adequate"])


def test_the_four_bands_and_how_many_of_the_quick_began_within_a_month(board):
    in_six_months = date(2009, 1, 1)
    took(board, 20, in_six_months, learned=date(2008, 6, 1))
    took(board, 5, in_six_months, learned=date(2008, 4, 1))
    took(board, 41, date(2009, 7, 1))
    took(board, 13, date(2009, 7, 2))
    many(
        board,
        6,
        {"decided": date(2006, 7, 1), "ratified": date(2008, 7, 2), "evaluated": date(2009, 5, 1)},
        grades=["good"],
    )
    found = tables(SUMMER_2009)
    bands = found["completion"]
    assert bands.n == 85
    assert list(numbers(bands).values()) == [25, 41, 13, 6]
    assert list(percents(bands).values()) == [29, 48, 15, 7]
    begun_within_a_month = numbers(found["completion-by-start"], column=0)
    assert begun_within_a_month["Within 6 months"] == 20


def test_147_reviews_are_about_194_children(board):
    """90 died and 104 were harmed; 119 were known, 90 in need of whom 49 had plans, 31 died."""
    kinds = [
        (31, {"outcome": "died", "known_to_social_care": "yes", "in_need": "yes"}),
        (10, {"outcome": "died", "known_to_social_care": "yes"}),
        (49, {"outcome": "died", "known_to_social_care": "no"}),
        (
            49,
            {
                "outcome": "harmed",
                "known_to_social_care": "yes",
                "in_need": "yes",
                "on_plan": "yes",
            },
        ),
        (10, {"outcome": "harmed", "known_to_social_care": "yes", "in_need": "yes"}),
        (19, {"outcome": "harmed", "known_to_social_care": "yes"}),
        (26, {"outcome": "harmed", "known_to_social_care": "no"}),
    ]
    children = [child for number, child in kinds for _ in range(number)]
    assert len(children) == 194
    days = {"evaluated": date(2009, 11, 2)}
    many(board, 1, days, grades=["good"], children=children[:48])
    for child in children[48:]:
        many(board, 1, days, grades=["good"], children=[child])
    found = tables(FY_2009)
    assert found["grades"].n == 147
    everybody = found["children"].lines[0].figures
    assert [figure.number for figure in everybody] == [90, 104, 0, 0, 194]
    known, need, plan = (
        found[slug].lines[0].figures for slug in ("known-to-social-care", "in-need", "on-plan")
    )
    assert (known[-1].number, known[-1].percent) == (119, 61)
    assert (need[-1].number, need[0].number, plan[-1].number) == (90, 31, 49)


def test_92_reviews_with_38_inadequate(board):
    graded(board, date(2008, 8, 31), good=20, adequate=34, inadequate=38)
    table = tables(Period(date(2007, 4, 1), date(2008, 8, 31)))["grades"]
    assert (table.n, numbers(table)["Inadequate"]) == (92, 38)


def test_41_of_106_children_were_known(board):
    known = {"outcome": "died", "known_to_social_care": "yes"}
    many(board, 41, {"evaluated": date(2009, 6, 1)}, grades=["good"], children=[known])
    not_known = {"outcome": "died", "known_to_social_care": "no"}
    many(board, 65, {"evaluated": date(2009, 6, 1)}, grades=["good"], children=[not_known])
    line = tables(FY_2009)["known-to-social-care"].lines[0]
    assert (line.figures[-1].number, line.figures[-1].of) == (41, 106)


def test_grades_by_board():
    birmingham, doncaster, haringey = (
        BoardFactory(name=name) for name in ("Birmingham LSCB", "Doncaster LSCB", "Haringey LSCB")
    )
    graded(birmingham, date(2008, 5, 1), inadequate=4)
    graded(birmingham, date(2009, 5, 1), adequate=4)
    graded(doncaster, date(2009, 3, 1), good=2, adequate=2, inadequate=2)
    graded(haringey, date(2009, 7, 1), good=1)
    table = tables(BOTH)["grades-by-board"]
    rows = {line.label: [figure.number for figure in line.figures] for line in table.lines}
    assert rows == {
        "Birmingham LSCB": [0, 0, 4, 4, 8],
        "Doncaster LSCB": [0, 2, 2, 2, 6],
        "Haringey LSCB": [0, 1, 0, 0, 1],
    }


def test_each_review_is_held_to_its_own_guidance(board):
    """Four calendar months under Working Together 2006, six under 2010."""
    letter = {"evaluated": date(2010, 11, 1)}
    early, late = date(2009, 11, 2), date(2010, 1, 4)
    for decided, completed in (
        (early, date(2010, 3, 2)),
        (early, date(2010, 3, 3)),
        (late, date(2010, 7, 4)),
        (late, date(2010, 7, 5)),
        (late, date(2010, 5, 5)),
    ):
        days = {"decided": decided, "ratified": completed}
        many(board, 1, days | letter, grades=["good"])
    table = tables(Period(date(2010, 4, 1), date(2011, 3, 31)))["completion-by-guidance"]
    rows = {line.label: [figure.number for figure in line.figures] for line in table.lines}
    assert rows == {"Working Together 2006": [1, 0, 1, 2], "Working Together 2010": [2, 0, 1, 3]}
