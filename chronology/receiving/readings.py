"""Two readings of one row, in words: what was put right on line, and what its file says."""

from collections.abc import Iterable
from datetime import date

from boards.govuk.words import on_paper
from chronology.columns import PURPOSES, SEEN, SIGNIFICANCE
from chronology.models import Entry
from chronology.reading.rows import Role
from chronology.receiving.stored import Stored, unread
from chronology.receiving.words import as_read

EMPTY = "(empty)"
BESIDE = {
    "date_end": "Last day",
    "time_end": PURPOSES[Role.END_TIME],
    "ref": PURPOSES[Role.REF],
    "source": PURPOSES[Role.SOURCE],
    "present": PURPOSES[Role.PRESENT],
    "child_seen": PURPOSES[Role.SEEN],
    "child_voice": PURPOSES[Role.VOICE],
    "action": PURPOSES[Role.ACTION],
    "comment": PURPOSES[Role.COMMENT],
    "significance": PURPOSES[Role.SIGNIFICANCE],
    "other": "Other columns",
}


def said(fields: Stored) -> str:
    """Return its date, time and event as they are written."""
    return f"{fields['date_raw']} {fields['time_raw']}".strip() + f": {fields['event']}"


def readings(before: Stored, now: Stored) -> tuple[str, str]:
    """Return date, time and event of both, and whatever else they differ in."""
    more = _differ(before, now)
    return _reading(before, more), _reading(now, more)


def as_the_file_had_it(entry: Entry) -> list[tuple[str, str]]:
    """Return (column, text) of what its file says of a row that was put right on line since."""
    filed = entry.as_filed
    if not filed:
        return []
    written = [
        ("Date", filed["date_raw"] or EMPTY),
        ("Time", filed["time_raw"]),
        ("Read as", as_read(filed)),
        ("Event", filed["event"]),
    ]
    written += [
        (BESIDE[name], _in_words(name, filed[name])) for name in _differ(filed, unread(entry))
    ]
    return [(label, text) for label, text in written if text]


def _differ(one: Stored, other: Stored) -> list[str]:
    """Return what they differ in besides date, time and event; a single day is its own last."""
    is_of_one_day = all(fields["date_end"] == fields["date_start"] for fields in (one, other))
    skipped = {"date_end"} if is_of_one_day else set()
    return [name for name in BESIDE if name not in skipped and one[name] != other[name]]


def _reading(fields: Stored, more: Iterable[str]) -> str:
    is_borrowed = fields["is_same_as_above"] or fields["is_year_inferred"]
    first = f"{as_read(fields)}: {fields['event']}" if is_borrowed else said(fields)
    return "\n".join(
        [first, *(f"{BESIDE[name]}: {_in_words(name, fields[name])}" for name in more)]
    )


def _in_words(name: str, value: object) -> str:
    if name == "significance" and value in SIGNIFICANCE:
        return SIGNIFICANCE[value]
    if name == "date_end":
        return on_paper(date.fromisoformat(str(value)))
    if name == "time_end" and value:
        return str(value)[:5]
    if isinstance(value, dict):
        return "; ".join(f"{heading}: {text}" for heading, text in value.items()) or EMPTY
    if isinstance(value, bool):
        return SEEN[value]
    return str(value) if value not in (None, "") else EMPTY
