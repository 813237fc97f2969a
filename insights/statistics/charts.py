"""A table drawn as bars. Plain geometry in whole units; the table beside it says the same.

A table with several columns has each bar in as many parts, told apart by their shade, by the
number in each and by a key above them.
"""

from dataclasses import dataclass

from insights.statistics.figures import Figure, Line, Table

LABELS, BARS, NUMBERS = 260, 420, 90  # widths, left to right
ROW, BAR = 34, 22  # heights
WIDTH = LABELS + BARS + NUMBERS
LETTER, SWATCH, GAP = 8, 14, 24  # widths: of one letter on the average, of a shade, between
NARROWEST = 2 * LETTER + 4  # of a part that has its number in it
# Fill and ink: told apart in print without colour too.
SHADES = (
    ("#0f5257", "#ffffff"),
    ("#8fc4c7", "#0b0c0c"),
    ("#4a6d8c", "#ffffff"),
    ("#f3d08a", "#0b0c0c"),
    ("#7a4b12", "#ffffff"),
    ("#d5d8da", "#0b0c0c"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar; `words` stand in it where there is room."""

    x: int
    width: int
    fill: str
    ink: str
    words: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of the table: where the parts of its bar lie and what stands beside it."""

    label: str
    y: int
    text_y: int
    parts: tuple[Part, ...]
    number_x: int
    words: str


@dataclass(frozen=True, slots=True)
class Shade:
    """An entry of the key: what the parts of one shade are."""

    label: str
    fill: str
    x: int
    y: int
    text_x: int
    text_y: int


@dataclass(frozen=True, slots=True)
class Chart:
    title: str
    head: str
    description: str
    height: int
    bars: tuple[Bar, ...]
    key: tuple[Shade, ...] = ()
    width: int = WIDTH
    thickness: int = BAR
    swatch: int = SWATCH


def chart_of(table: Table) -> Chart | None:
    """Return the chart of the table; None where it has nothing to draw or hides a number."""
    numbers = [figure.number for line in table.lines for figure in line.figures]
    longest = max((line.figures[-1].number or 0 for line in table.lines), default=0)
    if not longest or not table.has_percentages or None in numbers:
        return None
    is_divided = len(table.heads) > 1
    key = _key(table.heads[:-1]) if is_divided else ()
    top = max((shade.y for shade in key), default=-ROW) + ROW
    bars = tuple(
        _bar(line, top + ROW * place, longest, is_divided=is_divided)
        for place, line in enumerate(table.lines)
    )
    said = "; ".join(_said(line, table.heads) for line in table.lines)
    head = " and ".join(filter(None, [", ".join(table.heads[:-1]), table.heads[-1].lower()]))
    return Chart(table.title, head, f"{said}.", top + ROW * len(bars), bars, key)


def _key(heads: tuple[str, ...]) -> tuple[Shade, ...]:
    """Return a shade for each head, in as many rows as they need."""
    key, x, y = [], 0, 0
    for place, head in enumerate(heads):
        width = SWATCH + LETTER * (len(head) + 1)
        if x and x + width > WIDTH:
            x, y = 0, y + ROW
        fill = SHADES[place % len(SHADES)][0]
        key.append(Shade(head, fill, x, y + 4, x + SWATCH + LETTER, y + BAR - 6))
        x += width + GAP
    return tuple(key)


def _bar(line: Line, y: int, longest: int, *, is_divided: bool) -> Bar:
    top = y + (ROW - BAR) // 2
    parts, x, number = [], LABELS, 0
    for place, figure in enumerate(line.figures[:-1] if is_divided else line.figures):
        number += figure.number or 0
        end = LABELS + BARS * number // longest
        fill, ink = SHADES[place % len(SHADES)]
        words = str(figure.number) if is_divided and end - x >= NARROWEST else ""
        if end > x:
            parts.append(Part(x, end - x, fill, ink, words))
        x = end
    return Bar(line.label, top, top + BAR - 6, tuple(parts), x + LETTER, _words(line.figures[-1]))


def _words(figure: Figure) -> str:
    number, percent = figure.number or 0, figure.percent
    return f"{number} ({percent} %)" if percent is not None else str(number)


def _said(line: Line, heads: tuple[str, ...]) -> str:
    """Return "Good 2 (40 %)", or of several columns "July 2008: good 2, inadequate 3, all 5"."""
    if len(heads) == 1:
        return f"{line.label} {_words(line.figures[0])}"
    parts = zip(heads, line.figures, strict=True)
    return f"{line.label}: {', '.join(f'{head.lower()} {_words(each)}' for head, each in parts)}"
