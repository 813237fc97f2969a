"""Ofsted's list: board, date and judgement, on the screen and as files."""

from datetime import date

import pytest
from django.test import Client

from boards.roles import Coordinator, Evaluator, Manager
from records.models import AuditEvent
from tests.factories import BoardFactory, person
from tests.insights.statistics.making import graded, many

pytestmark = pytest.mark.django_db


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def board():
    board = BoardFactory(name="Doncaster LSCB")
    graded(board, date(2009, 3, 1), inadequate=1)
    many(
        board,
        1,
        {"evaluated": "2008-07", "reevaluated": date(2009, 8, 4)},
        grades=["inadequate", "good"],
    )
    graded(BoardFactory(name="Haringey LSCB"), date(2009, 7, 1), good=1)
    return board


def rows(page) -> list[tuple[date | str, str]]:
    shown = page.context["shown"]
    columns = shown.listing.columns[1:3]
    return [tuple(column.value(row) for column in columns) for row in shown.page]


def test_each_grade_has_its_line_latest_first_with_its_day_as_well_as_it_is_known(board):
    page = signed_in(person(Manager, board)).get("/evaluations/")
    assert rows(page) == [
        (date(2009, 8, 4), "Good (evaluation 2)"),
        (date(2009, 3, 1), "Inadequate"),
        ("July 2008", "Inadequate"),
    ]


def test_an_evaluator_sees_the_letters_of_every_board_by_quarter(board):
    page = signed_in(person(Evaluator)).get("/evaluations/?from=1+7+2009&to=30+9+2009")
    assert len(rows(page)) == 2
    assert "Haringey LSCB" in page.content.decode()


def test_a_coordinator_does_not_see_the_list(board):
    assert signed_in(person(Coordinator, board)).get("/evaluations/").status_code == 403


@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF-"), ("xlsx", b"PK"), ("csv", b"\xef")])
def test_the_list_leaves_as_a_file_and_the_log_says_so(board, form, begins):
    answer = signed_in(person(Manager, board)).get(f"/evaluations/?format={form}")
    assert b"".join(answer).startswith(begins)
    event = AuditEvent.objects.get(verb="export")
    assert (event.board, event.details["rows"]) == (board, 3)
