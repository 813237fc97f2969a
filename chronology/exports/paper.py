"""What stands around the lines on paper: title, marking, when it was made, what is left out."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from boards.govuk.words import counted, moment_on_paper
from boards.models import User
from reviews.models import Review

MARKING = "OFFICIAL-SENSITIVE"
ABBREVIATIONS = "Abbreviations"


@dataclass(frozen=True)
class Paper:
    """The head of a copy. `chosen` are the filters in words, empty when nothing was left out;
    `unfinished` says which agencies have not let go of their rows. With `colours_rows` an agency's
    colour goes over its whole rows, and not its name alone.
    """

    reference: str
    board: str
    is_anonymised: bool
    chosen: tuple[str, ...]
    made: str
    count: int
    called: str = "Integrated chronology"
    order: str = "oldest first"
    unfinished: tuple[str, ...] = ()
    glossary: tuple[str, ...] = ()
    colours_rows: bool = False

    @classmethod
    def of(
        cls,
        review: Review,
        *,
        is_anonymised: bool,
        chosen: tuple[str, ...],
        count: int,
        by: User | None,
        at: datetime,
        **besides: Any,
    ) -> "Paper":
        made = f"Made on {moment_on_paper(at)}" + (f" by {by}" if by else "")
        return cls(
            review.reference, review.board.name, is_anonymised, chosen, made, count, **besides
        )

    @property
    def title(self) -> str:
        return f"{self.called}, {self.reference}"

    @property
    def marking(self) -> str:
        return f"{MARKING}: {'anonymised' if self.is_anonymised else 'named'} copy"

    @property
    def notes(self) -> list[str]:
        """Return the sentences under the title."""
        shown = counted(self.count, "entry").replace("entrys", "entries")
        choice = f"Only: {', '.join(self.chosen)}." if self.chosen else "Nothing is left out."
        notes = [f"{self.board}. {self.made}.", f"{shown}, {self.order}. {choice}"]
        if self.unfinished:
            notes.append(f"Not final, and marked in each row: {'; '.join(self.unfinished)}.")
        return notes
