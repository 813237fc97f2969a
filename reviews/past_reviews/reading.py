"""A board's CSV file becomes rows of text. Standard library only; nothing is interpreted here."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reviews.past_reviews.decoding import UnreadableFile, decode

COLUMNS = (
    "lscb",
    "region",
    "review_name",
    "incident_kind",
    "children",
    "incident_on",
    "lscb_notified_on",
    "decision_on",
    "decision",
    "panel_chair_appointed_on",
    "agencies",
    "overview_completed_on",
    "submitted_to_ofsted_on",
    "evaluated_on",
    "grade",
    "resubmitted_on",
    "reevaluated_on",
    "regrade",
    "published_on",
    "known_to_social_care",
    "child_protection_plan",
    "source",
)
OF_AN_EXTENSION = ("extended_to", "reason", "authority")  # of completion; a file may lack them
DELIMITERS = ",;\t"
KNOWN = (*COLUMNS, *OF_AN_EXTENSION)
MOST_COLUMNS = 60
MOST_ROWS = 2_000
LONGEST_CELL = 2_000  # characters
SHOWN = 5  # how many names a message lists


@dataclass(frozen=True)
class Row:
    """A line of the spreadsheet: its number there (the headings are row 1) and its cells' text.

    `complaint` says why the cells could not be laid under the headings; then there are none.
    """

    number: int
    cells: dict[str, str]
    complaint: str = ""


@dataclass(frozen=True)
class Sheet:
    """The rows of a file that are not blank, and what was odd about the file as a whole."""

    rows: tuple[Row, ...]
    warnings: tuple[str, ...]


def read(content: bytes) -> Sheet:
    """Return the rows of a CSV file; raises UnreadableFile with a sentence that says what to do."""
    text, warnings = decode(content)
    lines = _lines(text, _delimiter(text))
    try:
        headings = _headings(next(lines, []))
        rows = tuple(_rows(lines, headings))
    except csv.Error as error:
        raise UnreadableFile(
            f"The file could not be read as CSV ({error}). A quotation mark may not be closed: "
            "export the sheet to CSV again."
        ) from error
    if not rows:
        raise UnreadableFile("The file has headings but no rows: add a row for each review.")
    return Sheet(rows, warnings)


def _lines(text: str, delimiter: str) -> Iterator[list[str]]:
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    return ([cell.strip() for cell in line] for line in lines)


def _delimiter(text: str) -> str:
    """Return the delimiter that finds most of the expected headings in the first line."""
    first = text.lstrip().split("\n", 1)[0]
    return max(DELIMITERS, key=lambda mark: len({*map(_plain, first.split(mark))} & {*COLUMNS}))


def _plain(heading: str) -> str:
    """Return "Review name" as review_name."""
    return "_".join(heading.strip().strip('"').lower().replace("-", " ").split())


def _headings(line: list[str]) -> list[str]:
    headings = [_plain(cell) for cell in line]
    while headings and not headings[-1]:
        headings.pop()
    if len(headings) > MOST_COLUMNS:
        raise UnreadableFile(
            f"The file has {len(headings):,} columns and {len(COLUMNS)} are expected: export the "
            "sheet with the reviews alone."
        )
    complaints = [
        f"{what} {_some(names)}"
        for what, names in (
            ("It lacks", [name for name in COLUMNS if name not in headings]),
            ("It has unknown columns:", [name for name in headings if name not in KNOWN]),
            ("It has twice:", [name for name, n in Counter(headings).items() if n > 1]),
        )
        if names
    ]
    if complaints:
        raise UnreadableFile(
            "The first row of the file has to name the columns. "
            f"{'. '.join(complaints)}. The columns are: {', '.join(COLUMNS)}; and where completion "
            f"was extended: {', '.join(OF_AN_EXTENSION)}."
        )
    return headings


def _some(names: list[str]) -> str:
    quoted = [name[:40] or "a column without a name" for name in names]
    left_out = len(quoted) - SHOWN
    return ", ".join(quoted[:SHOWN]) + (f" and {left_out} more" if left_out > 0 else "")


def _rows(lines: Iterator[list[str]], headings: list[str]) -> Iterator[Row]:
    for number, line in enumerate(lines, start=2):
        if number > MOST_ROWS + 1:
            raise UnreadableFile(
                f"The file has more than {MOST_ROWS:,} rows: divide it into smaller files."
            )
        if any(line):
            yield _row(number, line, headings)


def _row(number: int, line: list[str], headings: list[str]) -> Row:
    while len(line) > len(headings) and not line[-1]:
        line.pop()
    if len(line) != len(headings):
        return Row(
            number,
            {},
            f"The row has {len(line)} cells and there are {len(headings)} columns. Put a cell "
            "with a comma in quotation marks, and leave unknown cells empty.",
        )
    too_long = [name for name, cell in zip(headings, line, strict=True) if len(cell) > LONGEST_CELL]
    if too_long:
        return Row(number, {}, f"{too_long[0]} is longer than {LONGEST_CELL:,} characters.")
    return Row(number, dict(zip(headings, line, strict=True)))
