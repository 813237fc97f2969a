"""Figures published for England stand under the tables that tell of the same."""

import pytest

from boards.roles import Manager
from insights.statistics.national import BESIDE, figures_beside, national_figures
from insights.statistics.topics import TOPICS
from tests.factories import BoardFactory, person


def test_each_table_with_figures_beside_it_is_there_and_has_some():
    tables = {measure.slug for topic in TOPICS for measure in topic.measures}
    assert BESIDE.keys() <= tables
    for slug in BESIDE:
        assert figures_beside(slug), slug


def test_figures_of_one_board_or_region_stand_under_no_table():
    shown = [each.figure for slug in BESIDE for each in figures_beside(slug)]
    assert not [figure for figure in shown if "LSCB" in figure or "London" in figure]


def test_every_way_to_begin_finds_figures():
    for slug, begins in BESIDE.items():
        for begin in begins:
            found = [each for each in figures_beside(slug) if each.figure.startswith(begin)]
            assert found, begin


def test_periods_and_numbers_are_in_words():
    said = {(each.spoken_period, each.spoken) for each in national_figures()}
    assert ("April 2007 to July 2008", "1 review") in said
    assert ("2009-10", "42\N{NO-BREAK SPACE}%") in said
    assert ("April 2007 to 1 December 2008", "92 reviews") in said
    assert not [period for period, _ in said if ".." in period]


@pytest.mark.django_db
def test_the_page_shows_them_under_their_table(client):
    client.force_login(person(Manager, BoardFactory()))
    page = client.get("/statistics/?topic=time").context["page"]
    (completion,) = (each for each in page.tables if each.table.slug == "completion")
    figures = {(each.figure, each.period): each.value for each in completion.national}
    assert figures["SCRs completed within six months", "2009-10"] == "60"
