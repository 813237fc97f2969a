"""Where everything goes on the timeline: a lane for each agency, marks, a scale of dates.

Plain geometry in whole units of the drawing, the same for the same entries, in one pass over them.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
STEPS = (1, 3, 6, 12, 24, 60, 120)
"""Months between two ticks, of which the smallest that leaves room for its label is taken."""


@dataclass(frozen=True, slots=True)
class Span:
    """One entry to draw: an agency's, from one day to another."""

    id: Hashable
    lane: str
    start: date
    end: date
    is_certain: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """One or more entries that begin at the same place: `count` of them, the first few by id."""

    x: int
    width: int
    count: int
    start: date
    end: date
    ids: tuple[Hashable, ...]
    is_certain: bool = True


@dataclass(frozen=True, slots=True)
class Lane:
    """An agency's row: `y` is its middle, `count` how many entries its marks stand for."""

    label: str
    y: int
    count: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    x: int
    label: str
    on: date


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch across all lanes, such as a gap or a period in care."""

    x: int
    width: int
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that the drawing needs. `outside` counts entries that lie before or after it."""

    width: int
    height: int
    first: date
    last: date
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    bands: tuple[Band, ...] = ()
    outside: int = 0


@dataclass(frozen=True, slots=True)
class Scale:
    """Days to places: `first` is at `left`, the day after `last` at `left + width`."""

    first: date
    last: date
    left: int
    width: int

    def x(self, day: date) -> int:
        days = (min(max(day, self.first), self.last + timedelta(1)) - self.first).days
        return self.left + days * self.width // ((self.last - self.first).days + 1)

    def holds(self, span: Span) -> bool:
        return span.start <= self.last and self.first <= span.end


def timeline(
    spans: Iterable[Span],
    *,
    width: int,
    lanes: Sequence[str] = (),
    scope: tuple[date, date] | None = None,
    bands: Iterable[tuple[date, date, str]] = (),
    left: int = 0,
    lane_height: int = 32,
    mark: int = 6,
    label: int = 64,
    ids: int = 20,
) -> Timeline | None:
    """The drawing of the entries, `width` wide; None where there is nothing and no scope.

    Lanes stand in the order given, others after them in the order they first come up. Marks that
    would begin within `mark` units of another join it; `label` is the room a date needs; `ids` how
    many entries a mark names.
    """
    rows = list(spans)
    if not rows and scope is None:
        return None
    first, last = scope or (min(one.start for one in rows), max(one.end for one in rows))
    scale = Scale(first, last, left, max(width - left, 1))
    inside = [one for one in rows if scale.holds(one)]
    drawn = _lanes(_in_cells(inside, lanes, scale, mark), lane_height, scale, mark, ids)
    return Timeline(
        width=width,
        height=lane_height * len(drawn),
        first=first,
        last=last,
        lanes=drawn,
        ticks=ticks(scale, label),
        bands=tuple(_band(scale, *band) for band in bands),
        outside=len(rows) - len(inside),
    )


Cells = dict[int, list[Span]]


def _in_cells(
    spans: Iterable[Span], lanes: Sequence[str], scale: Scale, mark: int
) -> dict[str, Cells]:
    """Each lane's entries by the place, `mark` units wide, in which they begin."""
    cells: dict[str, Cells] = {name: {} for name in lanes}
    for one in spans:
        at = (scale.x(one.start) - scale.left) // mark
        cells.setdefault(one.lane, {}).setdefault(at, []).append(one)
    return cells


def _lanes(
    cells: dict[str, Cells], height: int, scale: Scale, mark: int, ids: int
) -> tuple[Lane, ...]:
    return tuple(
        _lane(name, height * row + height // 2, in_lane, scale, mark, ids)
        for row, (name, in_lane) in enumerate(cells.items())
    )


def ticks(scale: Scale, label: int) -> tuple[Tick, ...]:
    """First days of months, no closer than `label`; a year alone where ticks are years."""
    months = (scale.last.year - scale.first.year) * 12 + scale.last.month - scale.first.month + 1
    room = max(scale.width // max(label, 1), 1)
    step = next((step for step in STEPS if months <= step * room), STEPS[-1])
    start = scale.first.year * 12 + scale.first.month - 1
    start += -start % step + (step if start % step == 0 and scale.first.day > 1 else 0)
    return tuple(
        Tick(scale.x(on), _tick_label(on, step), on)
        for month in range(start, scale.last.year * 12 + scale.last.month, step)
        if (on := date(month // 12, month % 12 + 1, 1)) <= scale.last
    )


def _tick_label(on: date, step: int) -> str:
    return str(on.year) if step >= 12 else f"{MONTHS[on.month - 1]} {on.year}"


def _lane(name: str, y: int, cells: Cells, scale: Scale, mark: int, ids: int) -> Lane:
    marks = tuple(_mark(cells[cell], cell, scale, mark, ids) for cell in sorted(cells))
    return Lane(name, y, sum(one.count for one in marks), marks)


def _mark(together: list[Span], cell: int, scale: Scale, mark: int, ids: int) -> Mark:
    x = scale.left + cell * mark
    end = max(one.end for one in together)
    return Mark(
        x=x,
        width=max(scale.x(end + timedelta(1)) - x, mark),
        count=len(together),
        start=min(one.start for one in together),
        end=end,
        ids=tuple(one.id for one in together[:ids]),
        is_certain=all(one.is_certain for one in together),
    )


def _band(scale: Scale, start: date, end: date, label: str) -> Band:
    x = scale.x(start)
    return Band(x, max(scale.x(end) - x, 1), label)
