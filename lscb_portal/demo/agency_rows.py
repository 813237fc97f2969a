"""What four agencies of the demo wrote, in days before the death that they wrote about."""

import csv
import io
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path

FOLDER = Path(__file__).parent / "rows"
AGENCIES = {
    "childrens_services": "Children’s Services",
    "police": "Downland Police",
    "community_health": "Southdown Community Health",
    "surgery": "Weald Road Surgery",
}
# Each agency writes its days in its own way.
WRITTEN = {
    "childrens_services": "%d/%m/%Y",
    "police": "%d.%m.%y",
    "community_health": "%d %b %Y",
    "surgery": "%d-%b-%y",
}
HEADINGS = {
    "time": "Time",
    "source": "Source",
    "event": "Event",
    "present": "People present",
    "seen": "Child seen",
    "alone": "Child seen alone",
    "voice": "Child’s voice",
    "missed": "Missed",
    "action": "Action",
    "comment": "Comment",
    "level": "Significance",
}
YES = {"yes": True, "no": False}


@dataclass(frozen=True)
class AgencyRow:
    """A row of an agency's chronology, with its days worked out and written its own way."""

    number: int
    cells: dict[str, str]
    start: date
    end: date
    precision: str
    date_raw: str
    time: time | None

    def said(self, column: str) -> bool | None:
        """Return what a yes-or-no column says; an empty one says nothing."""
        return YES.get(self.cells[column])


def rows_of(name: str, died_on: date) -> Iterator[AgencyRow]:
    """Yield the rows of one agency's file, told of a death on this day."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        for number, cells in enumerate(csv.DictReader(file, delimiter="|"), 2):
            yield _row(number, cells, died_on, WRITTEN[name])


def as_sent(rows: Iterable[AgencyRow]) -> bytes:
    """Return the file that the agency sent: its own dates, a row where each row stands."""
    file = io.StringIO()
    lines = csv.writer(file)
    lines.writerow(["Date", *HEADINGS.values()])
    lines.writerows([row.date_raw, *(row.cells[column] for column in HEADINGS)] for row in rows)
    return file.getvalue().encode()


def _row(number: int, cells: dict[str, str], died_on: date, written: str) -> AgencyRow:
    on = died_on - timedelta(days=int(cells["day"]))
    start = end = on
    raw, precision = f"{on:{written}}", cells["known"] or "day"
    match precision:
        case "month":
            start, end = on.replace(day=1), on.replace(day=monthrange(on.year, on.month)[1])
            raw = f"{on:%B %Y}"
        case "year":
            start, end, raw = date(on.year, 1, 1), date(on.year, 12, 31), str(on.year)
        case "approximate":
            raw = f"?{raw}"
        case "range":
            end = died_on - timedelta(days=int(cells["until"]))
            raw = f"{raw} - {end:{written}}"
    at = time.fromisoformat(cells["time"]) if cells["time"] else None
    return AgencyRow(number, cells, start, end, precision, raw, at)
