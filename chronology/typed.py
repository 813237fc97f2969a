"""Cells as they are typed → what the chronology takes of them, and what is to be mended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from boards.govuk.words import on_paper
from chronology.columns import Column
from chronology.dates import UnreadableWhen, When, read_when
from chronology.reading.rows import Role

NOTE_MARKS = ("#", "^", "¬", "~")
UNTIMED = 24 * 60
YES, NO = frozenset({"yes", "y", "seen"}), frozenset({"no", "n", "not seen"})
SIGNIFICANCE = {"high": 3, "medium": 2, "low": 1, "3": 3, "2": 2, "1": 1, "h": 3, "m": 2, "l": 1}
# The field of an entry that each role fills as it stands, and how long it may be.
TEXTS: dict[str, tuple[str, int]] = {
    Role.REF: ("ref", 60),
    Role.SOURCE: ("source", 500),
    Role.EVENT: ("event", 20_000),
    Role.PRESENT: ("present", 1000),
    Role.VOICE: ("child_voice", 20_000),
    Role.ACTION: ("action", 20_000),
    Role.COMMENT: ("comment", 20_000),
}
LONGEST: dict[str, int] = {role: longest for role, (_field, longest) in TEXTS.items()} | {
    Role.DATE: 120,
    Role.END_DATE: 120,
    Role.TIME: 60,
    Role.END_TIME: 60,
    Role.OTHER: 5000,
}
DATES = (Role.DATE, Role.TIME, Role.END_DATE, Role.END_TIME)
SAME_DAY = "Enter the date: typed rows are sorted, so that “as above” would lose its meaning."


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
    """Return the text of the columns asked for, without what no database keeps."""
    return {c.name: cells.get(c.name, "").replace("\x00", "").strip() for c in columns}


def checked(
    cells: Mapping[str, str],
    columns: Sequence[Column],
    *,
    from_on: date | None = None,
    to_on: date | None = None,
) -> Checked:
    """Return what the chronology takes of a row, and what is wrong in which cell."""
    found = Checked()
    is_note = cells.get(Role.SOURCE, "").startswith(NOTE_MARKS)
    for column in columns:
        if sentence := _fault(column, cells.get(column.name, ""), is_note=is_note):
            found.problems[column.name] = sentence
    when = _when(cells, found)
    if when and from_on and to_on and (when.end < from_on or when.start > to_on):
        found.remarks[Role.DATE] = (
            f"This lies outside the period of the review, {on_paper(from_on)} to "
            f"{on_paper(to_on)}. Check the date, or leave it if it matters."
        )
    if when and cells.get(Role.EVENT) and not _too_long(cells, columns):
        found.facts = _facts(cells, columns, when) | {"is_note": is_note}
    return found


def _fault(column: Column, text: str, *, is_note: bool) -> str:
    longest = LONGEST.get(column.role, 200)
    if len(text) > longest:
        return f"{column.heading} must be {longest:,} characters or fewer"
    if not text:
        is_exempt = is_note and column.role not in {Role.DATE, Role.EVENT}
        missing = column.is_compulsory and not is_exempt and column.role != Role.DATE
        return f"Enter {column.heading.lower()}: it must be filled in" if missing else ""
    if column.role == Role.SEEN and text.lower() not in YES | NO:
        return "Write yes or no, or leave it empty where the record does not say"
    if column.role == Role.SIGNIFICANCE and text.lower() not in SIGNIFICANCE:
        return "Write high, medium or low, or leave it empty"
    return ""


def _too_long(cells: Mapping[str, str], columns: Sequence[Column]) -> bool:
    return any(len(cells.get(c.name, "")) > LONGEST.get(c.role, 200) for c in columns)


def _when(cells: Mapping[str, str], found: Checked) -> When | None:
    """Return when it happened; what cannot be read is a problem of the cell that it is in."""
    raw = [cells.get(role, "") for role in DATES]
    if not raw[0]:
        found.problems[Role.DATE] = SAME_DAY
        return None
    try:
        when = read_when(*raw)
    except UnreadableWhen as unreadable:
        is_end = unreadable.reason == "end_before_start" and raw[2]
        found.problems[Role.END_DATE if is_end else Role.DATE] = unreadable.sentence
        return None
    if raw[1] and not when.time_precision:
        found.problems[Role.TIME] = "Write a time of day, like 14:30, 2.30pm or morning"
    return when


def _facts(cells: Mapping[str, str], columns: Sequence[Column], when: When) -> dict[str, Any]:
    texts = {name: cells.get(role, "") for role, (name, _longest) in TEXTS.items()}
    seen = cells.get(Role.SEEN, "").lower()
    child_seen = True if seen in YES else False if seen in NO else None
    return texts | {
        "date_start": when.start,
        "date_end": when.end,
        "precision": when.precision.value,
        "date_raw": when.raw,
        "is_uncertain": when.is_uncertain,
        "time": when.at,
        "time_end": when.until,
        "time_precision": when.time_precision.value,
        "time_raw": when.time_raw,
        "minute": when.at.hour * 60 + when.at.minute if when.at else UNTIMED,
        "child_seen": child_seen,
        "child_seen_from": "" if child_seen is None else "column",
        "significance": SIGNIFICANCE.get(cells.get(Role.SIGNIFICANCE, "").lower()),
        "other": {c.heading: cells[c.name] for c in columns if c.role == Role.OTHER},
    }
