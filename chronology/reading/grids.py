"""The cells of one table, sheet or file of comma-separated text, whatever it was kept in."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Grid:
    """Rows of cells as text; rows and columns are counted from 0 here, from 1 in keys.

    `spanned` are rows that one cell runs across, `merged` cells that carry on the cell above.
    """

    table: str
    rows: list[list[str]]
    key_form: str = "R{row}"
    is_hidden: bool = False
    spanned: set[int] = field(default_factory=set)
    merged: set[tuple[int, int]] = field(default_factory=set)

    def key(self, file: str, row: int) -> str:
        """The position of a row, counted from 1, as entries name it."""
        return f"{file}#" + self.key_form.format(table=self.table, row=row)


def cleaned(text: str) -> str:
    """Text without blanks at its ends, and without marks that nobody sees."""
    text = text.strip()
    if text and not text.isascii():
        text = text.translate(_UNSEEN).strip()
    return text


_UNSEEN = {ord(c): None for c in "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"} | {0xA0: " "}
