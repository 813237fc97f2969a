"""A line laid out for paper: seven columns, the details under what they belong to."""

import re

from chronology.ages import since_last_contact
from chronology.exports.lines import HANDED_IN, Line

# What neither XML nor a printer takes: control characters, halves of characters, and the marks
# that turn the direction of writing about.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
HEADS = (
    "No.",
    "When",
    "Agency and source",
    "Event",
    "Child",
    "Child’s voice and action",
    "Comment",
)


def columns_of(line: Line) -> list[str]:
    """Return the text of each of HEADS, without what cannot be printed."""
    cells = [
        str(line.number),
        stacked(line.when, _hours(line), _since(line.since)),
        stacked(
            line.agency,
            line.source,
            labelled("Ref.", line.ref),
            line.key,
            "" if line.standing == HANDED_IN else line.standing.upper(),
        ),
        stacked(
            line.event,
            labelled("Present", line.present),
            labelled("Same event as no.", line.same_as),
        ),
        stacked(labelled("Seen", line.seen), *line.ages.split("; ")),
        stacked(line.voice, line.action),
        stacked(
            line.comment,
            labelled("Significance", line.significance),
            labelled("Key questions", line.questions),
            labelled("Themes", line.themes),
            labelled("Flags", line.flags),
        ),
    ]
    return [UNPRINTABLE.sub("", cell) for cell in cells]


OF_THE_AGENCY = 2
"""Which of HEADS stands in the agency's colour."""


def tints_of(line: Line, *, are_whole: bool) -> list[str]:
    """Return the colour behind each cell, "" for none: the agency's own cell, or the whole row."""
    return [line.tint if are_whole or at == OF_THE_AGENCY else "" for at in range(len(HEADS))]


def _hours(line: Line) -> str:
    return f"{line.time} to {line.time_end}" if line.time_end else line.time


def _since(days: int | None) -> str:
    return "" if days is None else f"({since_last_contact(days)})"


def stacked(*parts: str) -> str:
    """Return the parts that say something, one a line."""
    return "\n".join(part for part in parts if part)


def labelled(label: str, text: str) -> str:
    return f"{label}: {text}" if text else ""
