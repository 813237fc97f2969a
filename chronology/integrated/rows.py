"""Entries of one page as they are drawn, with everything linked to them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.safestring import SafeString

from chronology.agency_marks import Mark
from chronology.exports.lines import spoken_day, spoken_time
from chronology.integrated.ages import ages_in_words
from chronology.integrated.words import (
    contact_marks,
    flag_in_words,
    highlighted,
    precision_in_words,
    significance_in_words,
)
from chronology.models import Entry, LinkStatus, SameEvent
from chronology.reader import Reader

LONG = 600  # characters from which a text can be folded
OF_ENTRY = ("first", "second")


@dataclass(frozen=True, slots=True)
class OtherAccount:
    """Another agency's account of the event: where it is, whose, when, and how sure the link is."""

    pk: int
    mark: Mark
    day: str
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One entry as it is drawn; texts are escaped, with the words that were searched marked."""

    pk: int
    entry: Entry
    mark: Mark
    day: str
    precision: str
    written: str
    time: str
    source: SafeString
    event: SafeString
    present: SafeString
    voice: SafeString
    action: SafeString
    comment: SafeString
    length: int
    contact: list[tuple[str, str]]
    significance: str
    flags: list[str]
    ages: list[tuple[str, str]]
    accounts: list[OtherAccount]
    place: str
    theme_names: Mapping[int, str]  # every theme, as the reader is shown it
    standing: str = ""
    apart: str = ""  # from the entry that days are counted from
    silent_days: int | None = None
    silent_since: date | None = None

    @property
    def is_long(self) -> bool:
        return self.length > LONG

    @property
    def themes(self) -> list[str]:
        """The names of the themes that it is linked to."""
        return [self.theme_names[theme.pk] for theme in self.entry.themes.all()]


def rows_of(
    entries: Iterable[Entry],
    reader: Reader,
    marks: Mapping[int, Mark],
    *,
    words: list[str],
    silences: Mapping[int, tuple[date, int]],
) -> list[Row]:
    """Return the entries as rows; `silences` are the (last day, days) before entries, by id."""
    entries = list(entries)
    accounts = accounts_of(entries, reader, marks) if reader.reads_all else {}
    return [
        _row(
            entry,
            reader,
            marks[entry.agency_id],
            words,
            accounts.get(entry.pk, []),
            silences.get(entry.pk, (None, None)),
        )
        for entry in entries
    ]


def _row(
    entry: Entry,
    reader: Reader,
    mark: Mark,
    words: list[str],
    accounts: list[OtherAccount],
    silence: tuple[date | None, int | None],
) -> Row:
    told = reader.wording.tell(entry)
    texts: dict[str, Any] = {
        name: highlighted(getattr(told, name), words)
        for name in ("source", "event", "present", "action", "comment")
    }
    written = reader.wording.date_raw(entry)
    day = spoken_day(entry)
    return Row(
        pk=entry.pk,
        entry=entry,
        mark=mark,
        day=day,
        precision=precision_in_words(entry),
        written="" if written == day else written,
        time=spoken_time(entry, reader.wording.time_raw(entry)),
        voice=highlighted(told.child_voice, words),
        length=len(told.event),
        contact=contact_marks(entry),
        significance=significance_in_words(entry.significance),
        flags=[flag_in_words(flag) for flag in entry.flags],
        ages=ages_in_words(reader.children, entry),
        accounts=accounts,
        place=place_of(entry, reader),
        theme_names=reader.theme_names,
        standing=reader.handed_in.mark(entry.agency_id),
        silent_since=silence[0],
        silent_days=silence[1],
        **texts,
    )


def place_of(entry: Entry, reader: Reader) -> str:
    """Return where the row stands, without the file's name where names are hidden."""
    if entry.file is None:
        return "Typed in the portal"
    return where_filed(entry, with_name=reader.shows_words(entry))


def where_filed(entry: Entry, *, with_name: bool = True) -> str:
    """Return the file, table and row in which it stands, or that it came by none."""
    if entry.file is None:
        return "Typed on line"
    parts = [
        entry.file.name if with_name else "",
        f"table {entry.table}" if entry.table.isdecimal() else entry.table,
        f"row {entry.row}" if entry.row else "",
    ]
    return ", ".join(part for part in parts if part)


def accounts_of(
    entries: Iterable[Entry], reader: Reader, marks: Mapping[int, Mark]
) -> dict[int, list[OtherAccount]]:
    """Return {id of an entry: other accounts of its event}, those confirmed first; one query."""
    shown = {entry.pk for entry in entries}
    pairs = (
        SameEvent.objects.filter(review=reader.review)
        .filter(Q(first__in=shown) | Q(second__in=shown))
        .exclude(status=LinkStatus.REJECTED)
        .standing()
        .select_related(*OF_ENTRY)
    )
    accounts: dict[int, list[OtherAccount]] = defaultdict(list)
    for pair in sorted(pairs, key=lambda pair: (pair.status, pair.pk)):  # "confirmed" comes first
        for here, there in ((pair.first, pair.second), (pair.second, pair.first)):
            if here.pk in shown:
                is_confirmed = pair.status == LinkStatus.CONFIRMED
                other = OtherAccount(
                    there.pk, marks[there.agency_id], spoken_day(there), is_confirmed
                )
                accounts[here.pk].append(other)
    return accounts
