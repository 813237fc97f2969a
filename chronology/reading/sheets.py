"""Workbooks (.xlsx, .xlsm, .xls, .ods): every sheet, cells as text, dates as 2009-05-22."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from io import BytesIO

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from chronology.reading.grids import Grid, cleaned
from chronology.reading.markup import suspicion
from chronology.reading.rows import Unreadable

Formulas = dict[tuple[int, int], str]


def _moment(value: datetime) -> str:
    return value.isoformat(" ", "minutes").removesuffix(" 00:00")


def _number(value: float) -> str:
    minutes = value * 1440
    if 0 < value < 1 and abs(minutes - round(minutes)) < 1e-6:
        return f"{round(minutes) // 60:02}:{round(minutes) % 60:02}"
    return str(int(value)) if value.is_integer() else repr(value)


def _length(value: timedelta) -> str:
    minutes = round(value.total_seconds() / 60) % 1440
    return f"{minutes // 60:02}:{minutes % 60:02}"


_AS_TEXT: dict[type, Callable[..., str]] = {
    str: cleaned,
    float: _number,
    int: str,
    bool: lambda value: "Yes" if value else "No",
    datetime: _moment,
    date: date.isoformat,
    time: lambda value: value.strftime("%H:%M"),
    timedelta: _length,
}


def grids(content: bytes, formulas: dict[str, Formulas] | None = None) -> list[Grid]:
    """Every sheet; sheets that are hidden are marked so."""
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        found = [
            _grid(workbook, sheet.name, is_hidden=sheet.visible is not SheetVisibleEnum.Visible)
            for sheet in workbook.sheets_metadata
            if sheet.typ is SheetTypeEnum.WorkSheet
        ]
    except PasswordError as locked:
        raise Unreadable(
            "The workbook is locked with a password. Save it without one and send it again."
        ) from locked
    except (CalamineError, ValueError, OSError) as broken:
        raise Unreadable(
            "The workbook is damaged. Open it in Excel, save it again and send the new copy."
        ) from broken
    for grid in found:
        _put_formulas(grid, (formulas or {}).get(grid.table, {}))
    return found


def _put_formulas(grid: Grid, formulas: Formulas) -> None:
    """A formula stands where a cell shows nothing of it, or would set something off."""
    for (row, column), text in formulas.items():
        if not suspicion(text) and not _is_empty(grid, row, column):
            continue
        while len(grid.rows) <= row:
            grid.rows.append([])
        cells = grid.rows[row]
        cells.extend([""] * (column + 1 - len(cells)))
        cells[column] = text


def _is_empty(grid: Grid, row: int, column: int) -> bool:
    return row >= len(grid.rows) or column >= len(grid.rows[row]) or not grid.rows[row][column]


def _grid(workbook: CalamineWorkbook, name: str, *, is_hidden: bool) -> Grid:
    sheet = workbook.get_sheet_by_name(name)
    as_text = _AS_TEXT
    rows = [
        [
            value.strip() if type(value) is str and value.isascii() else as_text[type(value)](value)
            for value in row
        ]
        for row in sheet.to_python(skip_empty_area=False)
    ]
    grid = Grid(name, rows, "{table}!R{row}", is_hidden=is_hidden, title=name)
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        grid.merged.update((row, left) for row in range(top + 1, min(bottom + 1, len(rows))))
        if right > left == 0 and top < len(rows) and right >= _last_filled(rows[top]):
            grid.spanned.add(top)
    return grid


def _last_filled(row: list[str]) -> int:
    return max((i for i, text in enumerate(row) if text), default=0)
