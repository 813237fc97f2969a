"""The Word template that an agency fills in, and the instructions that go with it."""

from chronology.columns import Column
from chronology.papers import word
from chronology.papers.asked import Asked
from chronology.papers.wording import DATE_EXAMPLES, HOW_TO_RETURN, HOW_TO_WRITE
from chronology.reading.rows import Role

EMPTY_ROWS = 25
SHARES: dict[str, float] = {
    Role.EVENT: 5,
    Role.VOICE: 2.5,
    Role.ACTION: 2.5,
    Role.COMMENT: 2.5,
    Role.PRESENT: 2,
    Role.DATE: 1.6,
    Role.END_DATE: 1.6,
    Role.SOURCE: 1.6,
    Role.REF: 0.8,
}


def share(column: Column) -> float:
    """Return how wide the column is beside the others."""
    return SHARES.get(column.role, 1.2)


def template(asked: Asked) -> bytes:
    """Return the Word file: head, preamble, and the table to fill in."""
    paper = word.begun(asked, asked.title)
    word.add_lines(paper, filter(None, asked.preamble.splitlines()))
    table = word.add_table(
        paper,
        [column.heading for column in asked.columns],
        [share(column) for column in asked.columns],
        says="Chronology: one event in each row",
    )
    for _ in range(EMPTY_ROWS):
        word.add_row(table, [""] * len(asked.columns))
    return word.as_bytes(paper)


def instructions(asked: Asked) -> bytes:
    """Return the Word file that says what to write, what is checked and how to return it."""
    paper = word.begun(asked, f"How to write the chronology, review {asked.reference}")
    word.add_lines(paper, filter(None, asked.preamble.splitlines()))
    paper.add_heading("How to write it", level=2)
    word.add_lines(paper, HOW_TO_WRITE, "List Bullet")
    paper.add_heading("The columns", level=2)
    columns = word.add_table(
        paper,
        ["Heading", "What to write", "Must it be filled in?", "What is checked"],
        [2, 4, 1.5, 4],
        says="What each column is for and what is checked in it",
    )
    for column in asked.columns:
        must = "Yes" if column.is_compulsory else "No"
        word.add_row(columns, [column.heading, column.help, must, column.check])
    paper.add_heading("How to write dates", level=2)
    dates = word.add_table(
        paper, ["Written", "Is taken as"], [1, 2], says="Examples of dates and what they mean"
    )
    for example in DATE_EXAMPLES:
        word.add_row(dates, example)
    paper.add_heading("How to return it", level=2)
    word.add_lines(paper, HOW_TO_RETURN, "List Number")
    return word.as_bytes(paper)
