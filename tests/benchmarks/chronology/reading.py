"""How well and how fast agencies' files are read, beside sets whose truth is known.

The speed is set beside reading the same cells as text and doing nothing with them: lxml over the
tables of a document, python-calamine over the sheets of a workbook, csv over text.
"""

import csv
import io
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree
from python_calamine import CalamineWorkbook

from chronology.reading import Entry, Reading, read
from tests.benchmarks.chronology.sets import f1, key_of, truth_of

Truth = dict[str, Any]
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RUNS = 5


def figures(folder: Path) -> Iterable[dict]:
    """The figures of one set: how much is right, then how long it takes."""
    truth = truth_of(folder)
    files = {Path(agency["file"]).name for agency in truth["agencies"]}
    contents = {name: (folder / "agencies" / name).read_bytes() for name in sorted(files)}
    scope = (
        date.fromisoformat(truth["case"]["scope_start"]),
        date.fromisoformat(truth["case"]["scope_end"]),
    )
    readings = [read(content, name, scope=scope) for name, content in contents.items()]
    yield {"case": "chronology_reading", "set": folder.name, **exactness(truth, readings)}
    yield {"case": "chronology_reading_roles", "set": folder.name, **columns(truth, readings)}
    yield {"case": "chronology_reading_speed", "set": folder.name, **speed(contents)}


def exactness(truth: Truth, readings: Iterable[Reading]) -> dict[str, float]:
    """Rows, dates, times, the child seen by the column, and rows refused or flagged."""
    readings = list(readings)
    known = {key_of(entry): entry for entry in truth["entries"]}
    told = {entry.key: entry for reading in readings for entry in reading.entries}
    rejected = {key_of(row) for row in truth["rejected"]}
    flagged = {key_of(row) for row in truth["rejected"] if row.get("entry")}
    problems = {problem.key for reading in readings for problem in reading.problems}
    return {
        "n": len(known),
        "rows_f1": f1(
            len((known.keys() & told.keys()) - flagged),
            len(told.keys() - flagged),
            len(known.keys() - flagged),
        ),
        "dates_f1": agreement(known, told, as_dated, lambda e: e.get("date_start") and dated(e)),
        "times_f1": agreement(known, told, as_timed, lambda e: e.get("time")),
        "seen_f1": agreement(known, told, lambda e: e.child_seen, seen_in_column),
        "rejected_f1": f1(len(problems & rejected), len(problems), len(rejected)),
        "good_rows_refused": len((known.keys() - told.keys()) & problems),
        "rows_lost": len(known.keys() - told.keys() - problems),
    }


def agreement(
    known: dict[str, Truth],
    told: dict[str, Entry],
    of_entry: Callable[[Entry], object],
    of_truth: Callable[[Truth], object],
) -> float:
    """F1 of one fact over all entries that have it."""
    true = {key: fact for key, entry in known.items() if (fact := of_truth(entry)) is not None}
    said = {key: fact for key, entry in told.items() if (fact := of_entry(entry)) is not None}
    right = sum(said.get(key) == fact for key, fact in true.items())
    return f1(right, len(said), len(true))


def dated(entry: Truth) -> tuple[str, str, str]:
    return entry["date_start"], entry["date_end"], entry["precision"]


def as_dated(entry: Entry) -> tuple[str, str, str]:
    when = entry.when
    return when.start.isoformat(), when.end.isoformat(), str(when.precision)


def as_timed(entry: Entry) -> str | None:
    return f"{entry.when.at:%H:%M}" if entry.when.at else None


def seen_in_column(entry: Truth) -> bool | None:
    return entry.get("child_seen") if entry.get("child_seen_from") == "column" else None


def columns(truth: Truth, readings: Iterable[Reading]) -> dict[str, object]:
    """How many columns of how many are taken for what they are."""
    roles = {
        (Path(agency["file"]).name, column["header"]): column["role"]
        for agency in truth["agencies"]
        for column in agency["columns"]
    }
    found: Counter[bool] = Counter()
    for reading in readings:
        for column in reading.tables[0].columns:
            role = roles.get((reading.file, column.heading), "")
            found[role.removesuffix("time") == str(column.role) or role == str(column.role)] += 1
    return {"n": found.total(), "right": found[True]}


def speed(contents: dict[str, bytes]) -> dict[str, float]:
    """The best of several runs of each, as processor time."""
    seconds = best(lambda: [read(content, name) for name, content in contents.items()])
    bare = best(lambda: [bare_cells(content) for content in contents.values()])
    return {
        "n": len(contents),
        "seconds": round(seconds, 3),
        "baseline_seconds": round(bare, 3),
        "ratio": round(seconds / bare, 2),
    }


def best(run: Callable[[], object]) -> float:
    def once() -> float:
        began = time.process_time()
        run()
        return time.process_time() - began

    return min(once() for _ in range(RUNS))


def bare_cells(content: bytes) -> int:
    """The cells of a file as text, and nothing made of them."""
    if not content.startswith(b"PK"):
        return sum(map(len, csv.reader(io.StringIO(content.decode("utf-8", "replace")))))
    archive = zipfile.ZipFile(io.BytesIO(content))
    if "word/document.xml" not in archive.namelist():
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
        return sum(len([str(cell) for cell in row]) for sheet in sheets for row in sheet)
    root = etree.fromstring(archive.read("word/document.xml"))
    return len(
        [
            [
                "".join(text.text or "" for text in cell.iter(f"{_W}t"))
                for cell in row.iter(f"{_W}tc")
            ]
            for row in root.iter(f"{_W}tr")
        ]
    )
