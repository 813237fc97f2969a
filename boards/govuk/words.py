"""How days, moments and lengths of time are written on a page, in mail and on paper."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Literal

from django.utils import timezone

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SOON = 7  # days
NAMES = ("Ofsted", "Word ", "National Panel", "Government Office")  # as a label may begin

Tone = Literal["overdue", "soon", "later", "done"]


def counted(number: int, noun: str) -> str:
    """Return "1 day", "2 days"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def inside(text: str) -> str:
    """Return the text as it stands inside a sentence: "the decision", and "Ofsted’s letter"."""
    is_name = text.startswith(NAMES) or text[1:2].isupper()
    return text if is_name else text[:1].lower() + text[1:]


def listed(words: Iterable[str]) -> str:
    """Return "day", "day and month", "day, month and year"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def on_paper(day: date | datetime | None) -> str:
    """Return "27 March 2010"; a moment counts on the day it has in London, nothing is ""."""
    if day is None:
        return ""
    if isinstance(day, datetime) and timezone.is_aware(day):
        day = timezone.localtime(day)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def moment_on_paper(at: datetime | None) -> str:
    """Return "27 March 2010 at 5:30pm" by the clock in London, nothing is ""."""
    if at is None:
        return ""
    at = timezone.localtime(at)
    return f"{on_paper(at)} at {clock(at.time())}"


def clock(at: time) -> str:
    """Return "5pm", "5:30pm", "midnight", "midday"."""
    if at.minute == 0 and at.hour in (0, 12):
        return "midday" if at.hour else "midnight"
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


def overdue_label(due_on: date, on: date) -> str:
    """Return how `due_on` stands on the day `on`: due today is not overdue."""
    match (due_on - on).days:
        case 0:
            return "Due today"
        case 1:
            return "Due tomorrow"
        case days if days > 0:
            return f"Due in {counted(days, 'day')}"
        case days:
            return f"Overdue by {counted(-days, 'day')}"


def due_tone(due_on: date, on: date) -> Tone:
    """Return how urgent `due_on` is on the day `on`."""
    days = (due_on - on).days
    if days < 0:
        return "overdue"
    return "soon" if days <= SOON else "later"


def length_on_paper(length: timedelta | None) -> str:
    """Return "15 minutes", "1 hour", "2 hours and 30 minutes", never less than a minute."""
    if length is None:
        return ""
    hours, minutes = divmod(max(1, round(length.total_seconds() / 60)), 60)
    parts = ((hours, "hour"), (minutes, "minute"))
    return listed(counted(number, noun) for number, noun in parts if number)
