"""The integrated chronology as lines of text, the same in every form of file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from boards.govuk.words import on_paper
from chronology.dates import Precision
from chronology.models import Entry
from chronology.wording import Wording

HEADINGS = (
    "No.",
    "Date",
    "Date as written",
    "Time",
    "Agency",
    "Source",
    "Event",
    "People present",
    "Child seen",
    "Child’s voice",
    "Action",
    "Comment",
    "Significance",
    "Same event as",
    "Where it stands",
)
SEEN = {True: "Yes", False: "No", None: "Not said"}


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as it leaves; `same_as` are the numbers of confirmed accounts of the same event."""

    number: int
    day: date
    when: str
    when_raw: str
    time: str
    agency: str
    source: str
    event: str
    present: str
    seen: str
    voice: str
    action: str
    comment: str
    significance: str
    same_as: str
    key: str

    def cells(self) -> list[str | int]:
        """Return the line in the order of HEADINGS."""
        return [
            self.number,
            self.when,
            self.when_raw,
            self.time,
            self.agency,
            self.source,
            self.event,
            self.present,
            self.seen,
            self.voice,
            self.action,
            self.comment,
            self.significance,
            self.same_as,
            self.key,
        ]


def spoken_day(entry: Entry) -> str:
    """Return the date as it was read: “12 May 2009”, “May 2009”, “about …”, “… to …”."""
    start, end = entry.date_start, entry.date_end
    words = on_paper(start) if start == end else f"{on_paper(start)} to {on_paper(end)}"
    match entry.precision:
        case Precision.MONTH:
            words = on_paper(start).split(" ", 1)[1]
        case Precision.YEAR:
            words = str(start.year)
        case Precision.APPROXIMATE:
            words = f"about {words}"
    return f"{words} (uncertain)" if entry.is_uncertain and "about" not in words else words


def spoken_time(entry: Entry, raw: str) -> str:
    """Return "10:40", "about 10:40", "10:40 to 11:15", or the part of the day as written."""
    if entry.time is None:
        return raw
    words = f"{entry.time:%H:%M}"
    if entry.time_end:
        words += f" to {entry.time_end:%H:%M}"
    return f"about {words}" if entry.time_precision == "approximate" else words


def lines(
    entries: Iterable[Entry], wording: Wording, same_as: dict[int, list[int]]
) -> Iterator[Line]:
    """Yield the entries, which come in order, as numbered lines.

    `same_as` has the ids of confirmed accounts of the same event; those that are not among the
    entries are left out.
    """
    entries = list(entries)
    numbers = {entry.pk: number for number, entry in enumerate(entries, 1)}
    for entry in entries:
        told = wording.tell(entry)
        others = sorted(numbers[pk] for pk in same_as.get(entry.pk, ()) if pk in numbers)
        yield Line(
            number=numbers[entry.pk],
            day=entry.date_start,
            when=spoken_day(entry),
            when_raw=wording.date_raw(entry),
            time=spoken_time(entry, wording.time_raw(entry)),
            agency=wording.agency(entry),
            source=told.source,
            event=told.event,
            present=told.present,
            seen=SEEN[entry.child_seen],
            voice=told.child_voice,
            action=told.action,
            comment=told.comment,
            significance="" if entry.significance is None else str(entry.significance),
            same_as=", ".join(map(str, others)),
            key=wording.place(entry.key),
        )
