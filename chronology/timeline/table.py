"""The timeline in words and numbers, for whoever does not see the drawing."""

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from boards.govuk.words import MONTHS, counted, on_paper
from chronology.agency_marks import Mark
from chronology.gaps import Contact, spans

Href = Callable[[str, date, date], str]


@dataclass(frozen=True, slots=True)
class Count:
    """How many entries an agency has in a year or a month, and where they are listed."""

    head: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """An agency: its entries by year or month, all of them, and its longest silence."""

    mark: Mark
    counts: list[Count]
    total: int
    silence: str


def heads_of(years: Iterable[int], year: int | None) -> list[str]:
    """Return the months of the year, or the years where none was chosen."""
    return list(MONTHS) if year else [str(each) for each in years]


def lines_of(
    contacts: Iterable[Contact],
    agencies: Sequence[tuple[str, Mark]],
    years: Iterable[int],
    year: int | None,
    href: Href,
) -> list[Line]:
    """Return a line for each agency; an entry counts in the month in which it begins."""
    groups: dict[str, list[Contact]] = defaultdict(list)
    for contact in contacts:
        if year is None or contact.start.year == year:
            groups[contact.agency].append(contact)
    periods = _months(year) if year else [(date(y, 1, 1), date(y, 12, 31)) for y in years]
    dated = list(zip(heads_of(years, year), periods, strict=True))
    return [_line(groups[pk], pk, mark, dated, href) for pk, mark in agencies]


def _months(year: int) -> list[tuple[date, date]]:
    return [(date(year, m, 1), date(year, m, monthrange(year, m)[1])) for m in range(1, 13)]


def _line(
    group: list[Contact],
    agency: str,
    mark: Mark,
    periods: list[tuple[str, tuple[date, date]]],
    href: Href,
) -> Line:
    by_start = Counter((one.start.year, one.start.month) for one in group)
    counts = [
        Count(head, _within(by_start, first, last), href(agency, first, last))
        for head, (first, last) in periods
    ]
    longest = spans(group, longest=1)
    silence = "None between two entries"
    if longest:
        days, start = counted(longest[0].days, "day"), on_paper(longest[0].start)
        silence = f"{days}, from {start}"
    return Line(mark, counts, len(group), silence)


def _within(by_start: Counter[tuple[int, int]], first: date, last: date) -> int:
    months = range(first.month, last.month + 1)
    return sum(by_start[first.year, month] for month in months)
