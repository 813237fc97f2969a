"""The integrated chronology as lines of text, the same in every form of file."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from boards.govuk.words import counted, on_paper
from chronology.columns import SEEN
from chronology.dates import Precision, edge_of
from chronology.exports.around import Around
from chronology.integrated.ages import ages_in_words
from chronology.integrated.words import flag_in_words, significance_in_words
from chronology.models import Entry
from chronology.wording import Wording

HANDED_IN = "Yes"
NOT_SAID = "Not said"


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as it leaves, in the order of its columns in a spreadsheet.

    `same_as` are the numbers of confirmed accounts of the same event; `standing` says where the
    agency has not let go of the row; `tint` is the pale colour of its agency, and no column.
    """

    number: int
    day: date
    end: date
    when: str
    when_raw: str
    time: str
    time_end: str
    agency: str
    source: str
    ref: str
    event: str
    present: str
    seen: str
    voice: str
    action: str
    comment: str
    significance: str
    ages: str
    since: int | None
    questions: str
    themes: str
    flags: str
    standing: str
    same_as: str
    key: str
    tint: str = ""

    def cells(self) -> list[str | int | date | None]:
        """Return the line in the order of HEADINGS."""
        return [getattr(self, name) for name in COLUMNS]


COLUMNS: dict[str, str] = {
    "number": "No.",
    "day": "Date",
    "end": "End date",
    "when": "Date in words",
    "when_raw": "Date as written",
    "time": "Time",
    "time_end": "End time",
    "agency": "Agency",
    "source": "Source",
    "ref": "Reference",
    "event": "Event",
    "present": "People present",
    "seen": "Child seen",
    "voice": "Child’s voice",
    "action": "Action",
    "comment": "Comment",
    "significance": "Significance",
    "ages": "Ages",
    "since": "Days since the last contact",
    "questions": "Key questions",
    "themes": "Themes",
    "flags": "Flags",
    "standing": "Handed in",
    "same_as": "Same event as",
    "key": "Where it stands",
}
HEADINGS = tuple(COLUMNS.values())


def spoken_day(entry: Entry) -> str:
    """Return the date as it was read: “12 May 2009”, “about …”, “before …”, “… to …”."""
    start, end = entry.date_start, entry.date_end
    words = on_paper(start) if start == end else f"{on_paper(start)} to {on_paper(end)}"
    match entry.precision:
        case Precision.MONTH:
            words = on_paper(start).split(" ", 1)[1]
        case Precision.YEAR:
            words = str(start.year)
        case Precision.APPROXIMATE if edge := edge_of(entry.date_raw, start, end):
            return f"{edge[0]} {on_paper(edge[1])}"
        case Precision.APPROXIMATE:
            words = f"about {words}"
    return f"{words} (uncertain)" if entry.is_uncertain and "about" not in words else words


def spoken_time(entry: Entry, raw: str, *, with_end: bool = True) -> str:
    """Return "10:40", "about 10:40", "10:40 to 11:15", or the part of the day as written."""
    if entry.time is None:
        return raw
    words = f"{entry.time:%H:%M}"
    if with_end and entry.time_end:
        words += f" to {entry.time_end:%H:%M}"
    return f"about {words}" if entry.time_precision == "approximate" else words


def lines(entries: Iterable[Entry], wording: Wording, around: Around) -> Iterator[Line]:
    """Yield the entries, which come in order, as numbered lines.

    Confirmed accounts of the same event that are not among the entries are left out.
    """
    entries = list(entries)
    numbers = {entry.pk: number for number, entry in enumerate(entries, 1)}
    for entry in entries:
        others = sorted(numbers[pk] for pk in around.same_as.get(entry.pk, ()) if pk in numbers)
        same_as = ", ".join(map(str, others))
        yield _line(numbers[entry.pk], entry, wording, around, same_as=same_as)


def _line(number: int, entry: Entry, wording: Wording, around: Around, *, same_as: str) -> Line:
    told = wording.tell(entry)
    ages = ages_in_words(around.children, entry)
    mark = around.marks.get(entry.agency_id)
    return Line(
        number=number,
        day=entry.date_start,
        end=entry.date_end,
        when=spoken_day(entry),
        when_raw=wording.date_raw(entry),
        time=spoken_time(entry, wording.time_raw(entry), with_end=False),
        time_end=f"{entry.time_end:%H:%M}" if entry.time_end else "",
        agency=wording.agency(entry),
        source=told.source,
        ref=wording.words(entry.ref),
        event=told.event,
        present=told.present,
        seen=SEEN.get(entry.child_seen, NOT_SAID),
        voice=told.child_voice,
        action=told.action,
        comment=told.comment,
        significance=significance_in_words(entry.significance),
        ages=_listed(f"{label}: {age}" for label, age in ages),
        since=around.since.get(entry.pk),
        questions=_listed(wording.words(str(each)) for each in _marks(entry.questions, around)),
        themes=_listed(wording.words(theme.name) for theme in _marks(entry.themes, around)),
        flags=_listed(flag_in_words(flag) for flag in entry.flags),
        standing=(around.handed_in.mark(entry.agency_id) or HANDED_IN) if around.handed_in else "",
        same_as=same_as,
        key=wording.place(entry.key),
        tint=mark.tint if mark else "",
    )


def _marks(linked: Any, around: Around) -> Iterable[Any]:
    """Return what the panel linked the entry to, for whom it tells."""
    return linked.all() if around.is_for_the_panel else ()


def unfinished_in(worded: Iterable[Line]) -> list[str]:
    """Return which agencies' lines are not handed in, or were sent back, and how many."""
    numbers = Counter((line.agency, line.standing) for line in worded)
    return [
        f"{agency}: {counted(number, 'row')}, {standing.lower()}"
        for (agency, standing), number in sorted(numbers.items())
        if standing not in ("", HANDED_IN)
    ]


def _listed(parts: Iterable[str]) -> str:
    return "; ".join(parts)
