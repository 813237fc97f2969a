"""Every table, by what it tells of, in the order in which they are shown."""

from dataclasses import dataclass
from typing import Any, Protocol

from insights.statistics.children import CHILD_MEASURES
from insights.statistics.deciding import DECIDED, DURATIONS, EXTENDED, INITIATED
from insights.statistics.figures import Table
from insights.statistics.grading import BY_BOARD, BY_QUARTER, GRADES_GIVEN
from insights.statistics.headings import BY_HEADING
from insights.statistics.parallel import PARALLEL
from insights.statistics.themes import THEMES
from insights.statistics.timing import BEGUN, BY_GUIDANCE, COMPLETION, COMPLETION_BY_START


class Counted(Protocol):
    """What makes one table of reviews or of children, and knows who is behind its numbers."""

    @property
    def slug(self) -> str: ...

    def table(self, of: Any, /) -> Table: ...

    def behind(self, of: Any, key: str, /) -> list[int] | None: ...


@dataclass(frozen=True, slots=True)
class Topic:
    """Tables that are read together, all of reviews or all of children."""

    slug: str
    name: str
    measures: tuple[Counted, ...]
    counts_children: bool = False


TOPICS = (
    Topic("grades", "Ofsted's grades", (GRADES_GIVEN, BY_BOARD, BY_QUARTER, BY_HEADING)),
    Topic(
        "time",
        "Time taken",
        (COMPLETION, COMPLETION_BY_START, BY_GUIDANCE, BEGUN, DURATIONS),
    ),
    Topic("decisions", "Decisions and learning", (INITIATED, DECIDED, EXTENDED, PARALLEL, THEMES)),
    Topic("children", "Children", CHILD_MEASURES, counts_children=True),
)
