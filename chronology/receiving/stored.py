"""What was read of a file, as JSON: entries by the names of the model's fields."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from chronology.models.entry import UNTIMED
from chronology.models.entry import Entry as Kept
from chronology.reading.rows import Entry, Fate, Problem, Reading, Role, Table
from chronology.receiving.order import sequences

Stored = dict[str, Any]
LONGEST_SENTENCE = 500
PLACE = frozenset({"key", "table", "row", "sequence"})  # where a row stands: not what it says
OF_WHEN = (
    "date_start",
    "date_end",
    "precision",
    "date_raw",
    "is_uncertain",
    "is_same_as_above",
    "is_year_inferred",
    "time",
    "time_end",
    "time_precision",
    "time_raw",
    "minute",
)
UNREAD = (
    *OF_WHEN,
    "ref",
    "source",
    "event",
    "present",
    "child_voice",
    "action",
    "comment",
    "significance",
    "other",
    "is_note",
    "flags",
)
DOUBT = "doubt"  # the fate of a row that is taken as it stands, with a remark


def as_json(reading: Reading) -> Stored:
    """Return all of the reading, keys without the file's name, text such that it can be kept."""
    order = sequences(reading.entries)
    flags: dict[str, list[str]] = {}
    for problem in reading.problems:
        if problem.fate == Fate.FLAG:
            flags.setdefault(problem.key, []).append(problem.reason)
    return clean(
        {
            "tables": [table_fields(table) for table in reading.tables],
            "entries": [
                entry_fields(entry, number, flags.get(entry.key, []))
                | {"key": position(reading.file, entry.key)}
                for number, entry in zip(order, reading.entries, strict=True)
            ],
            "problems": [problem_fields(reading.file, one) for one in reading.problems]
            + [_remark_fields(reading.file, one) for one in reading.doubts],
            "passed_over": [
                {"table": one.table, "row": one.row, "kind": one.kind}
                for one in reading.passed_over
            ],
        }
    )


def of_tables_alone(tables: Iterable[Table]) -> Stored:
    """Return what is known of a file whose headings a person has to explain first."""
    empty: Stored = {"entries": [], "problems": [], "passed_over": []}
    return clean(empty | {"tables": [table_fields(table) for table in tables]})


def table_fields(table: Table) -> Stored:
    return {
        "table": table.table,
        "heading_row": table.heading_row,
        "columns": [
            {"heading": c.heading, "role": str(c.role), "sample": list(c.sample)}
            for c in table.columns
        ],
    }


def position(file: str, key: str) -> str:
    """Return where a row stands inside its file: T2R14, Chronology!R9, R31."""
    return key.removeprefix(f"{file}#")


def problem_fields(file: str, problem: Problem) -> Stored:
    """Return what is wrong. A row that is taken has its cells as an entry, all but its end."""
    kept = problem.cells if problem.fate == Fate.REJECT else {}
    ends = {role: problem.cells.get(role, "") for role in (Role.END_DATE, Role.END_TIME)}
    kept = kept or {role: text for role, text in ends.items() if text}
    return {
        "key": position(file, problem.key),
        "table": problem.table,
        "row": problem.row,
        "reason": problem.reason,
        "fate": str(problem.fate),
        "sentence": problem.sentence[:LONGEST_SENTENCE],
        "raw": problem.raw,
        "cells": {str(role): text for role, text in kept.items()},
    }


def _remark_fields(file: str, remark: Problem) -> Stored:
    """Return what is remarked on, with the cells that it is about: the entry has the others."""
    cells = {str(role): text for role, text in remark.cells.items()}
    return problem_fields(file, remark) | {"fate": DOUBT, "cells": cells}


def entry_fields(entry: Entry, number: int, flags: list[str]) -> Stored:
    """Return the fields of the model's entry; `sequence` keeps the order of the file."""
    when = entry.when
    return {
        "table": entry.table,
        "row": entry.row,
        "date_start": when.start.isoformat(),
        "date_end": when.end.isoformat(),
        "precision": str(when.precision),
        "date_raw": when.raw,
        "is_uncertain": when.is_uncertain,
        "is_same_as_above": when.is_same_as_above,
        "is_year_inferred": when.is_year_inferred,
        "time": when.at.isoformat() if when.at else None,
        "time_end": when.until.isoformat() if when.until else None,
        "time_precision": str(when.time_precision),
        "time_raw": when.time_raw,
        "minute": when.at.hour * 60 + when.at.minute if when.at else UNTIMED,
        "sequence": number,
        "ref": entry.ref,
        "source": entry.source,
        "event": entry.event,
        "present": entry.present,
        "child_seen": entry.child_seen,
        "child_seen_from": entry.child_seen_from,
        "child_voice": entry.child_voice,
        "action": entry.action,
        "comment": entry.comment,
        "significance": entry.significance,
        "other": dict(entry.other),
        "is_note": entry.is_note,
        "flags": sorted(set(flags)),
    }


def revived(stored: Stored) -> Stored:
    """Return the fields with days and times as such."""
    return stored | {
        "date_start": date.fromisoformat(stored["date_start"]),
        "date_end": date.fromisoformat(stored["date_end"]),
        "time": time.fromisoformat(stored["time"]) if stored["time"] else None,
        "time_end": time.fromisoformat(stored["time_end"]) if stored["time_end"] else None,
    }


def but_for_place(fields: Stored) -> Stored:
    """Return what a row says, without where it stands."""
    return {name: value for name, value in fields.items() if name not in PLACE}


def unread(entry: Kept) -> Stored:
    """Return what an entry of the model says, but for its place, as it was when it was read."""
    is_marked = entry.child_seen_from == "column"
    said = {name: getattr(entry, name) for name in UNREAD}
    return unrevived(said) | {
        "child_seen": entry.child_seen if is_marked else None,
        "child_seen_from": "column" if is_marked else "",
    }


def unrevived(fields: Stored) -> Stored:
    """Return the fields with days and times as JSON has them."""
    days = ("date_start", "date_end", "time", "time_end")
    return fields | {name: fields[name].isoformat() if fields[name] else None for name in days}


def clean(value: Any) -> Any:
    """Return text that every database keeps: a NUL is shown by its sign, half a character by �."""
    if isinstance(value, str):
        if value.isascii() and "\x00" not in value:
            return value
        shown = value.replace("\x00", "␀")
        return shown.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    if isinstance(value, dict):
        return {clean(name): clean(inside) for name, inside in value.items()}
    return [clean(inside) for inside in value] if isinstance(value, list) else value
