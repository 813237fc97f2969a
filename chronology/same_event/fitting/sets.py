"""Development sets: accounts, and what is true of them."""

import csv
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..account import Account, Cast
from ..agencies import perspective
from ..kinds import Features, features
from ..understanding import names_of
from ..words import plain, sentences

LOWER = re.compile(r"[A-Za-z][A-Za-z'/&]*")


@dataclass(frozen=True, slots=True)
class Set:
    """One development set: accounts, and what is true of them."""

    title: str
    accounts: list[Account]
    cast: Cast
    kinds: list[str]
    wordings: list[str]
    pairs: frozenset[tuple[int, int]]
    decoys: frozenset[tuple[int, int]]

    def texts(self) -> list[Features]:
        names = names_of(self.accounts, self.cast)
        return [
            features(a.event, a.action, perspective(a.agency), names) for a in self.accounts
        ]  # fmt: skip

    def half(self) -> NDArray:
        """Which half of the wordings each entry belongs to."""
        return np.array([zlib.crc32(wording.encode()) % 2 for wording in self.wordings])


def account(entry: dict, agency: str) -> Account:
    """An entry of truth.json as an importer would hand it over."""
    seen = entry.get("child_seen") if entry.get("child_seen_from") == "column" else None
    said = {
        n: entry.get(n) or "" for n in ("source", "present", "action", "comment", "child_voice")
    }
    return Account(
        entry["id"], agency, date.fromisoformat(entry["date_start"]),
        date.fromisoformat(entry["date_end"]), entry["precision"],
        time.fromisoformat(entry["time"]) if entry.get("time") else None, entry["event"],
        child_seen=seen, raw_date=entry.get("date_raw") or "", **said,
    )  # fmt: skip


def wording(entry: dict) -> str:
    """The first lower-case words of an entry: rows of one wording begin alike."""
    said = sentences(plain(entry["event"]))[0]
    first = [w for w in LOWER.findall(said) if not w[0].isupper() or w.isupper()][:2]
    return f"{entry['event_type']}|{entry['agency']}|{' '.join(first).lower()}"


def _crossing(groups: Sequence[Sequence[str]], at: dict[str, int]) -> Iterator[tuple[int, int]]:
    for one, two in combinations(groups, 2):
        for a in one:
            for b in two:
                yield min(at[a], at[b]), max(at[a], at[b])


def read(folder: Path) -> Set:
    """A set from its folder."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    names = {agency["code"]: agency["name"] for agency in truth["agencies"]}
    entries = truth["entries"]
    at = {entry["id"]: n for n, entry in enumerate(entries)}
    same = [[[e] for e in group["entries"]] for group in truth["duplicate_groups"]]
    with (folder / "people.csv").open(encoding="utf-8-sig", newline="") as people:
        cast = Cast.of(csv.DictReader(people))
    return Set(
        truth["case"]["title"],
        [account(entry, names[entry["agency"]]) for entry in entries],
        cast,
        [entry["event_type"] for entry in entries],
        [wording(entry) for entry in entries],
        frozenset(pair for group in same for pair in _crossing(group, at)),
        frozenset(pair for decoy in truth["decoys"] for pair in _crossing(decoy["entries"], at)),
    )
