"""A table as a file: CSV, Excel or JSON."""

from collections.abc import Iterable, Iterator
from typing import Any

from boards.listing import Value
from insights.statistics.figures import Figure, Table

HIDDEN = "fewer than 5 or hidden with one that is"


def heads_of(table: Table) -> list[str]:
    """Return the heads of the columns: for each its number, and its share where there is one."""
    heads = [table.title]
    for head in table.heads:
        heads += [head, f"{head}, %"] if table.has_percentages else [head]
    return heads


def lines_of(table: Table) -> Iterator[list[Value]]:
    """Yield the rows, then what was counted of how many."""
    for line in table.lines:
        row: list[Value] = [line.label]
        for figure in line.figures:
            row.append(_number(figure, table))
            if table.has_percentages:
                row.append(figure.percent if figure.percent is not None else "")
        yield row
    yield [f"n ({table.unit})", table.n]
    if table.left_out:
        yield [f"Left out: {table.left_out_because}", table.left_out]
    yield [f"How this was counted: {table.note}"]


def _number(figure: Figure, table: Table) -> Value:
    if figure.number is not None:
        return figure.number
    return HIDDEN if table.is_suppressed else table.missing


def under_one_another(
    tables: list[Table], chosen: Iterable[tuple[str, str]]
) -> Iterator[list[Value]]:
    """Yield the lines of all tables; the heads of the first are those of the file.

    What was `chosen` stands last: the period, and what else the tables are narrowed by.
    """
    yield from lines_of(tables[0])
    for table in tables[1:]:
        yield [""]
        yield list(heads_of(table))
        yield from lines_of(table)
    yield [""]
    yield from ([name, said] for name, said in chosen)


def as_data(table: Table) -> dict[str, Any]:
    """Return the table as JSON has it; a hidden number is null."""
    return {
        "table": table.slug,
        "title": table.title,
        "counts": str(table.unit),
        "n": table.n,
        "left_out": table.left_out,
        "left_out_because": table.left_out_because,
        "note": table.note,
        "suppressed": table.is_suppressed,
        "columns": list(table.heads),
        "rows": [
            {
                "label": line.label,
                "figures": [
                    {"column": head, "n": figure.number, "of": figure.of, "percent": figure.percent}
                    for head, figure in zip(table.heads, line.figures, strict=True)
                ],
            }
            for line in table.lines
        ],
    }
