"""Figures for England as they were published, to be laid beside a board's own."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

OF_A_REGION = ", London"
# The figures that stand under a table, by how their names begin.
BESIDE = {
    "grades": ("SCRs evaluated by Ofsted", "SCRs judged "),
    "completion": ("SCRs completed ", "SCRs that took "),
    "initiated": ("SCRs initiated",),
    "decisions": ("National panel: decisions",),
    "children": (
        "Children covered by evaluated SCRs",
        "Children who died",
        "Children in serious incidents",
    ),
    "known-to-social-care": ("Children known to social care",),
    "in-need": ("Children receiving services as children in need",),
    "on-plan": ("Children with a child protection plan", "Children with a current"),
}
DATA = Path(__file__).parent.parent / "data" / "national_figures.csv"


@dataclass(frozen=True, slots=True)
class NationalFigure:
    """One published number; `period` and `unit` are as the source words them."""

    figure: str
    period: str
    value: str
    unit: str
    source: str

    @property
    def host(self) -> str:
        """Return where the source is to be found, without the rest of its address."""
        return urlsplit(self.source).netloc.removeprefix("www.")


@cache
def national_figures() -> tuple[NationalFigure, ...]:
    """Return every published figure, in the order of the file."""
    with DATA.open(encoding="utf-8", newline="") as lines:
        return tuple(NationalFigure(**row) for row in csv.DictReader(lines))


@cache
def figures_beside(slug: str) -> tuple[NationalFigure, ...]:
    """Return the figures for England that tell of the same as the table with this slug."""
    begins = BESIDE.get(slug, ())
    return tuple(
        each
        for each in national_figures()
        if each.figure.startswith(begins) and OF_A_REGION not in each.figure
    )
