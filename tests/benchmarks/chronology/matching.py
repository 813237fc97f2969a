"""How well and how fast entries of the same event are found, beside sets whose truth is known.

`measure` gives, for each set, the figures with rows as the files are read, and as the truth has
them; and for the largest, the seconds for 6,000 and 50,000 entries and how they grow: 1 is in
proportion to the entries.
"""

import csv
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from datetime import time as clock
from itertools import combinations
from pathlib import Path

from chronology.reading import Entry, read
from chronology.same_event import Account, Candidate, Cast, propose
from tests.benchmarks.chronology.sets import f1, key_of, truth_of

SIZES = (6_000, 50_000)
LARGEST = 6_000
APART = timedelta(days=7 * 366)
Pair = frozenset[str]


def measure(sets: Sequence[Path]) -> Iterable[dict]:
    """The figures of every set."""
    for folder in sets:
        yield from figures(folder)


def figures(folder: Path) -> Iterable[dict]:
    """The figures of one set: what is found, with and without the cast, and how fast."""
    truth = truth_of(folder)
    told, known = accounts(folder, truth), accounts_as_known(truth)
    with (folder / "people.csv").open(encoding="utf-8-sig", newline="") as people:
        cast = Cast.of(csv.DictReader(people))
    case = {"case": "chronology_matching", "set": folder.name}
    for rows, people in (("read", cast), ("read", None), ("known", cast)):
        found = propose(told if rows == "read" else known, people=people)
        yield {**case, "rows": rows, "cast": people is not None, **exactness(truth, found)}
    if len(known) >= LARGEST:
        yield {"case": "chronology_matching_speed", "set": folder.name, **speed(known, cast)}


def accounts(folder: Path, truth: dict) -> list[Account]:
    """Every row as the agencies' files are read."""
    scope = tuple(date.fromisoformat(truth["case"][f"scope_{end}"]) for end in ("start", "end"))
    rows = []
    for agency in truth["agencies"]:
        name = Path(agency["file"]).name
        reading = read((folder / "agencies" / name).read_bytes(), name, scope=scope)
        rows.extend(_as_read(entry, agency["name"]) for entry in reading.entries)
    return rows


def _as_read(entry: Entry, agency: str) -> Account:
    when = entry.when
    return Account(
        entry.key, agency, when.start, when.end, str(when.precision), when.at, entry.event,
        entry.source, entry.present, entry.action, entry.comment, entry.child_voice,
        entry.child_seen, when.raw, when.time_raw,
    )  # fmt: skip


def accounts_as_known(truth: dict) -> list[Account]:
    """Every row as the truth has it."""
    names = {agency["code"]: agency["name"] for agency in truth["agencies"]}
    return [
        Account(
            key_of(row), names[row["agency"]], date.fromisoformat(row["date_start"]),
            date.fromisoformat(row["date_end"]), row["precision"],
            _clock(row.get("time")), row["event"], row.get("source") or "",
            row.get("present") or "", row.get("action") or "", row.get("comment") or "",
            raw_date=row.get("date_raw") or "",
        )
        for row in truth["entries"]
    ]  # fmt: skip


def _clock(written: str | None) -> clock | None:
    return clock.fromisoformat(written) if written else None


def exactness(truth: dict, found: Iterable[Candidate]) -> dict[str, float]:
    """Precision, recall and F1 of the pairs, and the share of them that are decoys."""
    keys = {row["id"]: key_of(row) for row in truth["entries"]}
    same = {
        pair for g in truth["duplicate_groups"] for pair in _across([[e] for e in g["entries"]])
    }
    decoys = {pair for decoy in truth["decoys"] for pair in _across(decoy["entries"])}
    true, false = ({frozenset(map(keys.get, pair)) for pair in some} for some in (same, decoys))
    got = {frozenset((candidate.a, candidate.b)) for candidate in found}
    right = len(got & true)
    return {
        "n": len(true),
        "f1": f1(right, len(got), len(true)),
        "precision": round(right / max(1, len(got)), 3),
        "recall": round(right / max(1, len(true)), 3),
        "decoys": round(len(got & false) / max(1, len(got)), 3),
    }


def _across(lists: Sequence[Sequence[str]]) -> Iterable[Pair]:
    for one, two in combinations(lists, 2):
        for a in one:
            for b in two:
                yield frozenset((a, b))


def speed(rows: Sequence[Account], cast: Cast) -> dict[str, float]:
    """Processor time for both sizes, the larger made of later copies of the set."""
    seconds = []
    for size in SIZES:
        many = repeated(rows, size)
        began = time.process_time()
        propose(many, people=cast)
        seconds.append(time.process_time() - began)
    growth = (seconds[1] / seconds[0]) / (SIZES[1] / SIZES[0])
    return {
        f"seconds_{SIZES[0]}": round(seconds[0], 2),
        f"seconds_{SIZES[1]}": round(seconds[1], 2),
        "growth": round(growth, 2),
    }


def repeated(rows: Sequence[Account], size: int) -> list[Account]:
    """So many accounts: the rows again and again, each time some years later."""
    return [
        replace(row, id=f"{time_over} {row.id}", start=row.start + later, end=row.end + later)
        for time_over in range(-(-size // len(rows)))
        for later in (APART * time_over,)
        for row in rows
    ][:size]
