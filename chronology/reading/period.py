"""The period that a file says it covers, in the words above its table."""

import re
from collections.abc import Iterable
from datetime import date

from chronology.dates import Precision, UnreadableWhen, read_when

SHORTEST = 60  # days: a single range of dates above a table is not yet a period of review
LONGEST_LINE = 300
_SAYS_SO = re.compile(
    r"\b(?:period|scope|covers?|covering|covered|time ?frame|timescale|review dates?|"
    r"from|between|dates? of review|date range)\b\W*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_LEAD = re.compile(
    r"^(?:(?:the|of|under|for|this|review(?:ed)?|covered|covering|is|are|from|between|dates?|"
    r"time|period|chronology|scr)\b\W*)+",
    re.IGNORECASE,
)


def period_in(texts: Iterable[str]) -> tuple[date, date] | None:
    """The first period that the texts name, if one of them does."""
    for text in texts:
        said = _SAYS_SO.search(text) if len(text) <= LONGEST_LINE else None
        if said and (period := _period(said["rest"])):
            return period
    return None


def _period(text: str) -> tuple[date, date] | None:
    words = _LEAD.sub("", text.strip()).strip(" .;:-–—)(")
    words = re.sub(r"\band\b|\buntil\b|\bup to\b", "to", words, flags=re.IGNORECASE)
    try:
        when = read_when(words)
    except UnreadableWhen:
        return None
    is_long = (when.end - when.start).days >= SHORTEST
    return (when.start, when.end) if when.precision is Precision.RANGE and is_long else None
