"""Dates, lengths and lists as a coordinator would say them, whatever the machine's locale."""

from collections.abc import Sequence
from datetime import date

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
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def long_date(day: date) -> str:
    """27 March 2010."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_date(day: date) -> str:
    """Saturday 27 March 2010."""
    return f"{WEEKDAYS[day.weekday()]} {long_date(day)}"


def joined(words: Sequence[str]) -> str:
    """“a”, “a and b”, “a, b and c”."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def capitalised(sentence: str) -> str:
    """The sentence with its first letter raised and the rest as it was."""
    return sentence[:1].upper() + sentence[1:]


def uncapitalised(sentence: str) -> str:
    """The sentence with its first letter lowered and the rest as it was."""
    return sentence[:1].lower() + sentence[1:]
