"""Reading a date as people write it: 2006-07-16, 16/07/2006, July 2006, c. 2006, ?16 July 2006."""

import re
from dataclasses import dataclass

from reviews.statutory.spoken import MONTHS

LONGEST = 60

HOW_TO_WRITE = (
    "Enter a date such as 16 July 2006, July 2006 or 2006, "
    "with “about” or “?” in front if it is not certain"
)
YEAR_IN_FULL = "Enter the year with four digits, for example 2006 and not 06"

APPROXIMATE = re.compile(
    r"^(?:approximately|approx|about|around|circa|ca|c)(?![a-z])\.?\s*|^~\s*", re.IGNORECASE
)
UNCERTAIN = re.compile(r"^\?\s*")
QUALIFIED = re.compile(r"\s*([~?%])$")
ISO = re.compile(r"^([0-9]{4})(?:[-/.]([0-9]{1,2}))?(?:[-/.]([0-9]{1,2}))?$")
DAY_FIRST = re.compile(r"^(?:([0-9]{1,2})[-/. ])?([0-9]{1,2})[-/. ]([0-9]{4}|[0-9]{2})$")
WRITTEN = re.compile(
    r"^(?:([0-9]{1,2})(?:st|nd|rd|th)?[-/. ]+)?([a-z]{3,9})[-/., ]+([0-9]{4}|[0-9]{2})$",
    re.IGNORECASE,
)


class UnreadableDate(ValueError):
    """Text that is not a date, or not a real one. Its text says how to mend it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The parts found: (year,), (year, month) or (year, month, day), perhaps not a real date."""

    parts: tuple[int, ...]
    is_approximate: bool
    is_uncertain: bool


def read(text: str) -> Reading:
    """The parts and doubts in a text; raises UnreadableDate with a sentence on how to write it."""
    text = " ".join(text[: LONGEST + 1].split())
    if not text or len(text) > LONGEST:
        raise UnreadableDate(HOW_TO_WRITE)
    text, is_approximate, is_uncertain = _doubts(text)
    return Reading(_parts(text), is_approximate, is_uncertain)


def _doubts(text: str) -> tuple[str, bool, bool]:
    is_approximate = is_uncertain = False
    while match := APPROXIMATE.match(text) or UNCERTAIN.match(text):
        is_uncertain |= match[0].startswith("?")
        is_approximate |= not match[0].startswith("?")
        text = text[match.end() :]
    if match := QUALIFIED.search(text):
        is_approximate |= match[1] in "~%"
        is_uncertain |= match[1] in "?%"
        text = text[: match.start()]
    return text, is_approximate, is_uncertain


def _parts(text: str) -> tuple[int, ...]:
    if match := ISO.match(text):
        return tuple(int(part) for part in match.groups() if part)
    if match := DAY_FIRST.match(text):
        day, month, year = match.groups()
        return (_year(year), int(month), *([int(day)] if day else []))
    if match := WRITTEN.match(text):
        day, name, year = match.groups()
        return (_year(year), _month(name), *([int(day)] if day else []))
    raise UnreadableDate(HOW_TO_WRITE)


def _year(digits: str) -> int:
    if len(digits) != 4:
        raise UnreadableDate(YEAR_IN_FULL)
    return int(digits)


def _month(name: str) -> int:
    """“Jul”, “Sept” and “July” are months; three letters are enough to tell any two apart."""
    for number, month in enumerate(MONTHS, start=1):
        if month.lower().startswith(name.lower()):
            return number
    raise UnreadableDate(f"Enter the month by its name or number: “{name}” is not a month")
