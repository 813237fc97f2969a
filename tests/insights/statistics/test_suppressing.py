"""Small numbers of children do not leave the board, and do not follow from what does."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from insights.statistics.figures import Figure, Line, Table, Unit
from insights.statistics.suppressing import FEWEST, suppressed


def table(rows: list[list[int]], unit: Unit = Unit.CHILDREN) -> Table:
    """Return a table whose last column is the sum of the others, as every table of children has."""
    lines = tuple(
        Line(str(place), tuple(Figure(number) for number in (*row, sum(row))))
        for place, row in enumerate(rows)
    )
    heads = (*map(str, range(len(rows[0]))), "All")
    return Table("x", "X", unit, heads, lines, sum(map(sum, rows)), "")


def shown(found: Table) -> list[list[int | None]]:
    return [[figure.number for figure in line.figures] for line in found.lines]


def test_a_table_of_reviews_is_as_it_was():
    reviews = table([[1, 2]], Unit.REVIEWS)
    assert suppressed(reviews) is reviews


def test_noughts_and_larger_numbers_stay():
    assert suppressed(table([[0, 12], [8, 9]])).is_suppressed is False


def test_one_small_number_takes_another_with_it_in_its_row_and_its_column():
    found = shown(suppressed(table([[3, 20, 30], [40, 50, 60]])))
    assert found[0][0] is None
    assert [row.count(None) >= 2 for row in found] == [True, True]


GRIDS = st.integers(2, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 30), min_size=width, max_size=width), min_size=1, max_size=5
    )
)


@given(GRIDS)
def test_no_small_number_is_shown_or_is_the_only_one_hidden_in_its_row_or_column(rows):
    found = shown(suppressed(table(rows)))
    assert not any(0 < (number or 0) < FEWEST for number in itertools.chain(*found))
    columns = list(zip(*found, strict=True)) if len(found) > 1 else []
    whole = table(rows)
    for run, true in zip(
        [*found, *columns], [*shown(whole), *zip(*shown(whole), strict=True)], strict=False
    ):
        hidden = [n for n, was in zip(run, true, strict=True) if n is None]
        others = [n for n in run if n]
        assert len(hidden) != 1 or not others
