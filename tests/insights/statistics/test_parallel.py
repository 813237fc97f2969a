"""Parallel proceedings: under each kind that a review has, and once in n."""

from datetime import date

import pytest

from insights.statistics.parallel import PARALLEL
from tests.factories import BoardFactory, UserFactory, a_trial
from tests.insights.statistics.making import in_period, many

pytestmark = pytest.mark.django_db


def test_a_review_is_counted_under_each_kind_that_it_has_and_once_in_all():
    one, two, _without = many(BoardFactory(), 3, {"decided": date(2010, 3, 1)})
    (earlier,) = many(BoardFactory(), 1, {"decided": date(2009, 3, 1)})
    by = UserFactory()
    a_trial(one, by=by, holds=["publication"])
    a_trial(one, by=by, kind="inquest", holds=["family"])
    for review in (two, earlier):
        a_trial(review, by=by)
    reviews = in_period(date(2010, 1, 1), date(2010, 12, 31))
    table = PARALLEL.table(reviews)
    rows = {line.label: [figure.number for figure in line.figures] for line in table.lines}
    assert rows["Criminal proceedings"] == [1, 1, 2]
    assert rows["Inquest"] == [0, 1, 1]
    assert rows["Care proceedings"] == [0, 0, 0]
    assert table.n == 2
    assert PARALLEL.behind(reviews, "criminal.held") == [one.pk]
