"""The words of the instructions: once here, on the page, in Word and in Excel alike."""

from chronology.papers.asked import Asked

DATE_EXAMPLES: tuple[tuple[str, str], ...] = (
    ("22/05/2009", "that day; 22.05.09, 22 May 2009 and Fri 22nd May 09 do as well"),
    ("?22 may 2009", "about that day: the record is not certain"),
    ("c. May 2009", "some time about that month"),
    ("May 2009", "some day in that month"),
    ("2009", "some day in that year"),
    ("Summer 2009", "June to August"),
    ("early May 2009", "the first ten days; mid and late do as well"),
    ("w/c 18/05/2009", "the week from that Monday"),
    ("22/05/2009 - 25/05/2009", "from the first day to the last"),
    ("left empty, or “as above”", "the date of the row above"),
)
HOW_TO_WRITE = (
    "Write one event in each row, in order of date.",
    "Write dates as they stand on the record. Never make an uncertain date look certain.",
    "For several events on one day without a time, keep them in the order in which they happened.",
    "Name the record, such as “HV diary”, and not your agency: its name is added for you.",
    "To leave yourself a note, begin its event with #. It is kept apart from the others.",
    "You may change fonts and widths. Leave the headings as they are, and add no columns.",
    "Names are wanted: they are taken out later, for those who may not read them.",
)
HOW_TO_RETURN = (
    "Sign in to the portal and open what your agency is asked for. Do not send it by e-mail.",
    "Send the filled template, or your own Word, Excel or CSV file, or type the rows on line.",
    "The portal shows what it read before anything is taken in, row by row, and says how to mend "
    "what it could not read. Send the corrected file again: rows are updated, never doubled.",
    "Hand it in when it is complete. If the board sends it back, its reasons are on the same page.",
)


def e_mail(asked: Asked) -> tuple[str, str]:
    """Return subject and body of a covering e-mail: a reference, a day and where to sign in."""
    due = dict(asked.facts)["Return by"]
    subject = f"Chronology for review {asked.reference}, due {due}"
    body = (
        f"Your agency is asked for its chronology for review {asked.reference}.\n\n"
        f"Return by: {due}\n\n"
        "What to write, the templates for Word and Excel and the place to return it are in the "
        f"portal:\n{asked.address}\n\n"
        "Please do not answer by e-mail with any detail of the case.\n\n"
        f"{asked.board}\n"
    )
    return subject, body
