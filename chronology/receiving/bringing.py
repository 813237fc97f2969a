"""Files from the command line: kept, read and taken in at once, or only rehearsed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from boards.models import Agency, User
from chronology.models import AgencyChronology, SourceFile
from chronology.receiving.keeping import keep
from chronology.receiving.reading_in import read_in
from chronology.receiving.stored import DOUBT
from chronology.receiving.taking import take
from reviews.models import Review


class Unusable(Exception):
    """Nothing of a file could be taken in; the message names the file and says why."""


@dataclass
class Sent:
    """What came of one file."""

    file: str
    counts: dict[str, int]
    is_the_same: bool = False
    rejected: list[dict[str, Any]] = field(default_factory=list)
    flagged: list[dict[str, Any]] = field(default_factory=list)
    doubts: list[dict[str, Any]] = field(default_factory=list)


def bring_in(
    review: Review,
    agency: Agency,
    files: Sequence[tuple[str, bytes]],
    *,
    by: User,
    at: datetime,
    is_rehearsal: bool = False,
) -> list[Sent]:
    """The rows of all files stand in the chronology, or, on a fault in one, those of none.

    Raises Unusable, WrongKind or NotYet. A rehearsal leaves nothing behind.
    """
    kept: list[SourceFile] = []
    try:
        with transaction.atomic():
            chronology = AgencyChronology.of(review, agency)
            came = [_bring_in(chronology, one, kept, by=by, at=at) for one in files]
            transaction.set_rollback(is_rehearsal)
    except BaseException:
        _let_go(kept)
        raise
    if is_rehearsal:
        _let_go(kept)
    return came


def _bring_in(
    chronology: AgencyChronology,
    sent: tuple[str, bytes],
    kept: list[SourceFile],
    *,
    by: User,
    at: datetime,
) -> Sent:
    name, content = sent
    file, is_new = keep(content, name=name, chronology=chronology, by=by, at=at)
    if is_new:
        kept.append(file)
    if file.taken_at:
        same = file.outcome["new"] + file.outcome["changed"] + file.outcome["unchanged"]
        came = {"new": 0, "changed": 0, "unchanged": same + file.outcome["returned"]}
        return _told(file, file.outcome | came | {"returned": 0, "withdrawn": 0}, is_the_same=True)
    if file.is_to_be_read:
        read_in(file)
    if file.reading is None or file.refusal:
        raise Unusable(f"{name}: {file.refusal}")
    if not file.reading["entries"]:
        raise Unusable(f"{name}: {_first_problem(file)}")
    done = take(file, by=by, at=at)
    return _told(done, done.outcome)


def _first_problem(file: SourceFile) -> str:
    wrong = [one["sentence"] for one in file.reading["problems"]]
    return " ".join(["No row of it can be taken in.", *wrong[:1]])


def _let_go(files: list[SourceFile]) -> None:
    """Nothing of the content stays on disk either."""
    for file in files:
        file.document.content.storage.delete(file.document.content.name)


def _told(file: SourceFile, counts: dict[str, int], *, is_the_same: bool = False) -> Sent:
    sent = Sent(file.name, counts, is_the_same)
    lists = {"reject": sent.rejected, "flag": sent.flagged, DOUBT: sent.doubts}
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for one in file.reading["problems"]:
        key = (one["fate"], one["key"])
        if key not in rows:
            rows[key] = {
                "key": f"{file.name}#{one['key']}",
                "file": file.name,
                "table": one["table"],
                "row": one["row"],
                "reason": one["reason"],
                "expected": one["fate"],
                "reasons": [],
                "sentences": [],
            }
            lists[one["fate"]].append(rows[key])
        rows[key]["reasons"].append(one["reason"])
        rows[key]["sentences"].append(one["sentence"])
    return sent
