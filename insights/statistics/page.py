"""The statistics as one address asks for them, for one person."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.http import QueryDict
from django.urls import reverse

from boards.govuk.words import on_paper
from boards.listing import Filter, Narrowed
from boards.models import Board, User
from boards.roles import Chair, Manager
from insights.statistics.charts import Chart, chart_of
from insights.statistics.choosing import (
    Period,
    compared_period,
    filters_for,
    is_outside,
    period_of,
    reviews_for,
)
from insights.statistics.comparing import Change
from insights.statistics.figures import Figure, Table
from insights.statistics.national import NationalFigure, national_figures
from insights.statistics.whole import Statistics


@dataclass(frozen=True, slots=True)
class Shown:
    """A table with the address of each number's list, its files and its chart."""

    table: Table
    rows: list[tuple[str, list[dict[str, object]]]]
    chart: Chart | None
    csv_href: str
    xlsx_href: str
    left_out_href: str


class Page:
    """What the address asks for; what it cannot mean is left out, with a notice."""

    def __init__(self, user: User, address: QueryDict, *, on: date) -> None:
        self.user, self.on = user, on
        self.chosen = Narrowed(filters_for(user), address)
        self.period = period_of(self.chosen, on=on)
        self.compared = compared_period(self.chosen, self.period)

    @cached_property
    def board(self) -> Board | None:
        return Board.objects.filter(slug=self.chosen.values.get("board") or "").first()

    @cached_property
    def statistics(self) -> Statistics:
        reviews = reviews_for(self.user)
        for name in ("board", "region"):
            if self.chosen.values.get(name):
                reviews = self._filter(name).narrow(reviews, self.chosen.values[name])
        return Statistics(
            reviews,
            self.period,
            guidance=self.chosen.values["guidance"] or "",
            hides_small=is_outside(self.user, self.board),
        )

    def _filter(self, name: str) -> Filter:
        return next(each for each in self.chosen.filters if each.name == name)

    @property
    def spoken_period(self) -> str:
        return spoken(self.period)

    @property
    def spoken_compared(self) -> str:
        return spoken(self.compared)

    @property
    def may_report(self) -> bool:
        return self.user.has_role(Manager, Chair)

    @property
    def csv_href(self) -> str:
        return self.chosen.href(format="csv")

    @property
    def xlsx_href(self) -> str:
        return self.chosen.href(format="xlsx")

    @property
    def back_href(self) -> str:
        return reverse("statistics") + self.chosen.href()

    @cached_property
    def tables(self) -> list[Shown]:
        return [self._shown(table) for table in self.statistics.tables]

    def _shown(self, table: Table) -> Shown:
        return Shown(
            table,
            [
                (
                    line.label,
                    [
                        self._cell(table, head, figure)
                        for head, figure in zip(table.heads, line.figures, strict=True)
                    ],
                )
                for line in table.lines
            ],
            chart_of(table),
            self.chosen.href(table=table.slug, format="csv"),
            self.chosen.href(table=table.slug, format="xlsx"),
            self._behind(table.slug, "left_out") if table.left_out else "",
        )

    def _cell(self, table: Table, head: str, figure: Figure) -> dict[str, object]:
        href = self._behind(table.slug, figure.key) if figure.number and figure.key else ""
        missing = "hidden" if table.is_suppressed else "too few"
        return {
            "head": head,
            "missing": missing,
            "number": figure.number,
            "percent": figure.percent,
            "href": href,
        }

    def _behind(self, slug: str, key: str) -> str:
        return reverse("statistics-behind") + self.chosen.href(table=slug, key=key)

    @cached_property
    def changes(self) -> list[tuple[Table, list[Change]]]:
        return self.statistics.beside(self.compared)

    @property
    def national(self) -> tuple[NationalFigure, ...]:
        return national_figures()


def spoken(period: Period) -> str:
    return f"{on_paper(period.first)} to {on_paper(period.last)}"
