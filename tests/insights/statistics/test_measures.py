"""What the tables do with vague days, reopened cases, extensions, and reviews still under way."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insights.statistics.children import age_band
from insights.statistics.facts import Facts
from insights.statistics.measures import InPeriod
from insights.statistics.timing import BY_GUIDANCE, COMPLETION, band, months_taken, start
from reviews.statutory import add_months


def in_2010(*reviews: Facts) -> InPeriod:
    return InPeriod(reviews, date(2010, 1, 1), date(2010, 12, 31))


def facts(days: dict[str, str], **more) -> Facts:
    about = {
        "pk": 1,
        "board": 1,
        "board_name": "A",
        "state": "closed",
        "is_past": False,
        "pinned": "",
        "harm": "death",
    }
    return Facts(**about | more | days)


@pytest.mark.parametrize(
    ("decided", "ratified", "expected"),
    [
        ("2010-01-31", "2010-07-31", "within_6_months"),
        ("2010-01-31", "2010-08-01", "6_to_12_months"),
        ("2009-08-31", "2010-02-28", "within_6_months"),
        ("2009-08-31", "2010-03-01", "6_to_12_months"),
        ("2009-01-05", "2010-01-05", "6_to_12_months"),
        ("2009-01-05", "2010-01-06", "1_to_2_years"),
        ("2008-02-29", "2010-02-28", "1_to_2_years"),
        ("2008-02-29", "2010-03-01", "over_2_years"),
        ("2009-01", "2009-06-20", "within_6_months"),
        ("2009-01", "2009-07-20", None),
        ("2008", "2012", "over_2_years"),
    ],
)
def test_a_band_includes_its_last_day_and_a_vague_day_counts_where_it_can_be_in_one_alone(
    decided, ratified, expected
):
    assert band(facts({"decided": decided, "ratified": ratified})) == expected


def test_a_review_under_way_is_not_complete_when_its_overview_report_is():
    days = {"decided": "2010-01-04", "overview_completed": "2010-05-05"}
    assert COMPLETION.table(in_2010(facts(days))).n == 0
    assert COMPLETION.table(in_2010(facts(days, is_past=True))).n == 1


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"learned_of": "2010-01-04"}, "within"),
        ({"learned_of": "2010-01-03"}, "later"),
        ({"notified": "2010-01-10"}, "within"),
        ({"learned_of": "2009-11", "notified": "2010-02-01"}, "later"),
        ({"learned_of": "2010"}, "not_known"),
        ({}, "not_known"),
    ],
)
def test_begun_within_a_month_counts_from_learning_or_else_from_the_notification(days, expected):
    assert start(facts(days | {"decided": "2010-02-04"})) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, [0, 0, 1, 1]),
        ({"extended_to": date(2010, 9, 30)}, [0, 1, 0, 1]),
        ({"extended_to": date(2010, 7, 30)}, [0, 0, 1, 1]),
        ({"pinned": "wt2006"}, [0, 0, 1, 1]),
    ],
)
def test_an_extension_is_shown_apart_from_the_time_that_the_guidance_allows(more, expected):
    late = facts({"decided": "2010-01-04", "ratified": "2010-08-02"}, **more)
    (line,) = BY_GUIDANCE.table(in_2010(late)).lines
    assert [figure.number for figure in line.figures] == expected
    assert line.label == (
        "Working Together 2006" if more.get("pinned") else "Working Together 2010"
    )


def test_what_cannot_be_placed_is_counted_as_left_out_and_listed():
    vague = facts({"decided": "2010", "ratified": "2010-12-01"}, pk=7)
    undated = facts({"decided": "2009-05-05", "ratified": "2010-06"}, pk=8)
    across = facts({"decided": "2009-05-05", "ratified": "2009"}, pk=9)
    elsewhere = facts({"decided": "2007-05-05", "ratified": "2008-01-01"}, pk=10)
    reviews = in_2010(vague, undated, across, elsewhere)
    table = COMPLETION.table(reviews)
    assert (table.n, table.left_out) == (1, 1)
    assert COMPLETION.behind(reviews, "left_out") == [7]
    assert COMPLETION.behind(reviews, "1_to_2_years.n") == [8]


@pytest.mark.parametrize(
    ("born", "happened", "died", "expected"),
    [
        ("2009-03-27", "2010-03-26", "", "under_1"),
        ("2009-03-27", "2010-03-27", "", "1_to_5"),
        ("2004-03-27", "2010-03-27", "", "6_to_10"),
        ("1999-03-28", "2010-03-27", "", "6_to_10"),
        ("1994", "2010-03-27", "", "not_known"),
        ("1993", "2010-03-27", "", "16_and_over"),
        ("2010-05-01", "", "2010-06-01", "under_1"),
        ("", "2010-03-27", "", "not_known"),
        ("2010-06-01", "2010-03-27", "", "not_known"),
    ],
)
def test_ages_are_banded_at_the_incident_where_the_dates_allow_it(born, happened, died, expected):
    assert age_band(born, happened, died) == expected


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 1500), st.integers(1, 24))
def test_months_of_text_end_where_the_statutory_months_end(begun, days, limit):
    ended = begun + timedelta(days=days)
    taken = months_taken(begun.isoformat(), ended.isoformat(), (limit,))
    assert taken == (ended > add_months(begun, limit))
