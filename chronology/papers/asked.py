"""What one agency is asked for, as the papers say it: no name of a child, no fact of the case."""

from dataclasses import dataclass
from datetime import date

from boards.govuk.words import on_paper
from chronology.columns import Column

MARKING = "OFFICIAL-SENSITIVE"


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands at the head of every paper, and the columns."""

    reference: str
    board: str
    agency: str
    preamble: str
    columns: tuple[Column, ...]
    due_on: date | None = None
    from_on: date | None = None
    to_on: date | None = None
    address: str = ""

    @property
    def title(self) -> str:
        return f"Chronology, review {self.reference}"

    @property
    def facts(self) -> list[tuple[str, str]]:
        """Return (what, which) in the order of the head."""
        period = (
            f"{on_paper(self.from_on)} to {on_paper(self.to_on)}"
            if self.from_on and self.to_on
            else "As agreed with the board"
        )
        return [
            ("Board", self.board),
            ("Review", self.reference),
            ("Agency", self.agency),
            ("Period of the review", period),
            ("Return by", on_paper(self.due_on) or "As agreed with the board"),
        ]

    @property
    def file_name(self) -> str:
        return f"chronology-{self.reference}"
