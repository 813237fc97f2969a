"""Every table of a choice of reviews and a period, and the reviews behind each number."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from insights.statistics import deciding
from insights.statistics.children import Kinds, cohort_of, kinds_of
from insights.statistics.choosing import Period
from insights.statistics.comparing import Change, compare
from insights.statistics.deciding import DECIDED, INITIATED
from insights.statistics.facts import Facts, exact, facts_of
from insights.statistics.figures import Table
from insights.statistics.grading import GRADES_GIVEN
from insights.statistics.measures import EVERY, InPeriod
from insights.statistics.suppressing import suppressed
from insights.statistics.timing import COMPLETION
from insights.statistics.topics import TOPICS, Topic
from reviews.models import Review
from reviews.statutory import NoGuidance, guidance_on

COMPARED = (GRADES_GIVEN, COMPLETION, INITIATED, DECIDED)


@dataclass
class Statistics:
    """The tables of these reviews in a period; `hides_small` as they may leave the board."""

    reviews: QuerySet[Review]
    period: Period
    guidance: str = ""
    hides_small: bool = False

    @cached_property
    def facts(self) -> list[Facts]:
        found = facts_of(self.reviews)
        if not self.guidance:
            return found
        return [facts for facts in found if governing(facts) == self.guidance]

    @cached_property
    def now(self) -> InPeriod:
        return self._in(self.period)

    @cached_property
    def children(self) -> Kinds:
        """Return the children of the reviews that were concluded in the period."""
        return kinds_of(self.reviews, cohort_of(self.facts, self.period.first, self.period.last))

    @cached_property
    def tables(self) -> list[Table]:
        """Return every table in the order in which they are shown."""
        return [table for topic in TOPICS for table in self.tables_of(topic)]

    def tables_of(self, topic: Topic) -> list[Table]:
        tables = [measure.table(self._counted(topic)) for measure in topic.measures]
        return [suppressed(table) for table in tables] if self.hides_small else tables

    def _counted(self, topic: Topic) -> InPeriod | Kinds:
        return self.children if topic.counts_children else self.now

    def behind(self, slug: str, key: str) -> list[int] | None:
        """Return the ids of the reviews that a number of a table counts; None: no such table."""
        for topic in TOPICS:
            for measure in topic.measures:
                if measure.slug == slug:
                    return measure.behind(self._counted(topic), key)
        return None

    @staticmethod
    def label_of(table: Table, key: str) -> str:
        """Return the words of the row and of the column that the key stands for."""
        for line in table.lines:
            for head, figure in zip(table.heads, line.figures, strict=True):
                if figure.key == key:
                    return f"{line.label}, {head.lower()}" if len(table.heads) > 1 else line.label
        return "all" if key == EVERY else "left out"

    def beside(self, then: Period) -> list[tuple[Table, list[Change]]]:
        """Return the tables that are compared with those of another period."""
        before = self._in(then)
        return [
            (table := measure.table(self.now), compare(measure.table(before), table))
            for measure in COMPARED
        ]

    def _in(self, period: Period) -> InPeriod:
        return InPeriod(self.facts, period.first, period.last)


def governing(facts: Facts) -> str:
    """Return the guidance that the review follows: pinned, or in force at the decision."""
    if facts.pinned:
        return facts.pinned
    day = exact(deciding.decided_on(facts))
    try:
        return guidance_on(day).slug if day else ""
    except NoGuidance:
        return ""
