"""The benchmark itself, on a small database: it measures what it says."""

import pytest

from tests.benchmarks.overdue_list import measure


@pytest.mark.django_db
def test_the_benchmark_measures_three_lists_of_the_same_fifty_rows():
    figures = measure(reviews=2000, boards=8, runs=1)
    assert [row["case"].partition("/")[0] for row in figures] == [
        "bare",
        "overdue_list",
        "admin_list",
    ]
    for row in figures:
        assert list(row) == ["case", "n", "seconds", "per_item_us", "baseline_seconds", "ratio"]
        assert row["n"] == 50
        assert row["seconds"] > 0
