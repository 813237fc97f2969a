"""What a text names besides what happened: days, times of day, numbers."""

import re
from collections.abc import Sequence
from datetime import date

from .words import plain

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NUMERIC_DAY = re.compile(r"(?<![\d.£/])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?![\d/])")
WORDED_DAY = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({'|'.join(MONTHS)})[a-z]*\.?,?\s+(\d{{4}}|\d{{2}})\b",
    re.IGNORECASE,
)
DAY_OF_MONTH = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({'|'.join(MONTHS)})[a-z]*\b", re.IGNORECASE
)
BORN = re.compile(r"\b(?:d\.?o\.?b\.?|born|date of birth)\W{0,3}(?:on\s+)?$", re.IGNORECASE)
CLOCK = re.compile(
    r"(?<![\d£./])(\d{1,2})[.:](\d{2})\s*([ap]\.?m\b)?(?![\d/%.]|\s*(?:kg|mls?\b))", re.IGNORECASE
)
HOUR = re.compile(r"(?<![\d.:])(\d{1,2})\s*([ap])\.?m\b", re.IGNORECASE)
TWENTY_FOUR = re.compile(
    r"(?:\b(?:at|from|until|call|duty|surgery|edt|,)\s+|^)((?:[01]\d|2[0-3])[0-5]\d)\b"
    r"|\b((?:[01]\d|2[0-3])[0-5]\d)\s?(?:hrs|hours|h)\b",
    re.IGNORECASE,
)
AMOUNT = re.compile(r"£\s?\d[\d,]*(?:\.\d{2})?|\d+(?:\.\d+)?\s?(?:%|per cent)|\d+\.\d+\s?kg")
GESTATION = re.compile(r"\b([12]\d|3\d|4[0-2])(?:\+\d)?\s?(?:/40\b|weeks?\b|wks?\b)", re.IGNORECASE)
PLAIN_NUMBER = re.compile(r"(?<![\d£./:-])\b(\d{1,3})(?![\d/.:%-])\b")
COUNT_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "sixteen": 16, "twenty": 20,
}  # fmt: skip
CENTURY_TURN = 50


def _day(day: str, month: int, year: str) -> date | None:
    full = int(year) if len(year) > 2 else int(year) + (2000 if int(year) < CENTURY_TURN else 1900)
    try:
        return date(full, month, int(day))
    except ValueError:
        return None


def days(text: str, near: date) -> frozenset[date]:
    """The days a text names in full, dates of birth and days over a year away left out."""
    found = set()
    for match in NUMERIC_DAY.finditer(text):
        if not BORN.search(text[max(0, match.start() - 20) : match.start()]):
            found.add(_day(match[1], int(match[2]), match[3]))
    for match in WORDED_DAY.finditer(text):
        found.add(_day(match[1], MONTHS.index(match[2].lower()) + 1, match[3]))
    for match in DAY_OF_MONTH.finditer(text):
        found.add(_day(match[1], MONTHS.index(match[2].lower()) + 1, str(near.year)))
    return frozenset(day for day in found if day and abs((day - near).days) <= 366)


def _minutes(hour: str, minute: str, half: str | None) -> int | None:
    hours = int(hour)
    if half and half[0].lower() == "p" and hours < 12:
        hours += 12
    return hours * 60 + int(minute) if hours < 24 and int(minute) < 60 else None


def clock_times(text: str) -> frozenset[int]:
    """The times of day a text names, as minutes after midnight."""
    found = {_minutes(m[1], m[2], m[3]) for m in CLOCK.finditer(text)}
    found |= {_minutes(m[1], "0", m[2]) for m in HOUR.finditer(text)}
    for match in TWENTY_FOUR.finditer(text):
        digits = match[1] or match[2]
        found.add(_minutes(digits[:2], digits[2:], None))
    return frozenset(minutes for minutes in found if minutes is not None)


def amounts(text: str) -> frozenset[str]:
    """Sums of money, percentages, weights and weeks, spelt one way."""
    spelt = (match[0].replace(" ", "").replace("percent", "%") for match in AMOUNT.finditer(text))
    told = {amount.replace(",", "").removesuffix(".00") for amount in spelt}
    return frozenset(told | {f"{match[1]} weeks" for match in GESTATION.finditer(text)})


def counts(words: Sequence[str]) -> frozenset[int]:
    """Small numbers, in figures or words."""
    found = {COUNT_WORDS[word] for word in words if word in COUNT_WORDS}
    return frozenset(found | {int(w) for w in words if w.isdecimal() and len(w) <= 2})


def tidy(text: str) -> str:
    """The text as the patterns above expect it."""
    return plain(text)
