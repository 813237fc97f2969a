"""What the timeline is drawn from: marks, lanes and lines, in units of the drawing."""

from dataclasses import dataclass
from datetime import date

from chronology.agency_marks import Mark

WIDTH, LEFT, LANE, CELL = 1200, 190, 40, 24  # units of the drawing; a target has 24 at least
TOP, FOOT, ROW = 34, 10, 20  # room for the dates above, under the last lane, and for a line's words


@dataclass(frozen=True, slots=True)
class Shape:
    """One mark: `kind` is one, several or range; hollow where no day is certain."""

    kind: str
    x: int
    y: int
    width: int
    count: int
    fill: str
    words: str
    href: str
    is_certain: bool

    @property
    def points(self) -> str:
        """The corners of a diamond around the middle."""
        x, y = self.x, self.y
        return f"{x},{y - 12} {x + 12},{y} {x},{y + 12} {x - 12},{y}"

    @property
    def left(self) -> int:
        return self.x - CELL // 2

    @property
    def top(self) -> int:
        return self.y - CELL // 2

    @property
    def bar(self) -> int:
        return self.y - 5


@dataclass(frozen=True, slots=True)
class Lane:
    """An agency's row of the drawing."""

    mark: Mark
    name: str
    y: int
    shapes: list[Shape]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across all lanes on one day, its words at `foot`: a birth, the incident …"""

    x: int
    words: str
    on: date
    dashes: str
    foot: int

    @property
    def anchor(self) -> str:
        """On which side the words end: in the right half before the line."""
        return "end" if self.x > (LEFT + WIDTH) // 2 else "start"

    @property
    def aside(self) -> int:
        return -6 if self.anchor == "end" else 6
