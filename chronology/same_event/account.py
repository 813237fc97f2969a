"""What goes in and what comes out: accounts, candidates and how two accounts differ."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Account:
    """What one agency says of one thing that happened, as its author wrote it."""

    id: Hashable
    agency: str
    start: date
    end: date
    precision: str
    at: time | None
    event: str
    source: str = ""
    present: str = ""
    action: str = ""
    comment: str = ""
    child_voice: str = ""
    child_seen: bool | None = None
    raw_date: str = ""
    time_raw: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two accounts of one event disagree: the kind, and what each of them says."""

    kind: str  # date | day and month swapped | time | fact | child seen
    of: str
    a: str
    b: str

    def __str__(self) -> str:
        return f"{self.of}: {self.a} or {self.b}"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two accounts of different agencies that may report the same event, and why."""

    a: Hashable
    b: Hashable
    score: float  # probability, 0 to 1
    reasons: tuple[str, ...]
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """One way a person (or place) is called; several people may answer to it."""

    person: Hashable
    identifier: str
    pseudonym: str = ""
    role: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone known in the case, by every name they go by."""

    names: tuple[Named, ...]

    @classmethod
    def of(cls, rows: Iterable[dict[str, str]]) -> "Cast":
        """From rows with the columns of a people file."""
        return cls(
            tuple(
                Named(
                    row["person_id"], row["identifier"], row.get("pseudonym", ""),
                    row.get("role", ""), row.get("category", ""),
                )
                for row in rows
            )
        )  # fmt: skip
