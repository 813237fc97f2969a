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
from insights.filters import boards_seen
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
from insights.statistics.glance import told
from insights.statistics.national import NationalFigure, figures_beside, national_figures
from insights.statistics.suppressing import HIDDEN_OUTSIDE
from insights.statistics.topics import TOPICS, Topic
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
    national: tuple[NationalFigure, ...] = ()


@dataclass(frozen=True, slots=True)
class Laid:
    """A row in two periods, with the addresses of the reviews behind each of its numbers."""

    change: Change
    before_href: str
    now_href: str


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
    def spoken_choice(self) -> list[tuple[str, str]]:
        """Return what the tables are of, for a file that leaves without its address."""
        said = [("Period", self.spoken_period)]
        said += [
            (self._filter(name).label, self._filter(name).spoken(value))
            for name in ("board", "region", "guidance")
            if (value := self.chosen.values.get(name))
        ]
        if not self.chosen.values.get("board"):
            boards = boards_seen(self.user)
            said.append(("Boards", boards[0].name if len(boards) == 1 else f"{len(boards)} boards"))
        if self.statistics.hides_small:
            said.append(("Hidden", HIDDEN_OUTSIDE))
        return said

    @property
    def spoken_compared(self) -> str:
        return spoken(self.compared) if self.compared else ""

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
    def whole_href(self) -> str:
        return self.chosen.href(topic=None)

    @property
    def back_href(self) -> str:
        return reverse("statistics") + self.chosen.href()

    @cached_property
    def topics(self) -> list[tuple[Topic, list[Table]]]:
        """Return the tables that the address asks for, by topic; all of them without one."""
        wanted = self.chosen.values["topic"]
        return [
            (topic, self.statistics.tables_of(topic))
            for topic in TOPICS
            if wanted in (None, "", topic.slug)
        ]

    @property
    def chosen_tables(self) -> list[Table]:
        return [table for _, tables in self.topics for table in tables]

    @cached_property
    def tables(self) -> list[Shown]:
        return [self._shown(table) for table in self.chosen_tables]

    hidden_outside = HIDDEN_OUTSIDE

    @property
    def is_whole(self) -> bool:
        return len(self.topics) > 1

    @property
    def is_narrowed(self) -> bool:
        """Return whether the address says more than what the tables tell of."""
        return any(each.name != "topic" for each in self.chosen.chosen)

    @property
    def spoken_topic(self) -> str:
        return "All statistics" if self.is_whole else f"Statistics: {self.topics[0][0].name}"

    @property
    def ways(self) -> list[dict[str, object]]:
        """Return the topics to choose from, the one that is shown marked."""
        chosen = self.chosen.values["topic"] or ""
        choices = [("", "All tables"), *((topic.slug, topic.name) for topic in TOPICS)]
        return [
            {"name": name, "href": self.chosen.href(topic=slug or None), "here": slug == chosen}
            for slug, name in choices
        ]

    @property
    def glance(self) -> list[dict[str, str]]:
        found = told(self.chosen_tables)
        return [
            {"number": t.number, "text": t.text, "href": self._behind(t.slug, t.key)} for t in found
        ]

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
            figures_beside(table.slug),
        )

    def _cell(self, table: Table, head: str, figure: Figure) -> dict[str, object]:
        href = self._behind(table.slug, figure.key) if figure.number and figure.key else ""
        missing = table.missing
        return {
            "head": head,
            "missing": missing,
            "number": figure.number,
            "percent": figure.percent,
            "href": href,
        }

    def _behind(self, slug: str, key: str, **other: str | None) -> str:
        return reverse("statistics-behind") + self.chosen.href(table=slug, key=key, **other)

    @cached_property
    def changes(self) -> list[tuple[Table, list[Laid]]]:
        """Return the tables that are compared, each row with the lists behind its numbers."""
        if self.compared is None:
            return []
        shown = {table.slug for table in self.chosen_tables}
        then = {
            "from": self.compared.first.isoformat(),
            "to": self.compared.last.isoformat(),
            "then_from": None,
            "then_to": None,
        }
        return [
            (table, [self._laid(table, change, then) for change in changes])
            for table, changes in self.statistics.beside(self.compared)
            if table.slug in shown
        ]

    def _laid(self, table: Table, change: Change, then: dict[str, str | None]) -> Laid:
        return Laid(
            change,
            self._behind(table.slug, change.key, **then) if change.before else "",
            self._behind(table.slug, change.key) if change.after else "",
        )

    @property
    def national(self) -> tuple[NationalFigure, ...]:
        return national_figures()


def spoken(period: Period) -> str:
    return f"{on_paper(period.first)} to {on_paper(period.last)}"
