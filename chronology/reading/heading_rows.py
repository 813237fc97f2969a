"""Where a table's heading is: one row or several, by its words or by the dates under it."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from chronology.reading.grids import Grid
from chronology.reading.headings import heading_scores, is_like_heading
from chronology.reading.roles import is_date
from chronology.reading.rows import Role

_DEEPEST_HEADING = 60
_SHORTEST_EVENT = 15
_LONGEST = 110  # no heading has a longer cell


def _heading_score(row: Sequence[str]) -> float:
    told = [cell for cell in row if cell]
    if len(told) < 2 or max(map(len, told)) > _LONGEST or any(map(is_date, told)):
        return 0.0
    fits = [cell for cell in told if is_like_heading(cell)]
    if len(fits) < 2 or len(fits) * 2 < len(told):
        return 0.0
    roles = {role for cell in fits for role in heading_scores(cell)}
    return (
        len(fits) + 2 * (Role.DATE in roles) + (Role.EVENT in roles) - 0.5 * (len(told) - len(fits))
    )


def heading_row(grid: Grid) -> int | None:
    """The row that names the columns, by its words or by the dates under it."""
    best, found = 2.5, None
    for i, row in enumerate(grid.rows[:_DEEPEST_HEADING]):
        if i in grid.spanned:
            continue
        if found is not None and _is_dated_under(grid.rows[found], row):
            break
        score = _heading_score(row)
        if score > best:
            best, found = score, i
    return found if found is not None else _row_over_dates(grid)


def _is_dated_under(heading: Sequence[str], row: Sequence[str]) -> bool:
    """Whether a row tells an event, and its date where the heading says that dates stand."""
    dates = (
        i
        for i, cell in enumerate(row[: len(heading)])
        if cell and Role.DATE in heading_scores(heading[i]) and is_date(cell)
    )
    return max(map(len, row), default=0) > _SHORTEST_EVENT and next(dates, None) is not None


def _row_over_dates(grid: Grid) -> int | None:
    """A row of short words in its own words, over a column of dates."""
    for i, row in enumerate(grid.rows[:_DEEPEST_HEADING]):
        told = [cell for cell in row if cell]
        if i in grid.spanned or len(told) < 2:
            continue
        if any(len(cell) > 60 or any(c.isdigit() for c in cell) for cell in told):
            if any(is_date(cell) for cell in told):
                return None
            continue
        below = grid.rows[i + 1 : i + 21]
        for column, cell in enumerate(row):
            dates = [line[column] for line in below if column < len(line) and line[column]]
            if cell and len(dates) > 1 and sum(map(is_date, dates)) * 3 >= len(dates) * 2:
                return i
    return None


def second_rows(grid: Grid, row: int, width: int) -> tuple[int, ...]:
    """A heading of several rows: groups above, or the rest of the words below."""
    above, below = row - 1, row + 1
    rows = [row]
    if above >= 0 and above not in grid.spanned and _heads(grid, row, above, width):
        rows.insert(0, above)
    if below < len(grid.rows) and below not in grid.spanned and _heads(grid, row, below, width):
        rows.append(below)
    return tuple(rows)


def _heads(grid: Grid, heading: int, other: int, width: int) -> bool:
    """Whether a row beside the heading row is part of the heading."""
    row, beside = grid.rows[heading], grid.rows[other]
    if _is_part_of_heading(beside, width) or (other > heading and _counts_columns(beside)):
        return True
    return _carries_on(row, beside) if other > heading else _completes(row, beside)


def _counts_columns(row: Sequence[str]) -> bool:
    """Whether a row numbers the columns: (1), (2), (3) or A, B, C."""
    told = [*filter(None, row)]
    return len(told) > 1 and len({*told}) == len(told) and all(map(_NUMBER.fullmatch, told))


def _carries_on(row: Sequence[str], below: Sequence[str]) -> bool:
    """Whether the words below are the ends of the headings above: of contact, taken, (if known)."""
    told = [i for i, cell in enumerate(below) if cell]
    return bool(told) and all(i < len(row) and row[i] and _ENDING.fullmatch(below[i]) for i in told)


def _completes(row: Sequence[str], above: Sequence[str]) -> bool:
    """Whether the words above name the columns that the heading row leaves without a name."""
    told = [cell for cell in above if cell]
    if _groups(told) and len(told) == len(row):
        return True
    both = [*map(any, zip_longest(row, above, fillvalue=""))]
    is_short = all(len(cell) < 40 and not any(c.isdigit() for c in cell) for cell in told)
    return len(told) > 1 and is_short and all(both) and not all(row)


def _groups(names: Sequence[str]) -> bool:
    """Whether names stand over several columns each, as When, When, What, What do."""
    is_short = all(len(name) < 40 and not any(c.isdigit() for c in name) for name in names)
    dates = sum(Role.DATE in heading_scores(name) for name in dict.fromkeys(names))
    return is_short and 1 < len({*names}) < len(names) and dates == 1


def _is_part_of_heading(row: Sequence[str], width: int) -> bool:
    told = [cell for cell in row if cell]
    if not told or (len(told) < 2 and row[0]):
        return False
    fits = sum(is_like_heading(cell) or bool(_HINT.fullmatch(cell)) for cell in told)
    is_short = all(len(cell) < 40 and not any(c.isdigit() for c in cell) for cell in told)
    return fits == len(told) and is_short and (len(told) > 1 or width > 2)


_ENDING = re.compile(
    r"(?:of|and|or|by|for|from|in|to|with|the|taken|seen|happened|involved|present|made|recorded|"
    r"known|required|agreed|information|number|feelings|views|wishes|child|children|[(/&])"
    r"(?![a-z])[^\d]{0,25}|\([^()]{2,24}\)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[).]?", re.IGNORECASE)
_HINT = re.compile(r"\(.{2,30}\)|y ?/ ?n|dd/mm/(?:yy)+|hh:mm|day|month|year", re.IGNORECASE)


def joined(grid: Grid, rows: Sequence[int], width: int) -> tuple[str, ...]:
    """The words of all rows of the heading, column by column."""
    found = []
    rows = [row for row in rows if not _counts_columns(grid.rows[row])]
    for column in range(width):
        words = [grid.rows[row][column] for row in rows if column < len(grid.rows[row])]
        found.append(" ".join(dict.fromkeys(word for word in words if word)))
    return tuple(found)
