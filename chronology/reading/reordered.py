"""Headings further down a table: the rows under them are put in the order of the first."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from chronology.reading.grids import Grid
from chronology.reading.headings import heading_scores, is_like_heading, plain_heading
from chronology.reading.roles import is_date
from chronology.reading.rows import Role

_LONGEST, _FEWEST = 70, 3


def in_one_order(grid: Grid, headings: Sequence[str], after: int) -> tuple[str, ...]:
    """The headings, with those that only a later heading row has after them.

    Rows under a heading row that names its columns in another order, or by other words, stand in
    the columns of the first afterwards, and that heading row says what the first one says.
    """
    headings = tuple(headings)
    later = [*_later_headings(grid, headings, after)]
    for row, end in pairwise([*later, len(grid.rows)]):
        headings = _reorder(grid, headings, row, end)
    return headings


def _later_headings(grid: Grid, headings: Sequence[str], after: int) -> Iterator[int]:
    first = next((i for i, heading in enumerate(headings) if heading), 0)
    rows = grid.rows
    name, first_row = headings[first], [*headings]
    for number, row in enumerate(rows[after + 1 :], start=after + 1):
        # Most rows begin with nothing, a number, a day or a long text: no more is asked of those.
        if first >= len(row) or (cell := row[first]) < "A" or len(cell) > _LONGEST:
            continue
        if cell == name and row == first_row:
            continue
        above = rows[number - 1]
        is_apart = len(above) - above.count("") < 2 or cell in headings
        if not is_apart or number in grid.spanned:
            continue
        if (
            _names_columns(row, headings)
            and not _is_first_again(row, headings)
            and _is_over_date(grid, number)
        ):
            yield number


def _names_columns(row: Sequence[str], headings: Sequence[str]) -> bool:
    """Whether a row has names of columns alone, of a date and of an event among them."""
    told = [cell for cell in row if cell]
    if len(told) < _FEWEST or any(map(is_date, told)):
        return False
    if not all(cell in headings or is_like_heading(cell) for cell in told):
        return False
    roles = [_role_of(cell) for cell in told]
    return Role.DATE in roles and Role.EVENT in roles


def _is_first_again(row: Sequence[str], headings: Sequence[str]) -> bool:
    names = [plain_heading(heading) for heading in headings]
    same = [i for i, cell in enumerate(row) if cell and plain_heading(cell) in names[i : i + 1]]
    return len(same) * 2 >= len([*filter(None, row)])


def _is_over_date(grid: Grid, number: int) -> bool:
    """Whether a date stands where the row says that dates do, in the first full row below."""
    row = grid.rows[number]
    date_at = next(i for i, cell in enumerate(row) if _role_of(cell) is Role.DATE)
    below = (row for row in grid.rows[number + 1 :] if len([*filter(None, row)]) > 1)
    first = next(below, [])
    return date_at < len(first) and is_date(first[date_at])


def _role_of(heading: str) -> Role:
    """What a heading's words alone say most."""
    scores = heading_scores(heading)
    return max(scores, key=scores.__getitem__, default=Role.OTHER)


def _reorder(grid: Grid, headings: tuple[str, ...], number: int, end: int) -> tuple[str, ...]:
    row = grid.rows[number]
    to: dict[int, int] = {}
    for is_same in (_is_same_name, _is_same_role):
        for i, cell in enumerate(row):
            free = (n for n in range(len(headings)) if n not in to.values())
            if cell and i not in to:
                found = next((n for n in free if is_same(cell, headings[n])), None)
                to |= {} if found is None else {i: found}
    for i, cell in enumerate(row):
        if i not in to:
            to[i] = _room(grid, headings, number, to)
            headings = (*headings[: to[i]], cell, *headings[to[i] + 1 :])
    is_event_first = _role_of(row[0]) is Role.EVENT
    for below in range(number + 1, end):
        cells = grid.rows[below]
        is_title = not any(cells[1:]) and not is_event_first
        if below not in grid.spanned and not is_title:
            grid.rows[below] = _put(cells, to, len(headings))
    grid.rows[number] = [*headings]
    return headings


def _room(grid: Grid, headings: Sequence[str], end: int, to: Mapping[int, int]) -> int:
    """A column that nothing names and nothing stands in so far, or one more."""
    for n, heading in enumerate(headings):
        rows = grid.rows[:end]
        if not heading and n not in to.values() and not any(row[n : n + 1] > [""] for row in rows):
            return n
    return len(headings)


def _put(cells: Sequence[str], to: dict[int, int], width: int) -> list[str]:
    found = [""] * width
    for i, cell in enumerate(cells):
        if i in to:
            found[to[i]] = cell
        else:
            found.append(cell)
    return found


def _is_same_name(one: str, other: str) -> bool:
    return plain_heading(one) == plain_heading(other)


def _is_same_role(one: str, other: str) -> bool:
    role = _role_of(one)
    return role is not Role.OTHER and role is _role_of(other)
