"""Files as boards send them, with as little said as a test has to say."""

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

from boards.models import Board
from reviews.past_reviews.keeping import PastFile, bring_in
from reviews.past_reviews.reading import COLUMNS, KNOWN, OF_AN_EXTENSION
from tests.factories import UserFactory

AT = datetime(2024, 5, 7, 9, 0, tzinfo=UTC)
PUBLISHED = Path(__file__).with_name("published_timelines.csv")
A_ROW = {
    "lscb": "East Sussex LSCB",
    "region": "South East",
    "review_name": "Child R",
    "incident_kind": "death",
    "children": "1",
    "incident_on": "2008-03-02",
    "decision_on": "2008-04-11",
    "decision": "scr",
}


def a_row(**cells: str) -> dict[str, str]:
    """Return a row that nothing is wrong with, but for what `cells` say."""
    return dict.fromkeys(COLUMNS, "") | A_ROW | cells


def a_file(*rows: dict[str, str], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """Return a CSV file of the rows, or of one row that nothing is wrong with."""
    text = io.StringIO()
    has_more = any(column in row for row in rows for column in OF_AN_EXTENSION)
    writer = csv.DictWriter(text, KNOWN if has_more else COLUMNS, "", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows or [a_row()])
    return text.getvalue().encode(encoding)


def brought_in(*rows: dict[str, str], board: Board | None, at: datetime = AT):
    return bring_in(PastFile("past.csv", a_file(*rows)), board=board, by=UserFactory(), at=at)


def reasons_for(*rows: dict[str, str], board: Board | None) -> str:
    """Return why the last row is refused."""
    return " ".join(brought_in(*rows, board=board)["rejected"][-1]["reasons"])


def published(at: datetime = AT):
    return bring_in(
        PastFile("published.csv", PUBLISHED.read_bytes()), board=None, by=UserFactory(), at=at
    )
