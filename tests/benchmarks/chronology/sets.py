"""The sets of invented chronologies, whose truth is known: those kept here, or others laid out so.

A set is a folder with `agencies/`, `people.csv` and `truth.json`.
"""

import json
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
NAMES = ("small", "medium", "large")


@contextmanager
def unpacked(data: Path | None = None) -> Iterator[list[Path]]:
    """The folders of all sets: those under `data`, or the ones kept here."""
    if data is not None:
        yield sorted(path.parent for path in data.rglob("truth.json"))
        return
    with tempfile.TemporaryDirectory(prefix="chronologies-") as folder:
        for name in NAMES:
            with tarfile.open(DATA / f"{name}.tar.xz") as archive:
                archive.extractall(folder, filter="data")
        yield [Path(folder, name) for name in NAMES]


def truth_of(folder: Path) -> dict[str, Any]:
    """What a perfect importer, matcher and anonymiser would find."""
    return json.loads((folder / "truth.json").read_text(encoding="utf-8"))


def key_of(place: dict[str, Any]) -> str:
    """The entry-key of a row of the truth: police.docx#T2R14, police.xlsx#Log!R9, police.csv#R31."""
    name, table, row = Path(place["file"]).name, place.get("table"), place["row"]
    if name.endswith(".docx"):
        return f"{name}#T{table}R{row}"
    return f"{name}#{table}!R{row}" if table not in (None, "") else f"{name}#R{row}"


def f1(right: int, told: int, true: int) -> float:
    """The harmonic mean of precision and recall."""
    return round(2 * right / (told + true), 4) if told + true else 1.0
