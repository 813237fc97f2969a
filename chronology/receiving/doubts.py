"""Rows with something to mend: what is wrong, and the cells in which a person mends it."""

from collections import Counter
from dataclasses import dataclass

from chronology.columns import LONG, PURPOSES
from chronology.models import SourceFile
from chronology.reading.rows import Role
from chronology.receiving.stored import Stored
from chronology.receiving.words import reason_in_words, where

ASKED = (Role.DATE, Role.TIME, Role.END_DATE, Role.SOURCE, Role.EVENT)
OF_A_TABLE = frozenset({"missing_column", "side_by_side"})
COMPULSORY = frozenset({Role.DATE, Role.EVENT})
SHOWN = 200  # characters of what stands in the file
MANY = 10  # rows of which the same is said: more than a person reads one by one


@dataclass(frozen=True)
class Cell:
    """A cell of the row, to be put right."""

    role: str
    label: str
    text: str
    is_long: bool


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row that is refused, flagged, or was put right here. Its cells are put together late."""

    key: str
    problems: tuple[Stored, ...]
    entry: Stored | None
    correction: Stored | None
    asked: tuple[str, ...]

    @property
    def sentences(self) -> list[str]:
        return [one["sentence"] for one in self.problems]

    @property
    def reasons(self) -> set[str]:
        return {one["reason"] for one in self.problems}

    @property
    def is_refused(self) -> bool:
        return any(one["fate"] == "reject" for one in self.problems)

    @property
    def is_put_right(self) -> bool:
        return self.correction is not None

    @property
    def may_be_put_right(self) -> bool:
        """Return whether it is a row with cells of its own, and not a remark on a whole table."""
        return self.is_put_right or not self.reasons <= OF_A_TABLE

    @property
    def raw(self) -> str:
        return next((one["raw"][:SHOWN] for one in self.problems), "")

    @property
    def event(self) -> str:
        """Return what the row tells, by which its author knows it again."""
        told = self.entry["event"] if self.entry else ""
        return told or next((one["cells"].get(Role.EVENT, "") for one in self.problems), "")

    @property
    def cells(self) -> list[Cell]:
        texts = _from_entry(self.entry) if self.entry else {}
        for one in self.problems:
            texts |= one["cells"]
        texts |= self.correction or {}
        asked = dict.fromkeys((*self.asked, *map(str, texts)))
        return [Cell(role, label_of(role), texts.get(role, ""), role in LONG) for role in asked]

    @property
    def where(self) -> str:
        return where(self.key)

    @property
    def standing(self) -> tuple[str, str]:
        """Return the word for it and its colour."""
        if self.is_refused:
            return "Refused", "red"
        return ("To check", "yellow") if self.problems else ("Put right here", "green")


def label_of(name: str) -> str:
    """Return what a cell is called: by its purpose, the board's own by their headings."""
    return PURPOSES.get(name) or name.removeprefix(f"{Role.OTHER}-")


@dataclass(frozen=True)
class Reason:
    """Something that is wrong with several rows: its slug, in words, and with how many."""

    slug: str
    text: str
    number: int
    is_shown: bool


def reasons_of(doubts: list[Doubt], shown: str) -> list[Reason]:
    """Return what is wrong, the most frequent first."""
    counts = Counter(reason for doubt in doubts for reason in doubt.reasons)
    return [
        Reason(slug, reason_in_words(slug), number, slug == shown)
        for slug, number in counts.most_common()
    ]


@dataclass(frozen=True)
class Many:
    """One remark that is made again and again, and the first and last row of which it is made."""

    reason: Reason
    first: str
    last: str


def apart(doubts: list[Doubt], reasons: list[Reason]) -> tuple[list[Many], list[Doubt]]:
    """Return what is said of MANY rows and more, and the rows of which anything else is said.

    A refused row, and one that was put right here, is always among the latter.
    """
    refusing = {slug for doubt in doubts if doubt.is_refused for slug in doubt.reasons}
    common = {one.slug for one in reasons if one.number > MANY} - refusing
    together = [one for one in doubts if not one.is_put_right and one.reasons <= common]
    many = []
    for reason in reasons:
        rows = [one for one in together if reason.slug in one.reasons]
        if rows:
            many.append(Many(reason, rows[0].where, rows[-1].where))
    together_keys = {one.key for one in together}
    return many, [one for one in doubts if one.key not in together_keys]


def doubts_of(file: SourceFile) -> list[Doubt]:
    """Return the rows to look at, the refused ones first, then by their order in the file."""
    problems: dict[str, list[Stored]] = {}
    for one in file.reading["problems"]:
        problems.setdefault(one["key"], []).append(one)
    for key in file.corrections:
        problems.setdefault(key, [])
    entries = {one["key"]: one for one in file.reading["entries"]}
    asked = _asked(file)
    doubts = [
        Doubt(key, tuple(some), entries.get(key), file.corrections.get(key), asked)
        for key, some in problems.items()
    ]
    return sorted(doubts, key=lambda doubt: (not doubt.is_refused, not doubt.problems))


def cells_of(file: SourceFile, key: str) -> dict[str, str] | None:
    """Return {role: text} of a row with something to mend, or None where it has none."""
    for doubt in doubts_of(file) if file.reading else ():
        if doubt.key == key:
            return {cell.role: cell.text for cell in doubt.cells}
    return None


def sentences_of(file: SourceFile, key: str) -> list[str]:
    """Return what is still wrong with a row."""
    return [
        one["sentence"] for one in (file.reading or {}).get("problems", []) if one["key"] == key
    ]


def _from_entry(entry: Stored) -> dict[str, str]:
    return {
        Role.DATE: entry["date_raw"],
        Role.TIME: entry["time_raw"],
        Role.SOURCE: entry["source"],
        Role.EVENT: entry["event"],
    }


def _asked(file: SourceFile) -> tuple[str, ...]:
    """Return the roles of the cells to show: those that the file has, and what a row must have."""
    there = {column["role"] for table in file.reading["tables"] for column in table["columns"]}
    return tuple(str(role) for role in ASKED if role in there | COMPULSORY)
