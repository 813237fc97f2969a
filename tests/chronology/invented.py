"""Chronologies invented for tests: other words, dates, layouts and formats from each seed."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.chronology.documents import csv_text, word_document, word_table, workbook
from tests.chronology.invented_words import (
    DAY_SHAPES,
    HEADINGS,
    TIME_SHAPES,
    cell,
    imprecise,
)


@dataclass
class Row:
    """One row as written, and what it is: entry, reject, flag, continuation or passed over."""

    cells: list[str]
    kind: str = "entry"
    start: date | None = None
    end: date | None = None
    precision: str = "day"
    at: str = ""
    seen: str = ""


@dataclass
class Invented:
    """A file, its name, and its rows in the order of their keys."""

    name: str
    content: bytes
    rows: dict[str, Row] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    scope: tuple[date, date] = (date(2005, 1, 1), date(2012, 12, 31))


def _columns(rng: random.Random) -> list[str]:
    others = ["source", "present", "seen", "voice", "action", "comment", "significance"]
    chosen = rng.sample(others, rng.randint(1, 6))
    if rng.random() < 0.5:
        chosen.append("time")
    rng.shuffle(chosen)
    at = rng.randint(0, len(chosen))
    chosen.insert(at, "event")
    chosen.insert(0 if rng.random() < 0.7 else rng.randint(0, len(chosen)), "date")
    return (["ref"] if rng.random() < 0.3 else []) + chosen


def _fill(columns: list[str], rng: random.Random, n: int, **given: str) -> list[str]:
    return [given[c] if c in given else cell(c, rng, n) for c in columns]


def _entry(columns: list[str], rng: random.Random, d: date, n: int, shape) -> Row:
    text, start, end, precision = shape(d), d, d, "day"
    if rng.random() < 0.12:
        text, start, end, precision = imprecise(d, rng)
    at, told = "", ""
    if rng.random() < 0.4:
        h, m = rng.randint(7, 21), rng.randint(0, 59)
        told, at = rng.choice(TIME_SHAPES)(h, m)[0], f"{h:02}:{m:02}"
    if "time" not in columns:
        text, told = (f"{text} {told}".strip(), "") if precision == "day" else (text, "")
        at = at if precision == "day" else ""
    row = Row(_fill(columns, rng, n, date=text, time=told), "entry", start, end, precision, at)
    row.seen = row.cells[columns.index("seen")] if "seen" in columns else ""
    return row


def _odd(columns: list[str], rng: random.Random, d: date, n: int, shape) -> Row:
    cells = _fill(columns, rng, n, date=shape(d), time="")
    return rng.choice((_refused, _empty, _flagged_date, _flagged_text))(columns, rng, d, cells)


def _refused(columns: list[str], rng: random.Random, d: date, cells: list[str]) -> Row:
    words = (
        *(f"31/02/{d:%Y}", f"31 June {d:%Y}", f"12/14/{d:%Y}", f"30-Feb-{d:%y}"),
        *("unknown", "not known", "date illegible", "N/K", "tbc", "???"),
        *(f"{d:%d/%m/%Y} - {d - timedelta(days=3):%d/%m/%Y}",) * 3,
    )
    cells[columns.index("date")] = rng.choice(words)
    return Row(cells, "reject")


def _empty(columns: list[str], rng: random.Random, d: date, cells: list[str]) -> Row:
    cells = [c if columns[i] in ("date", "ref", "source") else "" for i, c in enumerate(cells)]
    cells[columns.index("event")] = rng.choice(("", " ", "-"))
    return Row(cells, "reject")


def _flagged_date(columns: list[str], rng: random.Random, d: date, cells: list[str]) -> Row:
    words = f"{d + timedelta(days=2):%A} {d.day} {d:%B %Y}"
    if rng.random() < 0.5:
        d = d.replace(year=1999, day=min(d.day, 28))
        words = f"{d:%d/%m/%Y}"
    cells[columns.index("date")] = words
    return Row(cells, "flag", d, d, "day")


def _flagged_text(columns: list[str], rng: random.Random, d: date, cells: list[str]) -> Row:
    cells[columns.index("event")] = rng.choice(
        (
            "Letter <script>x()</script>",
            'Seen <img src="a" onerror="b()">',
            "Call <svg onload=x()>",
            '=HYPERLINK("http://a.invalid","b")',
            "=cmd|'/c calc'!A1",
            "@SUM(1+1)*cmd|' /C calc'!A0",
        )
    )
    return Row(cells, "flag", d, d, "day")


def _rows(columns: list[str], rng: random.Random, count: int) -> list[Row]:
    shape = rng.choice(DAY_SHAPES)
    d = date(2006, 1, 3) + timedelta(days=rng.randint(0, 300))
    rows: list[Row] = []
    step = rng.choice((1, 3, 12))
    year = 0
    with_banners = rng.random() < 0.3
    for n in range(1, count + 1):
        d += timedelta(days=rng.randint(0, step * 3))
        if with_banners and d.year != year:
            year = d.year
            words = rng.choice(
                (f"{year}", f"Events during {year}", f"Year {year}", f"Chronology for {year}")
            )
            rows.append(Row([words] + [""] * (len(columns) - 1), "pass"))
        if rng.random() < 0.06:
            rows.append(_odd(columns, rng, d, n, shape))
            continue
        row = _entry(columns, rng, d, n, shape if rng.random() < 0.85 else rng.choice(DAY_SHAPES))
        before = rows[-1] if rows else None
        if before and before.kind == "entry" and rng.random() < 0.1 and "source" in columns:
            row.cells[columns.index("date")] = rng.choice(
                ("", '"', "As above", "same day", "ditto", "Same date")
            )
            row.cells[columns.index("source")] = "Duty book"
            row.start, row.end, row.precision = before.start, before.end, before.precision
            row.at = row.at if "time" in columns else ""
        rows.append(row)
        if rng.random() < 0.06:
            more = [""] * len(columns)
            more[columns.index("event")] = rng.choice(
                ("...and left.", "(continued) No reply.", "she then went home.")
            )
            rows.append(Row(more, "pass"))
        if rng.random() < 0.03:
            rows.append(Row([""] * len(columns), "pass"))
    return rows


def _passed(words: str, width: int) -> Row:
    return Row([words] + [""] * (width - 1), "pass")


def invent(seed: int, count: int = 40) -> Invented:
    """The file of a seed."""
    rng = random.Random(seed)
    columns = _columns(rng)
    headings = [rng.choice(HEADINGS[column]) for column in columns]
    rows = [Row(list(headings), "pass")]
    repeat = rng.choice((15, 15, 1000))
    for i, row in enumerate(_rows(columns, rng, count), start=1):
        rows += [row] if i % repeat else [Row(list(headings), "pass"), row]
    form = rng.choice(("csv", "docx", "xlsx"))
    made = Invented(f"agency.{form}", b"", roles=dict(zip(headings, columns, strict=True)))
    if form == "docx":
        _as_document(made, rng, rows, columns.index("date"))
    else:
        _as_lines(made, rng, rows, len(columns))
    return made


def _as_lines(made: Invented, rng: random.Random, rows: list[Row], width: int) -> None:
    """The rows under a preamble and over closing words, in text or a workbook."""
    if rng.random() < 0.5:
        words = ("Overview report", "Agency: A Council", "Period covered: 01/01/2005 to 31/12/2012")
        rows = [*(_passed(line, width) for line in words), *rows]
    if rng.random() < 0.5:
        words = ("End of chronology", "Total: 40 entries", "Page 1 of 1", "Signed: A Author")
        rows = [*rows, _passed(rng.choice(words), width)]
    lines = [row.cells for row in rows]
    if made.name.endswith("csv"):
        made.content, key = csv_text(rng, lines), "R{}"
    else:
        made.content, key = workbook(lines, "Our records"), "Our records!R{}"
    made.rows = {f"{made.name}#{key.format(i)}": row for i, row in enumerate(rows, start=1)}


def _as_document(made: Invented, rng: random.Random, rows: list[Row], date_at: int) -> None:
    """The rows in one table or two, the second without a heading; a glossary at the end."""
    period = ["Period covered", "01/01/2005 to 31/12/2012"]
    details = word_table([["Agency", "A Council"], ["Subject", "Child A"], period])
    before = [details] if rng.random() < 0.5 else []
    cut = rng.randint(10, len(rows) - 10) if rng.random() < 0.5 else len(rows)
    while cut < len(rows) and not (
        rows[cut].kind != "pass" and rows[cut].cells[date_at][:1].isdigit()
    ):
        cut += 1
    parts = [part for part in (rows[:cut], rows[cut:]) if part]
    tables = [word_table([row.cells for row in part], _across(part)) for part in parts]
    glossary = word_table([["HV", "Health visitor"], ["SW", "Social worker"], ["NFA", "No action"]])
    made.content = word_document([*before, *tables, glossary])
    for number, part in enumerate(parts, start=len(before) + 1):
        made.rows |= {f"{made.name}#T{number}R{i}": row for i, row in enumerate(part, start=1)}


def _across(rows: list[Row]) -> set[int]:
    return {
        i
        for i, row in enumerate(rows)
        if row.kind == "pass" and row.cells[0] and not any(row.cells[1:])
    }
