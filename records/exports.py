"""What leaves the portal as a file: the rows of the screen, harmless to open, and logged."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import chain
from typing import IO, TYPE_CHECKING

from django.db import transaction
from django.http import FileResponse

from boards.listing import Row, Shown, Value
from boards.models import User
from records.models import log

if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell

# A spreadsheet takes what begins like this for a formula (OWASP, CSV injection).
DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")
CSV, XLSX = "csv", "xlsx"
WIDTH = 24  # characters of a column in Excel

Heads = list[str]
Lines = Iterable[list[Value]]


def harmless(value: Value) -> Value:
    """Return text so that no spreadsheet runs it; dates in ISO format."""
    if isinstance(value, str) and value.startswith(DANGEROUS):
        return f"'{value}"
    return value.isoformat() if isinstance(value, date) else value


def write_csv(heads: Heads, lines: Lines, to: IO[bytes]) -> None:
    """The rows stand in `to`, in UTF-8 with the mark by which Excel knows it."""
    text = io.TextIOWrapper(to, encoding="utf-8-sig", newline="")
    writer = csv.writer(text)
    writer.writerow(heads)
    writer.writerows([harmless(value) for value in line] for line in lines)
    text.flush()
    text.detach()


def write_xlsx(heads: Heads, lines: Lines, to: IO[bytes]) -> None:
    """The rows stand in `to` as a workbook: text is never a formula, dates are dates."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet("List")
    sheet.freeze_panes = "A2"
    for number in range(1, len(heads) + 1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTH
    for line in chain([heads], lines):
        sheet.append([_cell(WriteOnlyCell(sheet), value) for value in line])
    book.save(to)


def _cell(cell: "WriteOnlyCell", value: Value) -> "WriteOnlyCell":
    """Return the cell with the value in it, as text, a number or a date and nothing else."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"
    elif isinstance(value, datetime):
        cell.value = value.replace(tzinfo=None)  # Excel has no zones; ours is London's clock
        cell.number_format = "d mmmm yyyy hh:mm"
    else:
        cell.value = value
        cell.number_format = "d mmmm yyyy" if isinstance(value, date) else "General"
    return cell


Writer = Callable[[Heads, Lines, IO[bytes]], None]
WRITERS: dict[str, Writer] = {CSV: write_csv, XLSX: write_xlsx}


def export(
    shown: Shown,
    form: str,
    *,
    board_key: str,
    by: User,
    at: datetime,
    writers: Mapping[str, Writer] = WRITERS,
) -> FileResponse:
    """Return every row that the screen pages through as a file, once each board's log says so.

    `form` is one of `writers`; `board_key` is where a row has the id of its board.
    """
    boards: Counter[int] = Counter()
    columns = shown.listing.columns
    to = io.BytesIO()

    def line(row: Row) -> list[Value]:
        boards[row[board_key]] += 1
        return [column.value(row) for column in columns]

    rows: Iterator[Row] = shown.rows.iterator(chunk_size=2000)
    writers[form]([column.label for column in columns], map(line, rows), to)
    _log(shown, form, boards, by=by, at=at)
    to.seek(0)
    name = f"{shown.listing.name.replace(' ', '-')}-{shown.on.isoformat()}.{form}"
    return FileResponse(to, as_attachment=True, filename=name)


def _log(shown: Shown, form: str, boards: Counter[int], *, by: User, at: datetime) -> None:
    """The log of each board whose rows left, or could have, says how many and which."""
    chosen = ", ".join(chip["text"] for chip in shown.chips)
    counts = boards or {seat.board_id: 0 for seat in by.seats()}
    with transaction.atomic():
        for board, number in sorted(counts.items(), key=lambda count: count[0] or 0):
            log(
                "export",
                f"{shown.listing.counted(number)} exported ({form.upper()}"
                f"{f'; {chosen}' if chosen else ''}).",
                by=by,
                at=at,
                board=board,
                list=shown.listing.name,
                query=shown.query.urlencode(),
                rows=number,
            )
