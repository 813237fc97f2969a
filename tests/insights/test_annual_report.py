"""The annual report: commentary that nobody loses, and the tables as Word and PDF."""

import io
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from pypdf import PdfReader

from boards.roles import Chair, Coordinator, Manager
from insights.annual_report.report import AnnualReport, year_from
from insights.annual_report.sections import SECTIONS
from insights.models import Commentary
from insights.papers import Grid, Heading, Words, write_pdf
from records.models import AuditEvent
from tests.factories import AT, BoardFactory, person
from tests.insights.statistics.making import graded, many

pytestmark = pytest.mark.django_db


@pytest.fixture
def board():
    board = BoardFactory()
    graded(board, date(2009, 7, 15), good=2, inadequate=3)
    child = [{"outcome": "died", "on_plan": "yes"}]
    many(board, 3, {"evaluated": date(2009, 8, 1)}, grades=["good"], children=child)
    return board


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def address(board) -> str:
    return f"/annual-reports/{board.slug}/2009/"


def said(number: int, **texts: str) -> dict[str, str]:
    return {section.slug: "" for section in SECTIONS} | texts | {"number": str(number)}


def test_the_tables_of_the_year_stand_under_what_the_board_says(board):
    report = AnnualReport(board, year_from(2009), {"quality": "Two letters hurt.\nWe learned."})
    blocks = report.paper(at=AT).blocks
    start = blocks.index(Heading("Quality"))
    assert blocks[start + 1 : start + 3] == (Words("Two letters hurt."), Words("We learned."))
    grids = [block for block in blocks if isinstance(block, Grid)]
    grades = next(grid for grid in grids if grid.caption.startswith("Ofsted's grades, counted"))
    assert ("Good", "5 (63 %)") in grades.rows
    assert Heading("Foreword by the Chair") not in blocks  # nothing is said in it
    assert Heading("Timeliness") in blocks


def test_small_numbers_of_children_do_not_leave_the_board(board):
    blocks = AnnualReport(board, year_from(2009), {}).paper(at=AT).blocks
    plans = [block for block in blocks if isinstance(block, Grid) and "plan at" in block.caption]
    assert "hidden" in plans[0].rows[0]


def test_what_two_people_write_at_once_is_kept_and_shown_side_by_side(board):
    manager, chair = signed_in(person(Manager, board)), signed_in(person(Chair, board))
    assert manager.post(address(board), said(0, foreword="From the manager")).status_code == 302
    refused = chair.post(address(board), said(0, foreword="From the Chair"))
    page = refused.content.decode()
    assert refused.status_code == 409
    assert "From the manager" in page
    assert "From the Chair" in page
    again = refused.context["form"]["number"].value()
    assert chair.post(address(board), said(again, foreword="From both")).status_code == 302
    kept = Commentary.objects.of(board, date(2009, 4, 1))
    assert [each.texts["foreword"] for each in kept] == ["From both", "From the manager"]


def test_one_version_has_one_text(board):
    by = person(Manager, board)
    fields = {"board": board, "first_on": date(2009, 4, 1), "number": 1, "by": by, "at": AT}
    Commentary.objects.create(**fields)
    with pytest.raises(IntegrityError), transaction.atomic():
        Commentary.objects.create(**fields)


def test_it_leaves_as_word_with_headings_heads_and_pictures_that_say_what_they_show(board):
    from docx import Document

    answer = signed_in(person(Manager, board)).get(f"{address(board)}?format=docx")
    document = Document(io.BytesIO(b"".join(answer)))
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading 1")]
    shown = [section.title for section in SECTIONS if section.tables]  # nothing is said in others
    assert headings[: len(shown)] == shown
    assert document.inline_shapes[0]._inline.docPr.get("descr")
    assert document.tables[0].rows[0]._tr.trPr.xpath("./w:tblHeader")
    assert AuditEvent.objects.filter(verb="export", board=board).count() == 1


def test_a_word_longer_than_a_line_does_not_stop_the_pdf(board):
    report = AnnualReport(board, year_from(2009), {"foreword": "w" * 300})
    made = io.BytesIO()
    write_pdf(report.paper(at=AT), made)
    said = "".join(page.extract_text() for page in PdfReader(made).pages)
    assert "w" * 300 not in said
    assert said.count("w") >= 300


def test_it_leaves_as_pdf(board):
    answer = signed_in(person(Chair, board)).get(f"{address(board)}?format=pdf")
    assert b"".join(answer).startswith(b"%PDF-")


def test_nobody_else_and_no_other_board_opens_it(board):
    assert signed_in(person(Coordinator, board)).get(address(board)).status_code == 403
    assert signed_in(person(Manager, BoardFactory())).get(address(board)).status_code == 404


def test_a_year_that_has_not_begun_is_not_found(board):
    client = signed_in(person(Manager, board))
    assert client.get(f"/annual-reports/{board.slug}/2999/").status_code == 404
    assert client.get("/annual-reports/").status_code == 200


def test_whoever_writes_sees_the_first_numbers_of_the_year(board):
    answer = signed_in(person(Manager, board)).get(address(board))
    numbers = answer.context["report"].glance
    assert numbers
    for each in numbers:
        opened = signed_in(person(Manager, board)).get(each["href"])
        assert opened.context["count"] == int(each["number"].split()[0])
