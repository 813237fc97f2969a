"""How rows of a file, and what was read of them, are said to a person."""

import re
from datetime import date

from boards.govuk.words import MONTHS, clock, on_paper
from chronology.dates import Precision, TimePrecision, edge_of
from chronology.receiving.stored import Stored, revived

TABLE_AND_ROW = re.compile(r"T(\d+)R(\d+)")
SHEET_AND_ROW = re.compile(r"(.*)!R(\d+)", re.DOTALL)
ROW = re.compile(r"R(\d+)")
LEFT = re.compile(r"~\d+$")  # of a row that a later file has left out, and that stands

PASSED_OVER = {
    "preamble": "Text before the table",
    "header": "Headings",
    "heading": "Headings",
    "repeated_header": "Headings, repeated",
    "banner": "A line across the table",
    "blank": "Empty",
    "footer": "Text after the table",
    "details_table": "A table about the case, not a chronology",
    "glossary_table": "A list of abbreviations",
    "hidden_sheet": "A hidden sheet",
    "other_table": "A table that is no chronology",
    "continuation": "Carries on the row above",
}


REASONS = {
    "impossible_date": "No such date",
    "end_before_start": "The end is before the start",
    "missing_date": "No date",
    "unparseable_date": "Not a date",
    "empty_event": "No event",
    "out_of_scope": "Outside the period of the review",
    "weekday_mismatch": "Another day of the week",
    "html_script": "Holds a script",
    "html_event_handler": "Holds a hidden script",
    "formula_hyperlink": "Holds a formula with a link",
    "formula_command": "Holds a formula with a command",
    "exact_duplicate_row": "Repeats another row",
    "swapped_day_month": "Day and month perhaps swapped",
    "not_understood": "None of the choices",
    "not_filled": "Not filled in",
    "missing_column": "A column is missing",
    "side_by_side": "Another chronology beside the first",
    "week_begins_oddly": "A week from or to another day",
    "below_note": "No date, below a note",
    "impossible_time": "No time of day",
}


def reason_in_words(reason: str) -> str:
    """Return in a few words what is wrong with a row."""
    return REASONS.get(reason, reason.replace("_", " ").capitalize())


def where(position: str) -> str:
    """Return "table 2, row 14", "sheet Chronology, row 9" or "row 31"."""
    position = LEFT.sub("", position)
    if match := TABLE_AND_ROW.fullmatch(position):
        return f"table {match[1]}, row {match[2]}"
    if match := SHEET_AND_ROW.fullmatch(position):
        return f"sheet {match[1]}, row {match[2]}"
    match = ROW.fullmatch(position)
    return f"row {match[1]}" if match else position


def passed_over(kind: str) -> str:
    """Return why a row is no entry."""
    return PASSED_OVER.get(kind, kind.replace("_", " ").capitalize())


def as_read(stored: Stored) -> str:
    """Return how the date and time of a row were understood."""
    fields = revived(stored)
    start, end = fields["date_start"], fields["date_end"]
    is_about = fields["precision"] == Precision.APPROXIMATE
    edge = edge_of(fields["date_raw"], start, end) if is_about else None
    words = f"{edge[0]} {on_paper(edge[1])}" if edge else days(start, end, fields["precision"])
    if fields["time"]:
        about = "about " if fields["time_precision"] == TimePrecision.APPROXIMATE else ""
        words += f", {about}{clock(fields['time'])}"
    if fields["time_end"]:
        words += f" to {clock(fields['time_end'])}"
    notes = {
        "is_same_as_above": "as in the row above",
        "is_year_inferred": "with the year of the row above",
        "is_uncertain": "in doubt",
    }
    said = [note for name, note in notes.items() if fields[name] and not edge]
    return f"{words} ({', '.join(said)})" if said else words


def days(start: date, end: date, precision: str) -> str:
    """Return the day, or the days between which it was."""
    match precision:
        case Precision.MONTH:
            return f"{MONTHS[start.month - 1]} {start.year}"
        case Precision.YEAR:
            return str(start.year)
        case Precision.APPROXIMATE if start == end:
            return f"about {on_paper(start)}"
        case Precision.APPROXIMATE:
            return f"between {on_paper(start)} and {on_paper(end)}"
    return on_paper(start) if start == end else f"{on_paper(start)} to {on_paper(end)}"
