"""A table as blocks of a paper: its figures, its chart, and how it was counted."""

from collections.abc import Iterator

from django.template.loader import render_to_string

from insights.papers import Block, Grid, Heading, Picture, Words
from insights.statistics.charts import chart_of
from insights.statistics.figures import Figure, Table


def blocks_of(table: Table, *, level: int = 2) -> Iterator[Block]:
    """Yield the table under a heading; one with nothing in it says so."""
    yield Heading(table.title, level)
    if not table.n and not table.is_suppressed:
        yield Words("Nothing to count in this period.")
        return
    n = table.n or "fewer than 5"
    yield Grid(
        f"{table.title}, counted in {table.unit}, n = {n}",
        ("", *table.heads),
        tuple(
            (line.label, *(spoken(figure, table) for figure in line.figures))
            for line in table.lines
        ),
    )
    if chart := chart_of(table):
        svg = render_to_string(
            "insights/statistics/_chart.html", {"chart": chart, "slug": table.slug}
        )
        yield Picture(svg.strip(), f"{chart.title}: {chart.description}")
    left_out = f" Left out: {table.left_out}. {table.left_out_because}" if table.left_out else ""
    yield Words(f"How this was counted: {table.note}{left_out}")


def spoken(figure: Figure, table: Table) -> str:
    """Return "25 (29 %)", or why there is no number."""
    if figure.number is None:
        return table.missing
    return str(figure.number) if figure.percent is None else f"{figure.number} ({figure.percent} %)"
