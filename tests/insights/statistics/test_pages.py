"""The pages: who sees what, and that each number opens what it counts."""

import csv
import io
import json
import re
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from boards.roles import Coordinator, Evaluator, Manager
from records.models import AuditEvent
from reviews.models import Grade, Review
from reviews.statutory import GUIDANCE
from tests.factories import BoardFactory, person
from tests.insights.statistics.making import graded, many

pytestmark = pytest.mark.django_db

ADDRESS = "/statistics/?from=1+1+2008&to=31+12+2008"


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def board():
    board = BoardFactory()
    graded(board, date(2008, 7, 15), good=2, inadequate=3)
    graded(BoardFactory(), date(2008, 7, 15), good=7)
    return board


def test_a_manager_counts_the_reviews_of_their_own_board_alone(board):
    page = signed_in(person(Manager, board)).get(ADDRESS).content.decode()
    assert "Counts reviews, n = 5" in page
    assert "7" not in re.findall(r">(\d+)</a>", page)


def test_every_number_opens_the_list_of_as_many_reviews(board):
    many(
        board,
        2,
        {"learned": date(2008, 1, 2), "decided": date(2008, 1, 4), "ratified": date(2008, 6, 1)},
        children=[{"outcome": "died"}],
    )
    client = signed_in(person(Manager, board))
    page = client.get(ADDRESS).content.decode()
    links = re.findall(r'href="(/statistics/reviews/\?[^"]+)">(\d+)</a>', page)
    opened = {href.replace("&amp;", "&"): int(number) for href, number in links}
    reviews_alone = {href: n for href, n in opened.items() if "durations" not in href}
    assert len(reviews_alone) > 10
    for href, number in reviews_alone.items():
        answer = client.get(href)
        assert (href, answer.context["count"]) == (href, number)
        assert answer.context["shown"].count == number


def test_the_list_keeps_its_number_when_it_is_sorted(board):
    client = signed_in(person(Manager, board))
    page = client.get("/statistics/reviews/?table=grades&key=good.n&from=1+1+2008&to=31+12+2008")
    (href,) = {head["href"] for head in page.context["shown"].heads if head["label"] == "Stage"}
    assert client.get(f"/statistics/reviews/{href}").context["count"] == 2


@pytest.mark.parametrize("query", ["table=nothing&key=x", "table=durations&key=a.b"])
def test_a_number_that_there_is_not_is_not_found(board, query):
    assert signed_in(person(Manager, board)).get(f"/statistics/reviews/?{query}").status_code == 404


def test_who_sees_a_part_of_the_board_alone_counts_nothing(board):
    assert signed_in(person(Coordinator, board)).get("/statistics/").status_code == 403


def test_an_evaluator_of_all_boards_sees_no_small_number_of_children(board):
    child = [{"outcome": "died", "on_plan": "yes"}]
    many(board, 3, {"evaluated": date(2008, 8, 1)}, grades=["good"], children=child)
    own = signed_in(person(Manager, board)).get(ADDRESS)
    outside = signed_in(person(Evaluator)).get(ADDRESS)
    assert shown(own, "on-plan") == [[3, 0, 0, 0, 3]] + [[0] * 5] * 2
    assert shown(outside, "on-plan")[0] == [None, 0, 0, 0, None]
    assert "hidden" in outside.content.decode()


def shown(page, slug: str) -> list[list[int | None]]:
    (found,) = (each for each in page.context["page"].tables if each.table.slug == slug)
    return [[cell["number"] for cell in cells] for _, cells in found.rows]


def test_a_table_is_a_file_that_matches_the_screen_and_is_logged(board):
    client = signed_in(person(Manager, board))
    answer = client.get(f"{ADDRESS}&table=grades&format=csv")
    rows = list(csv.reader(io.StringIO(b"".join(answer).decode("utf-8-sig"))))
    assert rows[:3] == [
        ["Ofsted's grades", "Reviews", "Reviews, %"],
        ["Outstanding", "0", "0"],
        ["Good", "2", "40"],
    ]
    assert AuditEvent.objects.filter(verb="export", board=board).count() == 1
    assert b"".join(client.get(f"{ADDRESS}&format=xlsx")).startswith(b"PK")
    assert client.get(f"{ADDRESS}&table=nothing&format=csv").status_code == 404


def test_a_period_that_ends_before_it_begins_is_turned_round_with_a_notice(board):
    page = signed_in(person(Manager, board)).get("/statistics/?from=31+12+2008&to=1+1+2008")
    assert "exchanged" in page.content.decode()
    assert "n = 5" in page.content.decode()


def test_every_table_says_what_it_counts_and_how(board):
    page = signed_in(person(Manager, board)).get(ADDRESS).context["page"]
    for each in page.tables:
        assert each.table.note
        assert each.table.unit in ("reviews", "children")
        assert ("children" in each.table.note) or each.table.unit == "reviews"


def test_the_command_prints_one_document_of_every_table(board, capsys):
    period = {"first": date(2008, 1, 1), "last": date(2008, 12, 31)}
    call_command("statistics", format="json", board=board.slug, **period)
    said = json.loads(capsys.readouterr().out)
    grades = said["tables"][0]
    assert (grades["table"], grades["n"], grades["counts"]) == ("grades", 5, "reviews")
    assert [row["figures"][0]["percent"] for row in grades["rows"]] == [0, 40, 0, 60]
    assert said["changes"]["from"] == "2007-01-01"


def test_the_command_refuses_a_board_that_there_is_not():
    with pytest.raises(CommandError, match="no board"):
        call_command("statistics", board="nowhere")


def test_an_empty_portal_has_nothing_to_count_and_says_so():
    page = signed_in(person(Manager)).get(reverse("statistics")).content.decode()
    assert "Nothing to count in this period." in page
    assert not Review.objects.exists()


def test_a_topic_shows_and_exports_its_own_tables_alone(board):
    client = signed_in(person(Manager, board))
    page = client.get(f"{ADDRESS}&topic=grades").context["page"]
    assert [each.table.slug for each in page.tables] == [
        "grades",
        "grades-by-board",
        "grades-by-quarter",
        "grades-by-heading",
    ]
    answer = client.get(f"{ADDRESS}&topic=grades&format=csv")
    assert b"Children known to social care" not in b"".join(answer)
    assert AuditEvent.objects.filter(sentence__contains="Statistics: Ofsted's grades").exists()


def test_topics_hold_every_table_once(board):
    client = signed_in(person(Manager, board))
    whole = [each.table.slug for each in client.get(ADDRESS).context["page"].tables]
    by_topic = [
        each.table.slug
        for topic in ("grades", "time", "decisions", "children")
        for each in client.get(f"{ADDRESS}&topic={topic}").context["page"].tables
    ]
    assert whole == by_topic
    assert len(set(whole)) == len(whole)


def test_the_first_numbers_are_those_of_their_tables(board):
    page = signed_in(person(Manager, board)).get(ADDRESS).context["page"]
    told = {each["href"]: (each["number"], each["text"]) for each in page.glance}
    ((href, said),) = told.items()
    assert said == ("3 of 5", "reviews graded inadequate (60\N{NO-BREAK SPACE}%)")
    opened = signed_in(person(Manager, board)).get(href)
    assert opened.context["count"] == 3
    assert 'href="/statistics/?from=1+1+2008&amp;to=31+12+2008#grades"' in opened.content.decode()


def test_a_small_number_of_children_is_not_told_at_a_glance_outside_the_board(board):
    many(board, 3, {"evaluated": date(2008, 8, 1)}, grades=["good"], children=[{"outcome": "died"}])
    own = signed_in(person(Manager, board)).get(ADDRESS).context["page"]
    outside = signed_in(person(Evaluator)).get(ADDRESS).context["page"]
    (href,) = [each["href"] for each in own.glance if "table=children" in each["href"]]
    assert signed_in(person(Manager, board)).get(href).context["count"] == 3
    assert not [each for each in outside.glance if "table=children" in each["href"]]
    for hidden in (href, href.replace("key=every", "key=child.died")):
        assert signed_in(person(Evaluator)).get(hidden).status_code == 404


def test_what_changed_opens_the_reviews_of_either_period(board):
    graded(board, date(2007, 7, 15), good=1, inadequate=1)
    client = signed_in(person(Manager, board))
    page = client.get(ADDRESS).context["page"]
    (laid,) = [laid for table, laid in page.changes if table.slug == "grades"]
    for each in laid:
        for number, href in (
            (each.change.before, each.before_href),
            (each.change.after, each.now_href),
        ):
            assert bool(number) == bool(href)
            if href:
                assert (href, client.get(href).context["count"]) == (href, number)


def test_the_parts_of_the_way_count_each_review_of_the_period_once(board):
    days = {"learned": date(2008, 1, 2), "decided": date(2008, 1, 4), "ratified": date(2008, 6, 1)}
    many(board, 2, days)
    page = signed_in(person(Manager, board)).get("/statistics/?from=1+1+2008&to=1+7+2008")
    (table,) = [
        each.table for each in page.context["page"].tables if each.table.slug == "durations"
    ]
    assert table.n == 2


def test_a_file_says_of_what_it_is(board):
    client = signed_in(person(Manager, board))
    answer = client.get(f"{ADDRESS}&guidance=wt2006&table=durations&format=csv")
    rows = list(csv.reader(io.StringIO(b"".join(answer).decode("utf-8-sig"))))
    assert rows[-3:] == [
        ["Period", "1 January 2008 to 31 December 2008"],
        ["Guidance of the decision", GUIDANCE["wt2006"].name],
        ["Boards", board.name],
    ]
    assert not [row for row in rows if "hidden" in " ".join(row)]


def test_a_chart_of_several_columns_draws_each(board):
    page = signed_in(person(Manager, board)).get(ADDRESS).context["page"]
    (chart,) = [each.chart for each in page.tables if each.table.slug == "grades-by-quarter"]
    (bar,) = chart.bars
    assert [part.words for part in bar.parts] == ["2", "3"]
    assert "good 2 (40 %)" in chart.description
    assert [shade.label for shade in chart.key] == [grade.label for grade in Grade]


def test_an_evaluator_is_not_told_who_owns_a_review(board):
    assert "Owner" in signed_in(person(Manager, board)).get("/reviews/").content.decode()
    assert "Owner" not in signed_in(person(Evaluator)).get("/reviews/").content.decode()


def test_what_changed_is_told_of_a_period_that_has_one_before_it(board):
    client = signed_in(person(Manager, board))
    assert client.get(ADDRESS).context["page"].spoken_compared.startswith("1 January 2007")
    whole = client.get("/statistics/")
    assert whole.context["page"].changes == []
    assert "Choose the first day of a period above" in whole.content.decode()
    beside = client.get("/statistics/?then_from=1+1+2008&then_to=31+12+2008").context["page"]
    assert beside.changes[0][0].slug == "grades"
    children = client.get(f"{ADDRESS}&topic=children").content.decode()
    assert "None of these tables is compared" in children
