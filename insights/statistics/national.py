"""Figures for England as they were published, to be laid beside a board's own."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from boards.govuk.words import MONTHS

MONTH_OR_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)(-(?P<day>\d\d))?(?!\d)")
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
    """One published number; `period` and `unit` are as the file has them."""

    figure: str
    period: str
    value: str
    unit: str
    source: str

    @property
    def spoken(self) -> str:
        """Return the number with its unit: "1 review", "25 %", "7 reviews of 147"."""
        if self.unit.startswith("percent"):
            return f"{self.value}\N{NO-BREAK SPACE}%{self.unit.removeprefix('percent')}"
        unit = self.unit
        if self.value == "1" and " of " not in unit:
            unit = unit.removesuffix("s")
        return _spoken(self.value) if unit.startswith("date") else f"{self.value} {unit}"

    @property
    def spoken_period(self) -> str:
        """Return "April 2007 to July 2008", "2009-10", "2018 on"."""
        first, _, last = self.period.partition("..")
        if not last:
            return _spoken(first, alone=True)
        return f"{_spoken(first)} to {_spoken(last)}"

    @property
    def host(self) -> str:
        """Return where the source is to be found, without the rest of its address."""
        return urlsplit(self.source).netloc.removeprefix("www.")


def _spoken(part: str, *, alone: bool = False) -> str:
    """Return "April 2007" for "2007-04"; a year of two, as "2009-10" alone, stays as it is."""
    found = MONTH_OR_DAY.match(part)
    if not found or (alone and not _is_a_month(found)):
        return part
    day, month, year = found["day"], MONTHS[int(found["month"]) - 1], found["year"]
    said = f"{int(day)} {month} {year}" if day else f"{month} {year}"
    return said + part[found.end() :]


def _is_a_month(found: re.Match[str]) -> bool:
    """Return whether "2009-01" means January and not the financial year, as "2009-10" does."""
    return int(found["month"]) != (int(found["year"]) + 1) % 100 or bool(found["day"])


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
