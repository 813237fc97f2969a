"""Rows of one file turned into entries and problems, each row after the one above it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import pairwise
from typing import Any, NamedTuple

from chronology.dates import Precision, UnreadableWhen, When, newest_year, read_by_itself, read_when
from chronology.reading.cells import (
    LONGEST_LEFT,
    child_seen,
    is_blank,
    is_untold,
    leaves_open,
    says_nothing,
    significance,
)
from chronology.reading.layout import Layout, Told
from chronology.reading.lines import banner_year, is_more, is_note, without_more
from chronology.reading.markup import SENTENCES, suspicion
from chronology.reading.rows import Entry, Fate, Problem, Role

_TEXTS = {
    "event": "event",
    "ref": "ref",
    "source": "source",
    "present": "present",
    "child_voice": "voice",
    "action": "action",
    "comment": "comment",
}


CHOICES = {Role.SEEN: "yes nor no", Role.SIGNIFICANCE: "high, medium nor low"}


_entry_of = partial(tuple.__new__, Entry)  # a third of the time that the call of the class takes


_SAID, _HEARD = Told._fields.index("event"), Told._fields.index("voice")


class Place(NamedTuple):
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
    remarks: list[Problem] = field(default_factory=list)  # on entries taken as they stand
    above: When | None = None
    year: int | None = None
    month: date | None = None  # of a banner, until a row under it tells its own
    crosses_are_no: bool = False
    has_times: bool = False
    years: frozenset[int] = frozenset()
    reads_on: bool = False
    is_new_day: bool = False  # a banner just gave its day: no row above goes on
    suspects: frozenset[int] | None = None  # rows to look at for markup; None: every one
    is_often_bare: Callable[[], bool] = bool
    newest: int = field(default_factory=newest_year)
    _known: dict[str, Entry] = field(default_factory=dict)
    _again: dict[str, list[Entry]] = field(default_factory=dict)

    def add(self, place: Place, row: Sequence[str], layout: Layout) -> None:
        """One row becomes an entry, or a problem says why it does not."""
        told = layout.told(row)
        self.reads_on = self.is_new_day = False
        try:
            # Most dates need nothing around them: those are known by their words alone.
            is_alone = not (told.end_date or told.end_time)
            when = (is_alone and read_by_itself(told.date, told.time, self.newest)) or self._when(
                told
            )
        except UnreadableWhen as problem:
            self._reject(place, problem.reason, problem.sentence, told.date)
            return
        self.above, self.month = when, None
        note = is_note(told.event, told.ref, told.source)
        is_plain = len(told.event) >= LONGEST_LEFT and told.event[0].isalnum()
        if not (note or is_plain) and is_untold(told.event):
            self._reject(
                place,
                "empty_event",
                "The row has a date but no event. Write what happened, or take the row out.",
                told.date,
            )
            return
        others = _others(row, layout) if layout.others or len(row) > len(layout.roles) else {}
        entry = self._entry(place, when, told, others, note=note)
        if (told.seen and entry.child_seen is None) or (
            told.significance and entry.significance is None
        ):
            entry = self._with_words(entry, told, layout)
        if not note and self._is_known(entry):
            return
        self.reads_on = True
        self.entries.append(entry)
        if self.suspects is None or place.row in self.suspects:
            self.problems.extend(_markup(place, row))
        if not note and (when.is_weekday_wrong or (self.scope and self._is_outside(when))):
            self.problems.extend(self._flags(place, when))

    def stand_under(self, words: str) -> None:
        """A banner gives its year, or its day, to the rows under it."""
        self.year = banner_year(words) or self.year
        try:
            when = read_when(words, above=self.above, order=self.order, year=self.year)
        except UnreadableWhen:
            return
        if when.precision is Precision.DAY:
            self.above, self.is_new_day = when, True
        if when.precision is Precision.MONTH:
            self.month = when.start

    def is_new_sentence(self, text: str) -> bool:
        """Whether text alone tells an event of its own, in a table whose rows are often bare."""
        if not text or is_more(text) or not text[0].isupper() or not self.is_often_bare():
            return False
        return self.entries[-1].event.rstrip("\"'”’)")[-1:] in (".", "!", "?")

    def is_below_note(self, text: str) -> bool:
        """Whether text alone stands under an author's note and does not say that it goes on."""
        return self.entries[-1].is_note and not is_more(text)

    def add_below_note(self, place: Place, row: Sequence[str], layout: Layout) -> None:
        """The row is no part of the note, which is kept apart: it has the note's day, if any."""
        known = len(self.entries)
        self.add(place, row, layout)
        if len(self.entries) > known and not self.entries[-1].is_note:
            sentence = (
                "The row has no date of its own and stands below a note. It was taken as an event "
                "of the note’s day: give it its date, or begin it with # if it is more of the note."
            )
            self.remarks.append(place.problem("below_note", Fate.FLAG, sentence))

    def carry_on(self, place: Place, row: Sequence[str], layout: Layout) -> None:
        """The row's text is put to the entry above it."""
        entry = self.entries[-1]
        told = layout.told(row)
        changes: dict[str, Any] = {}
        for name, cell in _TEXTS.items():
            text = getattr(told, cell)
            if not is_blank(text):
                changes[name] = " ".join(filter(None, (getattr(entry, name), without_more(text))))
        continued = (*entry.continued_by, place.row)
        self.entries[-1] = entry._replace(continued_by=continued, **changes)
        if self.suspects is None or place.row in self.suspects:
            self.problems.extend(_markup(place, row))

    def _when(self, told: Told) -> When:
        return read_when(
            told.date,
            told.time,
            told.end_date,
            told.end_time,
            above=self.above,
            order=self.order,
            year=self.year,
            month=self.month,
            newest=self.newest,
            has_times=self.has_times,
            years=self.years,
        )

    def _reject(self, place: Place, reason: str, sentence: str, raw: str) -> None:
        self.problems.append(place.problem(reason, Fate.REJECT, sentence, raw))

    def _entry(
        self, place: Place, when: When, told: Told, others: Mapping[str, str], *, note: bool
    ) -> Entry:
        seen = child_seen(told.seen, is_cross_no=self.crosses_are_no) if told.seen else None
        return _entry_of(
            (
                *place,
                when,
                *told[_SAID:_HEARD],
                seen,
                "" if seen is None else "column",
                *told[_HEARD:],
                significance(told.significance) if told.significance else None,
                others,
                note,
                (),
            )
        )

    def _with_words(self, entry: Entry, told: Told, layout: Layout) -> Entry:
        """Words in a column of choices that are none of them are kept as text, by its heading."""
        kept: dict[str, str] = {}
        for role, text, value in (
            (Role.SEEN, told.seen, entry.child_seen),
            (Role.SIGNIFICANCE, told.significance, entry.significance),
        ):
            if value is not None or says_nothing(text):
                continue
            kept[layout.headings[layout.index[role]] or role] = text
            if not leaves_open(text):
                place = Place(*entry[:4])
                sentence = f"“{text[:60]}” is neither {CHOICES[role]}: it is kept as text."
                problem = place.problem("not_understood", Fate.FLAG, sentence, text)
                self.remarks.append(replace(problem, cells={role: text}))
        return entry._replace(other={**entry.other, **kept}) if kept else entry

    def _is_known(self, entry: Entry) -> bool:
        """Whether a row says word for word what an earlier one says of the same day and time."""
        words = " ".join(entry.event.split()) if "\n" in entry.event else entry.event
        first = self._known.setdefault(words, entry)
        if first is entry:
            return False
        alike = self._again.setdefault(words, [first])
        said = _said(entry)
        first = next((one for one in alike if _said(one) == said), None)
        if first is None:
            alike.append(entry)
            return False
        place = Place(*entry[:4])
        of = "" if first.table == place.table else f" of table {first.table}"
        sentence = f"The row repeats row {first.row}{of} word for word, and is left out."
        self.problems.append(
            place.problem("exact_duplicate_row", Fate.FLAG, sentence, entry.when.raw)
        )
        return True

    def _is_outside(self, when: When) -> bool:
        scope = self.scope
        return scope is not None and (when.end < scope[0] or when.start > scope[1])

    def _flags(self, place: Place, when: When) -> Iterator[Problem]:
        if self._is_outside(when):
            start, end = (f"{day:%-d %B %Y}" for day in self.scope)
            sentence = (
                f"The date lies outside the period under review, {start} to {end}. "
                "Check that it is right."
            )
            yield place.problem("out_of_scope", Fate.FLAG, sentence, when.raw)
        if when.is_weekday_wrong:
            sentence = (
                f"{when.start:%-d %B %Y} was a {when.start:%A}. Check the weekday and the date."
            )
            yield place.problem("weekday_mismatch", Fate.FLAG, sentence, when.raw)


def _said(entry: Entry) -> tuple[object, ...]:
    """What an entry says apart from its event, wherever it stands and whatever its number."""
    return (
        entry.when.start,
        entry.when.end,
        entry.when.at,
        entry.source,
        entry.present,
        entry.child_voice,
        entry.action,
        entry.comment,
        entry.child_seen,
        tuple(entry.other.values()),
    )


def _others(row: Sequence[str], layout: Layout) -> dict[str, str]:
    """Cells of columns without a role, by heading; columns beyond the heading by their number."""
    found: dict[str, str] = {}
    width = len(layout.roles)
    named = layout.others
    if len(row) > width:
        named = (*named, *((i, f"column {i + 1}") for i in range(width, len(row))))
    for i, name in named:
        if text := row[i]:
            found[name] = f"{found[name]} {text}" if name in found else text
    return found


def _markup(place: Place, row: Sequence[str]) -> list[Problem]:
    for cell in row:
        if reason := suspicion(cell):
            return [place.problem(reason, Fate.FLAG, SENTENCES[reason], cell)]
    return []


def running_order(days: Sequence[date]) -> int:
    """1 where days mostly rise, -1 where they mostly fall."""
    rises = sum(b > a for a, b in pairwise(days))
    falls = sum(b < a for a, b in pairwise(days))
    return -1 if falls > rises else 1
