"""Rows of one file turned into entries and problems, each row after the one above it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from chronology.dates import Precision, UnreadableWhen, When, read_when
from chronology.reading.cells import child_seen, is_blank, significance
from chronology.reading.grids import Grid
from chronology.reading.layout import Layout
from chronology.reading.lines import banner_year, is_note, without_more
from chronology.reading.markup import SENTENCES, suspicion
from chronology.reading.rows import Entry, Fate, Problem, Role

_TEXTS = {
    "ref": Role.REF,
    "source": Role.SOURCE,
    "present": Role.PRESENT,
    "child_voice": Role.VOICE,
    "action": Role.ACTION,
    "comment": Role.COMMENT,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row is: everything that entries and problems say of it."""

    key: str
    file: str
    table: str
    row: int

    def problem(self, reason: str, fate: Fate, sentence: str, raw: str = "") -> Problem:
        """Something wrong with this row."""
        return Problem(self.key, self.file, self.table, self.row, reason, fate, sentence, raw)


@dataclass(slots=True)
class Entries:
    """What has been read so far, and what the next row needs of it."""

    scope: tuple[date, date] | None = None
    order: int = 1
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    above: When | None = None
    year: int | None = None
    crosses_are_no: bool = False
    has_times: bool = False
    _known: dict[tuple[object, ...], str] = field(default_factory=dict)
    _reads_on: bool = False

    def add(self, place: Place, row: Sequence[str], layout: Layout) -> None:
        """One row becomes an entry, or a problem says why it does not."""
        cells = _by_role(row, layout)
        self._reads_on = False
        try:
            when = self._when(cells)
        except UnreadableWhen as problem:
            self._reject(place, problem.reason, problem.sentence, cells[Role.DATE])
            return
        self.above = when
        note = is_note((cells[Role.EVENT], cells[Role.REF]))
        if is_blank(cells[Role.EVENT]) and not note:
            self._reject(
                place,
                "empty_event",
                "The row has a date but no event. Write what happened, or take the row out.",
                cells[Role.DATE],
            )
            return
        entry = self._entry(place, when, cells, row, layout, note=note)
        if not note and self._is_known(entry):
            return
        self._reads_on = True
        self.entries.append(entry)
        self.problems.extend(self._flags(place, entry, row))

    def stand_under(self, words: str) -> None:
        """A banner gives its year, or its day, to the rows under it."""
        self.year = banner_year(words) or self.year
        try:
            when = read_when(words)
        except UnreadableWhen:
            return
        if when.precision is Precision.DAY:
            self.above = when

    def carry_on(self, place: Place, row: Sequence[str], layout: Layout) -> bool:
        """The row's text is put to the entry above it; False where there is none to take it."""
        if not self._reads_on or not self.entries:
            return False
        entry = self.entries[-1]
        cells = _by_role(row, layout)
        changes: dict[str, str] = {}
        for name, role in {"event": Role.EVENT, **_TEXTS}.items():
            if (text := cells[role]) and not is_blank(text):
                changes[name] = " ".join(filter(None, (getattr(entry, name), without_more(text))))
        self.entries[-1] = replace(entry, continued_by=(*entry.continued_by, place.row), **changes)
        self.problems.extend(_markup(place, row))
        return True

    def _when(self, cells: Mapping[Role, str]) -> When:
        return read_when(
            cells[Role.DATE],
            cells[Role.TIME],
            cells[Role.END_DATE],
            cells[Role.END_TIME],
            above=self.above,
            order=self.order,
            year=self.year,
            has_times=self.has_times,
        )

    def _reject(self, place: Place, reason: str, sentence: str, raw: str) -> None:
        self.problems.append(place.problem(reason, Fate.REJECT, sentence, raw))

    def _entry(
        self,
        place: Place,
        when: When,
        cells: Mapping[Role, str],
        row: Sequence[str],
        layout: Layout,
        *,
        note: bool,
    ) -> Entry:
        seen = child_seen(cells[Role.SEEN], is_cross_no=self.crosses_are_no)
        return Entry(
            key=place.key,
            file=place.file,
            table=place.table,
            row=place.row,
            when=when,
            event=cells[Role.EVENT],
            child_seen=seen,
            child_seen_from="" if seen is None else "column",
            significance=significance(cells[Role.SIGNIFICANCE])
            if cells[Role.SIGNIFICANCE]
            else None,
            other=_others(row, layout),
            is_note=note,
            **{name: cells[role] for name, role in _TEXTS.items()},
        )

    def _is_known(self, entry: Entry) -> bool:
        """Whether a row says word for word what an earlier one says of the same day and time."""
        told = (
            entry.when.start,
            entry.when.end,
            entry.when.at,
            entry.event,
            entry.source,
            entry.present,
            entry.child_voice,
            entry.action,
            entry.comment,
            entry.child_seen,
            tuple(entry.other.values()),
        )
        if told not in self._known:
            self._known[told] = entry.key
            return False
        place = Place(entry.key, entry.file, entry.table, entry.row)
        sentence = f"The row repeats the one at {self._known[told]} word for word, and is left out."
        self.problems.append(
            place.problem("exact_duplicate_row", Fate.FLAG, sentence, entry.when.raw)
        )
        return True

    def _flags(self, place: Place, entry: Entry, row: Sequence[str]) -> list[Problem]:
        found = _markup(place, row)
        if entry.is_note:
            return found
        when = entry.when
        if self.scope and (when.end < self.scope[0] or when.start > self.scope[1]):
            sentence = "The date lies outside the period under review. Check that it is right."
            found.append(place.problem("out_of_scope", Fate.FLAG, sentence, when.raw))
        if when.is_weekday_wrong:
            sentence = (
                f"{when.start:%-d %B %Y} was a {when.start:%A}. Check the weekday and the date."
            )
            found.append(place.problem("weekday_mismatch", Fate.FLAG, sentence, when.raw))
        return found


class _Cells(dict[Role, str]):
    """Cells by role; a role without a column is a blank cell."""

    def __missing__(self, role: Role) -> str:
        return ""


def _by_role(row: Sequence[str], layout: Layout) -> _Cells:
    return _Cells({role: row[i] for role, i in layout.index.items()})


def _others(row: Sequence[str], layout: Layout) -> dict[str, str]:
    """Cells of columns without a role, by heading; columns beyond the heading by their number."""
    found: dict[str, str] = {}
    if len(row) == len(layout.roles) == len(layout.index):
        return found
    for i, text in enumerate(row):
        if text and (i >= len(layout.roles) or layout.roles[i] is Role.OTHER):
            heading = layout.headings[i] if i < len(layout.headings) else ""
            name = heading or f"column {i + 1}"
            found[name] = f"{found[name]} {text}" if name in found else text
    return found


def _markup(place: Place, row: Sequence[str]) -> list[Problem]:
    for cell in row:
        if cell and ("<" in cell or not cell[0].isalnum() or "cript:" in cell):
            if not (reason := suspicion(cell)):
                continue
            return [place.problem(reason, Fate.FLAG, SENTENCES[reason], cell)]
    return []


def running_order(days: Sequence[date]) -> int:
    """1 where days mostly rise, -1 where they mostly fall."""
    rises = sum(b > a for a, b in zip(days, days[1:], strict=False))
    falls = sum(b < a for a, b in zip(days, days[1:], strict=False))
    return -1 if falls > rises else 1


def swapped_days(entries: Sequence[Entry], places: Mapping[str, Grid]) -> list[Problem]:
    """Days far from both neighbours that would fall between them with day and month swapped."""
    found: list[Problem] = []
    for before, entry, after in zip(entries, entries[1:], entries[2:], strict=False):
        swapped = _swapped(entry.when)
        if swapped is None:
            continue
        low, high = sorted((before.when.start, after.when.start))
        is_far = min(abs(entry.when.start - low), abs(entry.when.start - high)) > timedelta(days=60)
        if is_far and low <= swapped <= high and (high - low) <= timedelta(days=60):
            place = Place(entry.key, entry.file, entry.table, entry.row)
            sentence = (
                f"“{entry.when.raw}” is far from the rows around it; {swapped:%-d %B %Y} would fit "
                "between them. Check whether day and month are swapped."
            )
            found.append(place.problem("swapped_day_month", Fate.FLAG, sentence, entry.when.raw))
    return found


def _swapped(when: When) -> date | None:
    day = when.start
    if when.precision is not Precision.DAY or when.is_same_as_above or day.day > 12:
        return None
    return None if day.day == day.month else date(day.year, day.day, day.month)
