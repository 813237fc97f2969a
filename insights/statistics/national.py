"""Figures for England as they were published, to be laid beside a board's own."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

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
