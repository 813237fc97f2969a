"""The benchmark itself, on a few entries: it measures what it says."""

import pytest

from tests.benchmarks.chronology.integrated_view import measure


@pytest.mark.django_db
def test_the_benchmark_measures_pages_with_rows_in_the_same_number_of_queries():
    figures = {row["case"].split("/")[1]: row for row in measure(entries=300, agencies=3, runs=1)}
    assert figures["first_page"]["rows"] == 100
    assert figures["first_page"]["queries"] == figures["last_page"]["queries"]
    assert figures["confirmed"]["rows"] == 0
    assert all(row["seconds"] > 0 for row in figures.values())
