"""Who is given which documents of an agreed review, under which guidance and until when."""

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from reviews.statutory.rules import Mark

DATA = Path(__file__).with_name("recipients.toml")


class Copy(StrEnum):
    """Whether names may leave with it."""

    FULL = "full"
    ANONYMISED = "anonymised"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody who is given `what`, kinds of documents; both days are included."""

    code: str
    name: str
    guidance: tuple[str, ...]
    what: tuple[str, ...]
    copy: Copy
    due: str
    basis: str
    mark: Mark
    only_if: str = ""
    first_day: date = date.min
    last_day: date = date.max

    @property
    def is_anonymised(self) -> bool:
        return self.copy is Copy.ANONYMISED


def recipients_of(guidance: str, on: date) -> tuple[Recipient, ...]:
    """Return who is given a review that a board agreed on that day under that guidance."""
    return tuple(
        each
        for each in RECIPIENTS
        if guidance in each.guidance and each.first_day <= on <= each.last_day
    )


def _read(path: Path) -> tuple[Recipient, ...]:
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["recipients"]
    return tuple(
        Recipient(
            guidance=tuple(row.pop("guidance")),
            what=tuple(row.pop("what")),
            copy=Copy(row.pop("copy")),
            mark=Mark(row.pop("mark")),
            **row,
        )
        for row in rows
    )


RECIPIENTS = _read(DATA)
