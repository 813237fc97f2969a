"""What leaves the portal as a file: the rows of the screen, harmless to open, and logged.

No export stands in memory as a whole: rows are read while they are written.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import chain, islice
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

from django.db import transaction
from django.db.models import Count, Max
from django.http import FileResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

from boards.listing import Row, Shown, Value
from boards.models import User
from records.models import log

if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell

# A spreadsheet takes what begins like this for a formula (OWASP, CSV injection).
DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")
CSV, XLSX = "csv", "xlsx"
WIDTH = 24  # characters of a column in Excel
AT_ONCE = 500  # rows of a CSV file in one piece

Heads = list[str]
Lines = Iterable[list[Value]]


def harmless(value: Value) -> Value:
    """Return text so that no spreadsheet runs it; dates in ISO format."""
    if isinstance(value, str) and value.startswith(DANGEROUS):
        return f"'{value}"
    return value.isoformat() if isinstance(value, date) else value


def csv_pieces(heads: Heads, lines: Lines) -> Iterator[bytes]:
    """Yield a CSV file piece by piece, in UTF-8 with the mark by which Excel knows it."""
    rows = chain([heads], ([harmless(value) for value in line] for line in lines))
    encoding = "utf-8-sig"
    while piece := list(islice(rows, AT_ONCE)):
        text = io.StringIO(newline="")
        csv.writer(text).writerows(piece)
        yield text.getvalue().encode(encoding)
        encoding = "utf-8"


def write_csv(heads: Heads, lines: Lines, to: IO[bytes]) -> None:
    """The rows stand in `to` as CSV."""
    to.writelines(csv_pieces(heads, lines))


def write_xlsx(
    heads: Heads, lines: Lines, to: IO[bytes], further: Mapping[str, Lines] | None = None
) -> None:
    """The rows stand in `to` as a workbook: text is never a formula, dates are dates.

    `further` has the rows of more sheets by their names.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet("List")
    sheet.freeze_panes = "A2"
    for number in range(1, len(heads) + 1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTH
    rows = 0
    for line in chain([heads], lines):
        rows += 1
        sheet.append([_cell(WriteOnlyCell(sheet), value) for value in line])
    sheet.auto_filter.ref = f"A1:{get_column_letter(max(len(heads), 1))}{rows}"
    for name, besides in (further or {}).items():
        beside = book.create_sheet(name)
        for line in besides:
            beside.append([_cell(WriteOnlyCell(beside), value) for value in line])
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


def given_out(
    heads: Heads,
    lines: Lines,
    form: str,
    name: str,
    *,
    writers: Mapping[str, Writer] = WRITERS,
) -> StreamingHttpResponse | FileResponse:
    """Return the rows as a file to save, called `name` with its form as the ending.

    CSV goes out row by row as the rows are read; any other form by way of a temporary file.
    """
    name = f"{name}.{form}"
    if form == CSV:
        response = StreamingHttpResponse(csv_pieces(heads, lines), content_type="text/csv")
        response["Content-Disposition"] = content_disposition_header(True, name)
        return response
    to = TemporaryFile()  # noqa: SIM115 - the response closes it
    writers[form](heads, lines, to)
    to.seek(0)
    return FileResponse(to, as_attachment=True, filename=name)


def export(
    shown: Shown,
    form: str,
    *,
    board_key: str,
    by: User,
    at: datetime,
    writers: Mapping[str, Writer] = WRITERS,
) -> StreamingHttpResponse | FileResponse:
    """Return every row that the screen pages through as a file, once each board's log says so.

    `form` is one of `writers`; `board_key` is where a row has the id of its board. What is added
    after the rows were counted for the log, as the log's own entry is, does not leave.
    """
    columns = shown.listing.columns
    by_board = shown.rows.order_by().values_list(board_key)
    counted = list(by_board.annotate(number=Count("pk"), last=Max("pk")))
    _log(shown, form, {board: number for board, number, _last in counted}, by=by, at=at)
    last = max((last for _board, _number, last in counted), default=0)
    rows: Iterator[Row] = shown.rows.filter(pk__lte=last).iterator(chunk_size=2000)
    lines = ([column.value(row) for column in columns] for row in rows)
    name = f"{shown.listing.name.replace(' ', '-')}-{shown.on.isoformat()}"
    return given_out([column.label for column in columns], lines, form, name, writers=writers)


def _log(shown: Shown, form: str, boards: dict[int, int], *, by: User, at: datetime) -> None:
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
