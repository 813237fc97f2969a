"""The cells of one table, sheet or file of comma-separated text, whatever it was kept in."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Grid:
    """Rows of cells as text; rows and columns are counted from 0 here, from 1 in keys.

    `before` are lines of text above the table, `title` is the one just above or the sheet's name,
    `spanned` are rows that one cell runs across,
    `merged` cells that carry on the cell above.
    """

    table: str
    rows: list[list[str]]
    key_form: str = "R{row}"
    is_hidden: bool = False
    spanned: set[int] = field(default_factory=set)
    merged: set[tuple[int, int]] = field(default_factory=set)
    before: list[str] = field(default_factory=list)
    title: str = ""

    def key(self, file: str, row: int | str) -> str:
        """The position of a row, counted from 1, as entries name it."""
        return f"{file}#" + self.key_form.format(table=self.table, row=row)


def cleaned(text: str) -> str:
    """Text without blanks at its ends, and without marks that nobody sees."""
    return (text if text.isascii() else without_unseen(text)).strip()


def without_unseen(text: str) -> str:
    """Text without marks that nobody sees, its unbreakable blanks as plain ones.

    One search a mark is cheaper than looking every letter up, even over a whole document.
    """
    for mark in _UNSEEN:
        if mark in text:
            text = text.replace(mark, "")
    return text.replace("\u00a0", " ")


def cleaned_rows(rows: Iterable[list[str]], text: str) -> list[list[str]]:
    """Rows of cells cleaned; `text` holds all of them, so that it is searched for marks once."""
    if text.isascii() or without_unseen(text) == text:
        return [[*map(str.strip, row)] for row in rows]
    return [[*map(cleaned, row)] for row in rows]


_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
