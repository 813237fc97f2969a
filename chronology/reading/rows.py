"""What was read from one file: entries, problems row by row, and what was passed over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from chronology.dates import When


class Role(StrEnum):
    """What a column is for, whatever its heading says."""

    REF = "ref"
    DATE = "date"
    TIME = "time"
    END_DATE = "end_date"
    END_TIME = "end_time"
    SOURCE = "source"
    EVENT = "event"
    PRESENT = "present"
    SEEN = "seen"
    VOICE = "voice"
    ACTION = "action"
    COMMENT = "comment"
    SIGNIFICANCE = "significance"
    OTHER = "other"


class Fate(StrEnum):
    """What becomes of a row with a problem."""

    REJECT = "reject"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something is wrong with a row: `reason` is a slug, `sentence` says how to mend it.

    `cells` is {role: text} of the row as it stands, so that a person can put it right.
    """

    key: str
    file: str
    table: str
    row: int
    reason: str
    fate: Fate
    sentence: str
    raw: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)


_NOTHING: Mapping[str, str] = {}


class Entry(NamedTuple):
    """One row of an agency's chronology, text as it was written.

    `key` is the row's position: `police.docx#T2R14` (table, row), `police.xlsx#Chronology!R9`
    (sheet, row), `police.csv#R31` (record; blank lines count). All positions are 1-based.
    `child_seen` is None where nothing is said; `child_seen_from` is "column" or "". A named tuple:
    thousands are made of one file, and each in a fifth of the time that a frozen dataclass takes.
    """

    key: str
    file: str
    table: str
    row: int
    when: When
    event: str
    ref: str = ""
    source: str = ""
    present: str = ""
    child_seen: bool | None = None
    child_seen_from: str = ""
    child_voice: str = ""
    action: str = ""
    comment: str = ""
    significance: int | None = None
    other: Mapping[str, str] = _NOTHING
    is_note: bool = False
    continued_by: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A heading as it stands in the file, and what it was taken for."""

    heading: str
    role: Role
    sample: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with entries: where it is, its heading row, its columns in order."""

    table: str
    heading_row: int
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A row or whole table that is no entry, and why: preamble, heading, blank, glossary …"""

    table: str
    row: int | None
    kind: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a file holds. Every row of it is an entry, a problem or passed over.

    `doubts` are remarks on entries that are taken as they stand: a day and month that may be
    swapped, a time that no clock shows. `period` is what the file says that it covers.
    """

    file: str
    tables: tuple[Table, ...]
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    passed_over: tuple[PassedOver, ...]
    doubts: tuple[Problem, ...] = ()
    period: tuple[date, date] | None = None


class Unreadable(Exception):
    """Nothing can be read of the file; the message is a sentence that says why and what to do.

    `tables` are those with headings that may be a chronology, once a person says what they mean.
    """

    def __init__(self, sentence: str, tables: tuple[Table, ...] = ()) -> None:
        super().__init__(sentence)
        self.tables = tables
