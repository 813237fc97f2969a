"""Dates in parts: day, month and year in columns of their own, or a day that heads its rows."""

import re
from collections.abc import Sequence

from chronology.reading.grids import Grid
from chronology.reading.headings import plain_heading
from chronology.reading.roles import is_date

DATE_ABOVE = "Date above the rows"
_LEAST = 2
_WHOLE = re.compile(
    r"(?:19|20)\d\d|\d ?[./-] ?\w{1,9} ?[./-] ?'?\d\d(?!\d)|[a-z]{3},? ?'?\d\d(?!\d)", re.I
)
_PART = re.compile(r"^.+ (?=(?:day|month|year)$)")
_YEAR = re.compile(r"(?:19|20)\d\d")


def join_parts(grid: Grid, headings: Sequence[str], after: int) -> None:
    """Where a year has a column of its own, it is put to the days beside it, and so is a month."""
    names = [_without_group(plain_heading(heading)) for heading in headings]
    if "year" not in names or not (days := [i for i, name in enumerate(names) if _is_day(name)]):
        return
    parts = [names.index(name) for name in ("month", "year") if name in names]
    above = [""] * len(parts)
    for row in grid.rows[after + 1 :]:
        told = [row[i] if i < len(row) else "" for i in parts]
        above = [cell or last for cell, last in zip(told, above, strict=True)]
        if not _YEAR.fullmatch(above[-1]) or days[0] >= len(row) or not row[days[0]]:
            continue
        if not told[-1] and not any(map(str.isdigit, row[days[0]])):
            continue
        if not _WHOLE.search(row[days[0]]):
            row[days[0]] = " ".join(filter(None, (row[days[0]], *above)))


def _without_group(name: str) -> str:
    """A part's own name, where the name of its group stands before it: when day, date year."""
    return _PART.sub("", name)


def _is_day(name: str) -> bool:
    return name == "day" or name.startswith("date")


def days_head_rows(grid: Grid, after: int) -> bool:
    """Whether days stand alone in rows that head the ones below them."""
    alone = [told for row in grid.rows[after + 1 :] if len(told := [*filter(None, row)]) == 1]
    return sum(is_date(cells[0]) for cells in alone) >= _LEAST
