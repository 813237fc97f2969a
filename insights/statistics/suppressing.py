"""Small numbers that tell of children or families are not shown to who sits on no board of theirs.

A hidden number must not follow from the others: where one number of a row or a column is hidden,
the next smallest is hidden too.
"""

from dataclasses import replace

from insights.statistics.figures import Figure, Line, Table, Unit

HIDDEN_OUTSIDE = (
    "Numbers under 5 of children, and of reviews by theme or by parallel proceedings, are hidden, "
    "as is what would tell them."
)
FEWEST = 5  # the smallest number of children that is shown; nought tells nothing of anybody


def suppressed(table: Table) -> Table:
    """Return the table as it may leave the board; one of the work on reviews is as it was."""
    if table.unit is not Unit.CHILDREN and not table.tells_of_families:
        return table
    numbers = [[figure.number or 0 for figure in line.figures] for line in table.lines]
    hidden = {
        (y, x) for y, row in enumerate(numbers) for x, number in enumerate(row) if _is_small(number)
    }
    if not hidden:
        return table
    while more := _exposed(numbers, hidden):
        hidden |= more
    lines = tuple(
        Line(line.label, tuple(_shown(f, (y, x) in hidden) for x, f in enumerate(line.figures)))
        for y, line in enumerate(table.lines)
    )
    return replace(table, lines=lines, n=0 if _is_small(table.n) else table.n, is_suppressed=True)


def _is_small(number: int) -> bool:
    return 0 < number < FEWEST


def _shown(figure: Figure, is_hidden: bool) -> Figure:
    return Figure(None) if is_hidden else figure


def _exposed(numbers: list[list[int]], hidden: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return what must be hidden as well: the smallest left where a sum would tell the one hidden.

    The last column holds the sums of the rows, and the sum of a column is the whole outcome.
    """
    more = set()
    height, width = len(numbers), len(numbers[0])
    runs = [[(y, x) for x in range(width)] for y in range(height)]
    if height > 1:
        runs += [[(y, x) for y in range(height)] for x in range(width)]
    for run in runs:
        gone = [at for at in run if at in hidden]
        left = [at for at in run if at not in hidden and numbers[at[0]][at[1]]]
        if len(gone) == 1 and left:
            more.add(min(left, key=lambda at: numbers[at[0]][at[1]]))
    return more
