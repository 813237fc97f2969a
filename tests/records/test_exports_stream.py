"""Exports are written while the rows are read: no file stands in memory as a whole."""

import io
import tracemalloc
from collections.abc import Iterator

import pytest
from openpyxl import load_workbook

from boards.listing import Value
from boards.roles import Manager
from records.exports import AT_ONCE, CSV, XLSX, csv_pieces, given_out
from records.models import AuditEvent
from reviews.models import Deadline
from tests.factories import BoardFactory, person
from tests.insights.making import owed, signed_in

ROWS = 20_000
MOST = 4_000_000  # bytes; the rows below come to more than 10 million


class Read:
    """Rows that know how many of them were read."""

    def __init__(self, number: int = ROWS) -> None:
        self.number, self.so_far = number, 0

    def __iter__(self) -> Iterator[list[Value]]:
        for n in range(self.number):
            self.so_far += 1
            yield [f"{n:06}", "x" * 500]


def peak_of(response) -> int:
    tracemalloc.start()
    try:
        for _piece in response.streaming_content:
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_csv_file_is_read_row_by_row_as_it_leaves():
    rows = Read()
    response = given_out(["Number", "Text"], rows, CSV, "list")
    assert response.streaming
    assert rows.so_far == 0
    next(iter(response.streaming_content))
    assert rows.so_far < AT_ONCE
    assert peak_of(response) < MOST
    assert rows.so_far == ROWS


def test_a_workbook_goes_by_way_of_a_file():
    tracemalloc.start()
    try:
        response = given_out(["Number", "Text"], Read(), XLSX, "list")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < MOST
    assert peak_of(response) < MOST
    response.file_to_stream.close()
    assert response["Content-Disposition"] == 'attachment; filename="list.xlsx"'


def test_the_pieces_together_are_one_csv_file_with_one_mark():
    text = b"".join(csv_pieces(["Number"], ([n] for n in range(AT_ONCE * 2)))).decode("utf-8")
    lines = text.split("\r\n")
    assert lines[:2] == ["\ufeffNumber", "0"]
    assert text.count("\ufeff") == 1
    assert lines[-2:] == [f"{AT_ONCE * 2 - 1}", ""]


@pytest.mark.django_db
def test_an_export_of_a_list_is_logged_before_its_rows_are_read():
    board = BoardFactory()
    owed(board, 1)
    client = signed_in(person(Manager, board))
    for form in (CSV, XLSX):
        response = client.get(f"/deadlines/?format={form}")
        entry = AuditEvent.objects.filter(verb="export").latest("id")
        assert (entry.board, entry.details["rows"]) == (board, 1)
        assert b"".join(response.streaming_content)
    of_csv = client.get("/deadlines/?format=csv")
    owed(board, 2)  # after the rows were counted for the log
    assert len(b"".join(of_csv.streaming_content).splitlines()) == 2
    of_csv = client.get("/deadlines/?format=csv")
    Deadline.objects.all().delete()
    assert len(b"".join(of_csv.streaming_content).splitlines()) == 1


@pytest.mark.django_db
def test_the_reviews_behind_a_number_leave_as_a_file():
    from datetime import date

    from tests.insights.statistics.making import many

    board = BoardFactory()
    (review,) = many(board, 1, {"evaluated": date(2010, 3, 1)}, grades=["good"])
    client = signed_in(person(Manager, board))
    address = "/statistics/reviews/?from=1+1+2010&to=31+12+2010&table=grades&key=good.n"
    page = client.get(address)
    assert "Export 1 review" in page.content.decode()
    csv = b"".join(client.get(f"/statistics/reviews/{page.context['shown'].csv_href}"))
    assert review.reference in csv.decode()
    book = b"".join(client.get(f"{address}&format=xlsx"))
    rows = list(load_workbook(io.BytesIO(book)).active.iter_rows(values_only=True))
    assert rows[1][0] == review.reference
    said = AuditEvent.objects.filter(verb="export").latest("id").sentence
    assert said.startswith("1 review exported (XLSX")
