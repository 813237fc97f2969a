"""The entry from which days are counted to every other: one parameter of the address."""

from dataclasses import dataclass
from typing import Any, ClassVar

from boards.listing import Filter, Unusable
from chronology.ages import Days, apart
from chronology.exports.lines import spoken_day
from chronology.models import Entry
from chronology.reader import Reader

ORIGIN = "count_from"


@dataclass(frozen=True)
class Origin(Filter):
    """An entry that the reader may see; it leaves nothing out. Chosen on the entry's own page."""

    reader: Reader | None = None
    kind: ClassVar[str] = "hidden"

    def read(self, text: str) -> Any:
        found = self.reader.entries().filter(pk=int(text)) if text.isdecimal() else None
        entry = found.select_related("agency").first() if found is not None else None
        if entry is None:
            raise Unusable("choose an entry of this chronology to count from")
        return entry

    def spoken(self, value: Entry) -> str:
        return f"{self.reader.marks[value.agency_id].name}, {spoken_day(value)}"


def origin_for(reader: Reader) -> Origin:
    return Origin(ORIGIN, "Days counted from", lambda rows, _: rows, reader=reader)


def days_from(origin: Entry | None, entry: Entry) -> str:
    """Return how long after or before the chosen entry this one is; empty where none is chosen."""
    if not origin or origin.pk == entry.pk:
        return "Counted from here" if origin else ""
    here, there = (Days(one.date_start, one.date_end) for one in (origin, entry))
    return apart(here, there)
