"""A line laid out for paper: seven columns, the details under what they belong to."""

import re

from chronology.exports.lines import Line

# What neither XML nor a printer takes: control characters, halves of characters, and the marks
# that turn the direction of writing about.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
HEADS = ("No.", "When", "Agency and source", "Event", "Seen", "Child’s voice and action", "Comment")


def columns_of(line: Line) -> list[str]:
    """Return the text of each of HEADS, without what cannot be printed."""
    cells = [
        str(line.number),
        stacked(line.when, line.time),
        stacked(line.agency, line.source, line.key),
        stacked(
            line.event,
            labelled("Present", line.present),
            labelled("Same event as no.", line.same_as),
        ),
        line.seen,
        stacked(line.voice, line.action),
        stacked(line.comment, labelled("Significance", line.significance)),
    ]
    return [UNPRINTABLE.sub("", cell) for cell in cells]


def stacked(*parts: str) -> str:
    """Return the parts that say something, one a line."""
    return "\n".join(part for part in parts if part)


def labelled(label: str, text: str) -> str:
    return f"{label}: {text}" if text else ""
