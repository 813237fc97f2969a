"""A row that a file brought in, as the cells in which its agency puts it right on line.

It is checked by the reader that checks typed rows. What a person leaves as it is stays as it was
read, though the row be no longer below the one that gave it its date or its year.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chronology.columns import SEEN, SIGNIFICANCE, Column, usual
from chronology.dates import UnreadableWhen, When, read_when
from chronology.models.entry import Entry
from chronology.models.integration import Integration
from chronology.reading.rows import Role
from chronology.receiving.stored import OF_WHEN, but_for_place
from chronology.typed import Checked, checked, cleaned

TEXTS = {
    Role.REF: "ref",
    Role.SOURCE: "source",
    Role.EVENT: "event",
    Role.PRESENT: "present",
    Role.VOICE: "child_voice",
    Role.ACTION: "action",
    Role.COMMENT: "comment",
}
TELLS_WHEN = (Role.DATE, Role.TIME, Role.END_DATE, Role.END_TIME)
FLAGS_OF_WHEN = frozenset({"out_of_scope", "weekday_mismatch"})
Cells = Mapping[str, str]


@dataclass(slots=True)
class Filed:
    """A row of a file: the columns to put right, and the text in each, by the column's name."""

    entry: Entry
    columns: list[Column]
    cells: dict[str, str]

    @classmethod
    def of(cls, entry: Entry, integration: Integration) -> "Filed":
        """Return the row with the columns that the board asks for, and whatever else it holds."""
        columns = integration.asked
        texts = _texts(entry, columns)
        asked = {column.name for column in columns}
        more = [role for role in Role if texts.get(role) and role not in asked]
        columns += [usual(role) for role in more]
        columns += [Column(Role.OTHER, heading) for heading in _headings(entry, columns)]
        own = {f"{Role.OTHER}-{heading}": str(text) for heading, text in entry.other.items()}
        texts = own | texts
        return cls(entry, columns, cleaned(texts, columns))

    def told(self, sent: Cells) -> dict[str, str]:
        """Return all cells as they are now sent; what was not sent stays."""
        return cleaned(self.cells | dict(sent), self.columns)

    def is_changed(self, cells: Cells) -> bool:
        return cells != self.cells

    def checked(self, cells: Cells, *, scope: Any = None) -> Checked:
        """Return what the chronology would take of the row, and what is wrong in which cell."""
        keeps_when = all(cells.get(role, "") == self.cells.get(role, "") for role in TELLS_WHEN)
        columns, read = self._lenient(), dict(cells)
        if keeps_when:
            read |= {role: "" for role in TELLS_WHEN if role in read}
        if keeps_when or self._is_borrowed(cells):
            read[Role.DATE] = f"{self.entry.date_start:%d/%m/%Y}"
        untouched = {name for name, text in self.cells.items() if cells[name] == text}
        found = checked(read, columns, number=self.entry.row or 0, scope=scope, untouched=untouched)
        if keeps_when:
            for said in (found.problems, found.remarks):
                for role in TELLS_WHEN:
                    said.pop(role, None)
        if found.facts is not None:
            found.facts = self._facts(found.facts, keeps_when=keeps_when)
        return found

    def _facts(self, facts: dict[str, Any], *, keeps_when: bool) -> dict[str, Any]:
        """Return the fields of the entry that it would have, but for its place."""
        if keeps_when:
            flags = FLAGS_OF_WHEN.intersection(self.entry.flags)
            flags |= set(facts["flags"]) - FLAGS_OF_WHEN
            facts |= {name: getattr(self.entry, name) for name in OF_WHEN}
            facts["flags"] = sorted(flags)
        return but_for_place(facts)

    def _is_borrowed(self, cells: Cells) -> bool:
        """Return whether the date's words are as they were, and say nothing without other rows."""
        entry = self.entry
        is_the_same = cells.get(Role.DATE) == self.cells.get(Role.DATE)
        return is_the_same and (entry.is_same_as_above or entry.is_year_inferred)

    def _lenient(self) -> list[Column]:
        """Return the columns; what the file left empty may stay empty, but for date and event."""
        must = (Role.DATE, Role.EVENT)
        return [
            Column(
                c.role, c.heading, c.is_compulsory and (bool(self.cells[c.name]) or c.role in must)
            )
            for c in self.columns
        ]


def _texts(entry: Entry, columns: Sequence[Column]) -> dict[str, str]:
    """Return {column name: text} of all but the columns that are kept by their heading alone."""
    texts: dict[str, str] = {role: getattr(entry, name) for role, name in TEXTS.items()}
    alone = _read_alone(entry)
    day_of_end = f"{entry.date_end:%d/%m/%Y}" if entry.date_end != entry.date_start else ""
    texts[Role.DATE], texts[Role.TIME] = entry.date_raw, entry.time_raw
    texts[Role.END_DATE] = "" if alone and alone.end == entry.date_end else day_of_end
    is_told = alone is not None and alone.until == entry.time_end
    texts[Role.END_TIME] = "" if is_told or not entry.time_end else f"{entry.time_end:%H:%M}"
    headings = {column.role: column.heading for column in columns}
    chosen = SEEN.get(entry.child_seen) if entry.child_seen_from == "column" else None
    level = SIGNIFICANCE.get(entry.significance)
    for role, said in ((Role.SEEN, chosen), (Role.SIGNIFICANCE, level)):
        texts[role] = said or str(entry.other.get(headings.get(role), ""))
    return texts


def _read_alone(entry: Entry) -> When | None:
    """Return what its date and time say by themselves."""
    try:
        return read_when(entry.date_raw, entry.time_raw)
    except UnreadableWhen:
        return None


def _headings(entry: Entry, columns: Sequence[Column]) -> list[str]:
    """Return the headings of what it holds besides, but for those that stand among the columns."""
    there = {c.heading for c in columns if c.role in (Role.SEEN, Role.SIGNIFICANCE, Role.OTHER)}
    return [heading for heading in entry.other if heading not in there]
