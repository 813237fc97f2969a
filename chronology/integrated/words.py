"""What the marks on an entry are called, and the words that a search found."""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from chronology.columns import SIGNIFICANCE
from chronology.dates import Precision
from chronology.models import Entry

PRECISION: dict[str, str] = {
    Precision.DAY: "exact day",
    Precision.RANGE: "several days",
    Precision.MONTH: "month only",
    Precision.YEAR: "year only",
    Precision.APPROXIMATE: "approximate",
}
FLAGS: dict[str, str] = {
    "out_of_scope": "Outside the scope",
    "weekday_mismatch": "Weekday and date disagree",
    "swapped_day_month": "Day and month may be swapped",
    "html_script": "Holds a script, shown as text",
    "html_event_handler": "Holds a script, shown as text",
    "formula_hyperlink": "Holds a formula, shown as text",
    "formula_command": "Holds a formula, shown as text",
    "exact_duplicate_row": "Repeats another row",
}


def flag_in_words(flag: str) -> str:
    return FLAGS.get(flag) or flag.replace("_", " ").capitalize()


def significance_in_words(level: int | None) -> str:
    return "" if level is None else SIGNIFICANCE.get(level, str(level))


def precision_in_words(entry: Entry) -> str:
    """Return how far the date is known, and what is doubtful about it."""
    doubts = [
        ("as the row above", entry.is_same_as_above),
        ("year taken from the row above", entry.is_year_inferred),
        ("uncertain", entry.is_uncertain),
    ]
    words = [PRECISION.get(entry.precision, entry.precision)]
    return ", ".join([*words, *(word for word, holds in doubts if holds)])


def contact_marks(entry: Entry) -> list[tuple[str, str]]:
    """Return (words, colour) of what the row says about seeing and hearing the child."""
    seen = {True: ("Child seen", "green"), False: ("Child not seen", "orange")}
    alone = {True: ("Seen alone", "green"), False: ("Not seen alone", "orange")}
    heard = {True: ("Child heard", "green"), False: ("Child not heard", "orange")}
    marks = [
        seen.get(entry.child_seen, ("Not known whether seen", "plain")),
        alone.get(entry.seen_alone),
        heard.get(entry.child_heard) or (("Child heard", "green") if entry.child_voice else None),
        ("Missed appointment", "red") if entry.is_missed else None,
    ]
    return [mark for mark in marks if mark]


def wanted(text: str) -> list[str]:
    """Return the words of a search."""
    return text.split()


def highlighted(text: str, words: list[str]) -> SafeString:
    """Return the text escaped, with each of the words marked wherever it stands."""
    if not words or not text:
        return escape(text)
    pattern = re.compile("|".join(re.escape(word) for word in words), re.IGNORECASE)
    parts, last = [], 0
    for found in pattern.finditer(text):
        parts += [escape(text[last : found.start()]), f"<mark>{escape(found[0])}</mark>"]
        last = found.end()
    parts.append(escape(text[last:]))
    return mark_safe("".join(parts))  # noqa: S308 - every part is escaped
