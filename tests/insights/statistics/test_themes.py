"""Themes: a review is counted under each, once in n, and what has come back is told apart."""

from datetime import date

import pytest

from boards.roles import Manager
from insights.annual_report.report import AnnualReport, year_from
from insights.papers import Grid
from insights.statistics.themes import THEMES
from reviews.models import BoardTheme, Review
from tests.factories import AT, BoardFactory, UserFactory, person
from tests.insights.making import signed_in
from tests.insights.statistics.making import in_period, many

pytestmark = pytest.mark.django_db
PERIOD = (date(2010, 1, 1), date(2010, 12, 31))


def show(review: Review, *codes: str) -> None:
    for code in codes:
        review.shown_themes.create(code=code, by=UserFactory(), at=AT)


def rows_of(table) -> dict[str, list[int]]:
    return {line.label: [figure.number for figure in line.figures] for line in table.lines}


def test_a_review_is_counted_under_each_theme_and_once_in_all():
    board = BoardFactory()
    (before,) = many(board, 1, {"ratified": date(2009, 5, 1)})
    one, two, _without = many(board, 3, {"ratified": date(2010, 3, 1)})
    (elsewhere,) = many(BoardFactory(), 1, {"evaluated": date(2010, 6, 1)})
    show(before, "neglect")
    show(one, "neglect", "fathers")
    show(two, "fathers")
    show(elsewhere, "neglect")
    reviews = in_period(*PERIOD)
    table = THEMES.table(reviews)
    rows = rows_of(table)
    assert rows["Neglect"] == [1, 1, 2]
    assert rows["Fathers and other men not known"] == [0, 2, 2]
    assert rows["Adolescence"] == [0, 0, 0]
    assert table.n == 3
    assert THEMES.behind(reviews, "neglect.again") == [one.pk]
    assert THEMES.behind(reviews, "fathers.total") == [one.pk, two.pk]


def test_a_theme_that_was_taken_away_is_not_counted():
    (review,) = many(BoardFactory(), 1, {"ratified": date(2010, 3, 1)})
    show(review, "neglect")
    review.shown_themes.update(ended_at=AT, ended_by=UserFactory())
    assert THEMES.table(in_period(*PERIOD)).n == 0


def test_a_day_that_is_too_vague_leaves_the_review_out():
    (review,) = many(BoardFactory(), 1, {"ratified": "2010"})
    show(review, "neglect")
    table = THEMES.table(in_period(PERIOD[0], date(2010, 6, 30)))
    assert (table.n, table.left_out) == (0, 1)


def test_the_names_are_those_of_the_board_where_they_are_of_one():
    board, other = BoardFactory(), BoardFactory()
    by = UserFactory()
    BoardTheme.word(board, "neglect", "Long-standing neglect", by=by, at=AT)
    BoardTheme.word(board, BoardTheme.next_code(board), "Faith", by=by, at=AT)
    (own,) = many(board, 1, {"ratified": date(2010, 3, 1)})
    (others,) = many(other, 1, {"ratified": date(2010, 3, 1)})
    show(own, "neglect", f"{board.code.lower()}-1")
    show(others, "neglect")
    of_board = THEMES.table(in_period(*PERIOD, board=board))
    assert rows_of(of_board)["Long-standing neglect"] == [0, 1, 1]
    together = rows_of(THEMES.table(in_period(*PERIOD)))
    assert together["Neglect"] == [0, 2, 2]
    assert together["Faith"] == [0, 1, 1]


def test_each_number_opens_its_reviews_and_the_table_leaves_as_a_file():
    board = BoardFactory()
    (review,) = many(board, 1, {"ratified": date(2010, 3, 1)})
    show(review, "neglect")
    client = signed_in(person(Manager, board))
    period = "from=1+1+2010&to=31+12+2010&table=themes"
    opened = client.get(f"/statistics/reviews/?{period}&key=neglect.first")
    assert review.reference in opened.content.decode()
    csv = b"".join(client.get(f"/statistics/?{period}&format=csv")).decode("utf-8-sig")
    assert "Neglect,0,0,1,100,1," in csv


def test_small_numbers_of_a_theme_do_not_leave_the_board():
    board = BoardFactory()
    reviews = many(board, 7, {"ratified": date(2010, 5, 1)})
    for review in reviews:
        show(review, "neglect")
    show(reviews[0], "disability")
    blocks = AnnualReport(board, year_from(2010), {}).paper(at=AT).blocks
    (grid,) = [b for b in blocks if isinstance(b, Grid) and b.caption.startswith("Themes")]
    rows = {label: numbers for label, *numbers in grid.rows}
    assert "hidden" in rows["Disability of the child"]
    assert "1 (100 %)" not in str(rows)
