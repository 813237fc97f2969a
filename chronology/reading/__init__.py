"""Agencies' chronology files, read into entries: Word tables, spreadsheets, comma-separated text."""

from chronology.reading.read import read
from chronology.reading.roles import propose_roles
from chronology.reading.rows import (
    Column,
    Entry,
    Fate,
    PassedOver,
    Problem,
    Reading,
    Role,
    Table,
    Unreadable,
)

__all__ = [
    "Column",
    "Entry",
    "Fate",
    "PassedOver",
    "Problem",
    "Reading",
    "Role",
    "Table",
    "Unreadable",
    "propose_roles",
    "read",
]
