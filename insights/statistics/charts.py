"""A table drawn as bars. Plain geometry in whole units; the table beside it says the same."""

from dataclasses import dataclass

from insights.statistics.figures import Table

LABELS, BARS, NUMBERS = 260, 420, 90  # widths, left to right
ROW, BAR = 34, 22  # heights
WIDTH = LABELS + BARS + NUMBERS


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of the table: where its bar lies and what stands beside it."""

    label: str
    y: int
    text_y: int
    width: int
    number_x: int
    words: str


@dataclass(frozen=True, slots=True)
class Chart:
    title: str
    head: str
    description: str
    height: int
    bars: tuple[Bar, ...]
    left: int = LABELS
    width: int = WIDTH
    thickness: int = BAR


def chart_of(table: Table) -> Chart | None:
    """Return the chart of the table's last column; None where it has nothing to draw."""
    numbers = [line.figures[-1].number for line in table.lines]
    longest = max((number or 0 for number in numbers), default=0)
    if not longest or not table.has_percentages or None in numbers:
        return None
    bars = tuple(
        _bar(place, line.label, line.figures[-1].number or 0, line.figures[-1].percent, longest)
        for place, line in enumerate(table.lines)
    )
    said = ", ".join(f"{bar.label} {bar.words}" for bar in bars)
    return Chart(table.title, table.heads[-1], f"{said}.", ROW * len(bars), bars)


def _bar(place: int, label: str, number: int, percent: int | None, longest: int) -> Bar:
    width = BARS * number // longest
    words = f"{number} ({percent} %)" if percent is not None else str(number)
    top = ROW * place + (ROW - BAR) // 2
    return Bar(label, top, top + BAR - 6, width, LABELS + width + 8, words)
