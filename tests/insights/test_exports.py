"""Files that match the screen, are harmless to open, and are in the log."""

import csv
import io

import pytest
import time_machine
from openpyxl import load_workbook

from boards.roles import Chair, Coordinator, Manager
from records.exports import harmless
from records.models import AuditEvent, first_broken_link
from tests.factories import AT, TODAY, BoardFactory, person
from tests.insights.making import owed, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_today")]

EVIL = '=HYPERLINK("http://evil.example";"click")'


@pytest.fixture
def _today():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def board():
    return BoardFactory()


def content(client, address):
    return b"".join(client.get(address).streaming_content)


def csv_rows(client, address):
    return list(csv.reader(io.StringIO(content(client, address).decode("utf-8-sig"))))


def xlsx_rows(client, address):
    return list(load_workbook(io.BytesIO(content(client, address))).active.iter_rows())


def test_the_csv_has_the_rows_of_all_pages_in_the_order_of_the_screen(board):
    for n in range(60):
        owed(board, n - 30)
    client = signed_in(person(Manager, board))
    screen = [
        row["review__reference"]
        for page in (1, 2)
        for row in client.get(f"/deadlines/?sort=-due&page={page}").context["shown"].page
    ]
    heads, *rows = csv_rows(client, "/deadlines/?sort=-due&page=2&format=csv")
    assert heads == ["Reference", "Stage", "What is due", "Due", "Act by", "Owner"]
    assert [row[0] for row in rows] == screen
    assert len(rows) == 60


def test_the_files_have_the_filters_of_the_screen(board):
    late, _ = owed(board, -1), owed(board, 1)
    client = signed_in(person(Manager, board))
    page = client.get("/deadlines/?when=overdue")
    for href, rows in (
        (page.context["shown"].csv_href, csv_rows),
        (page.context["shown"].xlsx_href, xlsx_rows),
    ):
        assert href.encode().replace(b"&", b"&amp;") in page.content
        assert len(rows(client, f"/deadlines/{href}")) == 2
    assert csv_rows(client, "/deadlines/?when=overdue&format=csv")[1] == [
        late.review.reference,
        "Chronology and IMRs",
        "Complete the serious case review",
        "2010-03-28",
        "2010-03-28",
        "Nobody",
    ]


def test_excel_has_true_dates_and_text_that_is_no_formula(board):
    owner = person(Coordinator, board, user={"full_name": EVIL})
    owed(board, 0, owner=owner)
    for address in ("/deadlines/?format=xlsx", "/reviews/?format=xlsx"):
        heads, row = xlsx_rows(signed_in(person(Manager, board)), address)
        cells = {head.value: cell for head, cell in zip(heads, row, strict=True)}
        due = cells.get("Due") or cells["Next deadline"]
        assert due.value.date() == TODAY
        assert due.is_date
        assert (cells["Owner"].value, cells["Owner"].data_type) == (EVIL, "s")


def test_excel_takes_text_that_it_could_not_keep(board):
    owed(board, 0, owner=person(Coordinator, board, user={"full_name": "A\x0bB"}))
    _, row = xlsx_rows(signed_in(person(Manager, board)), "/reviews/?format=xlsx")
    assert row[-1].value == "AB"


@pytest.mark.parametrize("first", list("=+-@\t\r\n＝＋－＠"))
def test_text_that_a_spreadsheet_would_run_is_made_harmless(first):
    assert harmless(f"{first}SUM(A1)") == f"'{first}SUM(A1)"
    assert harmless(f"a{first}") == f"a{first}"


def test_the_csv_is_harmless_too(board):
    owed(board, 0, owner=person(Coordinator, board, user={"full_name": EVIL}))
    assert csv_rows(signed_in(person(Manager, board)), "/reviews/?format=csv")[1][-1] == f"'{EVIL}"


def test_every_export_is_in_the_log_of_each_board_whose_rows_left(board):
    other = BoardFactory()
    user = person(Manager, board)
    user.memberships.create(board=other, role="chair", since_on=TODAY)
    for each in (board, board, other):
        owed(each, -1)
    content(signed_in(user), "/deadlines/?when=overdue&format=xlsx")
    events = AuditEvent.objects.filter(verb="export").order_by("id")
    assert [(e.board, e.sentence, e.by, e.details["rows"]) for e in events] == [
        (board, "2 deadlines exported (XLSX; When: Overdue).", user, 2),
        (other, "1 deadline exported (XLSX; When: Overdue).", user, 1),
    ]
    assert first_broken_link() is None


def test_an_export_without_rows_is_in_the_log_too(board):
    content(signed_in(person(Chair, board)), "/reviews/?format=csv")
    assert AuditEvent.objects.get(verb="export").board == board


def test_a_page_that_is_only_looked_at_is_not_an_export(board):
    signed_in(person(Chair, board)).get("/reviews/?format=pdf")
    assert not AuditEvent.objects.filter(verb="export").exists()


def test_the_file_is_named_for_the_list_and_the_day(board):
    response = signed_in(person(Chair, board)).get("/reviews/?format=csv")
    assert (
        response.headers["Content-Disposition"] == 'attachment; filename="reviews-2010-03-29.csv"'
    )
    assert "no-store" in response.headers["Cache-Control"]
