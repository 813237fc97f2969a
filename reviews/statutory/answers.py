"""The `deadlines` command's body: EVENT=DATE words in, due dates as JSON or text out."""

import json
from collections.abc import Iterable, Sequence
from datetime import date

from reviews.statutory.deadlines import DueDate
from reviews.statutory.events import TRIGGERS, UnknownEvent
from reviews.statutory.partial_date_reading import UnreadableDate
from reviews.statutory.partial_dates import PartialDate
from reviews.statutory.spoken import weekday_date

FIELDS = (
    "deadline",
    "guidance",
    "trigger",
    "trigger_on",
    "due_on",
    "act_by",
    "basis",
    "explanation",
)
"""The keys of one due date in JSON, in order. Operators script them: they do not change."""


class UnreadableWord(ValueError):
    """A word on the command line that is not EVENT=DATE."""


def events_from(words: Iterable[str]) -> dict[str, date]:
    """Events and their days from words such as decided=2010-03-27.

    Raises UnreadableWord, UnknownEvent or UnreadableDate, each saying how to mend it.
    """
    events: dict[str, date] = {}
    for word in words:
        event, equals, text = word.partition("=")
        if not equals:
            raise UnreadableWord(
                f"“{word[:40]}” is not EVENT=DATE: write for example decided=2010-03-27."
            )
        if event not in TRIGGERS:
            raise UnknownEvent(event, TRIGGERS)
        if event in events:
            raise UnreadableDate(f"{event} is given twice. Give one date for each event.")
        events[event] = _day(event, text)
    return events


def as_json(due: Sequence[DueDate]) -> str:
    """One JSON list of objects with the keys in FIELDS; days are ISO 8601."""
    rows = [{field: getattr(one, field) for field in FIELDS} for one in due]
    return json.dumps(rows, indent=2, ensure_ascii=False, default=date.isoformat)


def as_text(due: Sequence[DueDate]) -> str:
    """Each due date with its arithmetic under it, to be read by a person."""
    if not due:
        return "Nothing becomes due: the guidance in force sets no deadline from these events."
    return "\n\n".join("\n".join(_lines(one)) for one in due)


def _lines(one: DueDate) -> list[str]:
    heading = f"{one.name} ({one.deadline}, {one.guidance})"
    due = f"  Due {weekday_date(one.due_on)}; act by {weekday_date(one.act_by)}"
    return [heading, due, *(f"  - {sentence}" for sentence in one.explanation)]


def _day(event: str, text: str) -> date:
    try:
        day = PartialDate.parse(text).exact
    except UnreadableDate as error:
        raise UnreadableDate(f"{event}: {error}.") from None
    if day is None:
        raise UnreadableDate(
            f"{event}: Enter a full and certain date such as 2010-03-27, not “{text[:40]}”."
        )
    return day
