"""Reads the plain CSV files of these tests, where no full reader is installed."""

import csv
import io
import re
from datetime import date, time

from chronology.dates import Precision, TimePrecision, When
from chronology.reading.rows import (
    Column,
    Entry,
    Fate,
    PassedOver,
    Problem,
    Reading,
    Role,
    Table,
    Unreadable,
)

ROLES = {"date": Role.DATE, "time": Role.TIME, "source": Role.SOURCE, "event": Role.EVENT}


def read(content, name, *, scope=None, mapping=None, corrections=None):
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig", "replace"))))
    if not lines or "broken" in lines[0][0]:
        raise Unreadable(f"{name} has no table: save it again.")
    mapping = mapping or {}
    roles = [Role(mapping.get(h, ROLES.get(h.casefold(), Role.OTHER))) for h in lines[0]]
    entries, problems, passed = [], [], [PassedOver("", 1, "heading")]
    for number, line in enumerate(lines[1:], start=2):
        key = f"{name}#R{number}"
        cells = {str(r): c for r, c in zip(roles, line, strict=False) if r != Role.OTHER}
        cells |= (corrections or {}).get(key, {})
        if not any(line):
            passed.append(PassedOver("", number, "blank"))
            continue
        one = _row(key, name, number, cells, scope)
        found, wrong = one
        entries += [found] if found else []
        problems += wrong
    columns = tuple(Column(h, r, ("a sample",)) for h, r in zip(lines[0], roles, strict=True))
    tables = (Table("", 1, columns),)
    return Reading(name, tables, tuple(entries), tuple(problems), tuple(passed))


def _row(key, name, number, cells, scope):
    def problem(reason, fate, sentence):
        return Problem(key, name, "", number, reason, fate, sentence, cells.get("date", ""), cells)

    raw, event = cells.get("date", ""), cells.get("event", "")
    match = re.fullmatch(r"(\d+)/(\d+)/(\d{4})", raw)
    if not event:
        return None, [problem("empty_event", Fate.REJECT, "Say what happened.")]
    try:
        day = date(int(match[3]), int(match[2]), int(match[1])) if match else None
    except ValueError:
        wrong = problem("impossible_date", Fate.REJECT, f"There is no {raw}: correct the date.")
        return None, [wrong]
    if day is None:
        wrong = problem("unparseable_date", Fate.REJECT, f"{raw} is no date: write 22/05/2009.")
        return None, [wrong]
    clock = cells.get("time", "")
    at = time.fromisoformat(clock) if clock else None
    when = When(
        day,
        day,
        Precision.DAY,
        raw,
        at,
        None,
        TimePrecision.EXACT if at else TimePrecision.NONE,
        clock,
    )
    source = cells.get("source", "")
    entry = Entry(key, name, "", number, when, event, source=source, is_note=source.startswith("#"))
    outside = scope and not scope[0] <= day <= scope[1]
    doubt = problem("out_of_scope", Fate.FLAG, f"{raw} is outside the period of the review.")
    return entry, [doubt] if outside else []
