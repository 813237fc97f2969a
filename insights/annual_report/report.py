"""The annual report as blocks of a paper: commentary, tables, charts and what changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from boards.govuk.words import moment_on_paper
from boards.models import Board
from insights.annual_report.sections import SECTIONS, Section
from insights.papers import Block, Grid, Heading, Paper, Words
from insights.statistics.choosing import Period
from insights.statistics.comparing import Change
from insights.statistics.figures import Table
from insights.statistics.glance import Told, told
from insights.statistics.on_paper import blocks_of
from insights.statistics.page import spoken
from insights.statistics.suppressing import HIDDEN_OUTSIDE
from insights.statistics.whole import Statistics
from reviews.models import Review

MARKING = "OFFICIAL"


@dataclass(frozen=True)
class AnnualReport:
    """A board's report of a year. Every review of the board is counted, restricted ones too.

    It is made to be published: small numbers of children are hidden.
    """

    board: Board
    period: Period
    texts: dict[str, str]

    @property
    def title(self) -> str:
        return f"{self.board} annual report, {spoken(self.period)}"

    @property
    def statistics(self) -> Statistics:
        reviews = Review.objects.filter(board=self.board)
        return Statistics(reviews, self.period, hides_small=True)

    @property
    def tables_href(self) -> str:
        """Return the address of the year's tables."""
        return f"{reverse('statistics')}?{urlencode(self._query)}"

    @property
    def _query(self) -> dict[str, Any]:
        return {"from": self.period.first, "to": self.period.last, "board": self.board.slug}

    @property
    def glance(self) -> list[dict[str, str]]:
        """Return the year's first numbers, each with the address of the reviews behind it."""
        return [
            {"number": each.number, "text": each.text, "href": self._behind(each)}
            for each in told(self.statistics.tables)
        ]

    def _behind(self, told_of: Told) -> str:
        query = self._query | {"table": told_of.slug, "key": told_of.key}
        return f"{reverse('statistics-behind')}?{urlencode(query)}"

    def paper(self, *, at: datetime) -> Paper:
        """Return the report with its tables as they are now."""
        statistics = self.statistics
        tables = {table.slug: table for table in statistics.tables}
        blocks = [block for section in SECTIONS for block in self._section(section, tables)]
        blocks += _changes(statistics.beside(self.period.before), self.period.before)
        notes = (
            f"Serious case reviews of {self.board}. Made on {moment_on_paper(at)}.",
            "Each table says whether it counts reviews or children, of how many, and how. "
            + HIDDEN_OUTSIDE,
        )
        return Paper(self.title, str(self.board), MARKING, notes, tuple(blocks))

    def _section(self, section: Section, tables: dict[str, Table]) -> Iterator[Block]:
        """Yield what the board says and its tables; a part with neither is left out."""
        said = self.texts.get(section.slug, "").splitlines()
        if said or section.tables:
            yield Heading(section.title)
        yield from map(Words, said)
        for slug in section.tables:
            yield from blocks_of(tables[slug])


def _changes(beside: list[tuple[Table, list[Change]]], before: Period) -> Iterator[Block]:
    yield Heading(f"What changed since {spoken(before)}")
    for table, changes in beside:
        rows = tuple(
            (
                change.label,
                str(change.before),
                str(change.after),
                change.counts_in_words,
                change.points_in_words,
            )
            for change in changes
        )
        heads = ("", "Before", "Now", "Change in counts", "Change in points")
        yield Grid(table.title, heads, rows)


def year_from(year: int) -> Period:
    """Return the financial year that begins in April of `year`."""
    return Period(date(year, 4, 1), date(year + 1, 3, 31))
