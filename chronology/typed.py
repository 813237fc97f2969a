"""Cells as they are typed → what the chronology takes of them, and what is to be mended.

A row is read by the very reader that reads files, so that it is checked no more and no less.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from chronology.columns import Column
from chronology.reading.cells import child_seen, says_nothing, significance
from chronology.reading.entries import Entries, Place
from chronology.reading.layout import Layout
from chronology.reading.rows import Fate, Role
from chronology.receiving.stored import clean, entry_fields, revived

LONGEST = 20_000  # characters a cell
LONGEST_BY_ROLE: dict[str, int] = {
    Role.DATE: 120,
    Role.END_DATE: 120,
    Role.TIME: 60,
    Role.END_TIME: 60,
    Role.REF: 60,
    Role.SOURCE: 500,
}
NO_DATE = "Enter the date: typed rows are sorted, so that “as above” would lose its meaning"
CELL_OF: dict[str, Role] = {
    "empty_event": Role.EVENT,
    "end_before_start": Role.END_DATE,
    "out_of_scope": Role.DATE,
    "weekday_mismatch": Role.DATE,
}


@dataclass(slots=True)
class Checked:
    """What a row gives: `facts` are an entry's fields, None while it cannot be taken.

    `problems` and `remarks` are {column name: sentence}: what is to be mended, and what is worth
    a second look.
    """

    facts: dict[str, Any] | None = None
    problems: dict[str, str] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)


def cleaned(cells: Mapping[str, str], columns: Sequence[Column]) -> dict[str, str]:
    """Return the text of the columns asked for, such that every database keeps it."""
    texts = {c.name: clean(cells.get(c.name, "")) for c in columns}
    return {name: text.replace("\r\n", "\n").strip() for name, text in texts.items()}


def checked(
    cells: Mapping[str, str],
    columns: Sequence[Column],
    *,
    number: int,
    scope: tuple[date, date] | None = None,
    untouched: Collection[str] = (),
) -> Checked:
    """Return what the chronology takes of a row, and what is wrong in which cell.

    `untouched` are the names of columns whose cells came as they are, and may be of any length.
    """
    found = Checked()
    too_long = _check_lengths(cells, [c for c in columns if c.name not in untouched], found)
    reader = Entries(scope=scope)
    reader.add(_place(number), [cells[c.name] for c in columns], _layout(columns))
    for problem in reader.problems:
        said = found.problems if problem.fate is Fate.REJECT else found.remarks
        said.setdefault(_cell_of(problem.reason, cells), _sentence(problem, cells))
    entry = next(iter(reader.entries), None)
    if entry and not too_long:
        flags = [problem.reason for problem in reader.problems]
        found.facts = revived(clean(entry_fields(entry, number, flags)))
    if entry and cells.get(Role.TIME) and not entry.when.time_precision:
        found.remarks[Role.TIME] = "No time of day was understood: it is kept as text"
    _check_filled(cells, columns, found, is_note=bool(entry and entry.is_note))
    return found


def _place(number: int) -> Place:
    return Place(f"online#R{number}", "online", "online", number)


def _layout(columns: Sequence[Column]) -> Layout:
    headings = tuple(column.heading for column in columns)
    return Layout.of((), headings, [Role(column.role) for column in columns])


def _cell_of(reason: str, cells: Mapping[str, str]) -> str:
    """Return the name of the column that the problem is about."""
    role = CELL_OF.get(reason)
    if role is Role.END_DATE and not cells.get(Role.END_DATE):
        role = Role.DATE
    is_about_the_date = role is None and ("date" in reason or "when" in reason)
    return Role.DATE if is_about_the_date else role or Role.EVENT


def _sentence(problem: Any, cells: Mapping[str, str]) -> str:
    is_missing = _cell_of(problem.reason, cells) == Role.DATE and not cells.get(Role.DATE)
    return NO_DATE if is_missing else problem.sentence


def _check_lengths(cells: Mapping[str, str], columns: Sequence[Column], found: Checked) -> bool:
    """Say which cells are too long; return whether any is."""
    for column in columns:
        longest = LONGEST_BY_ROLE.get(column.role, LONGEST)
        if len(cells[column.name]) > longest:
            found.problems[column.name] = (
                f"{column.heading} must be {longest:,} characters or fewer"
            )
    return bool(found.problems)


def _check_filled(
    cells: Mapping[str, str], columns: Sequence[Column], found: Checked, *, is_note: bool
) -> None:
    """Say which cells are missing, and which say nothing that the portal understands."""
    for column in columns:
        text = cells[column.name]
        if not text and column.is_compulsory and not is_note:
            sentence = f"{column.heading}: it must be filled in"
            found.problems.setdefault(column.name, sentence)
        elif column.role == Role.SEEN and not says_nothing(text) and child_seen(text) is None:
            found.remarks[column.name] = "Neither yes nor no was understood: it is kept as text"
        elif column.role == Role.SIGNIFICANCE and text and significance(text) is None:
            found.remarks[column.name] = "Neither high, medium nor low was understood"
