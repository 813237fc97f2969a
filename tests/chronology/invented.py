"""Chronologies invented for tests: other words, dates, layouts and formats from each seed."""

import csv
import io
import random
import zipfile
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta
from xml.sax.saxutils import escape

HEADINGS = {
    "date": (
        "Date",
        "When",
        "Event date",
        "Date of incident",
        "Day",
        "Dt",
        "Dated",
        "Date(s)",
        "DATE OF ENTRY",
        "Date & time",
        "Incident date",
        "Consultation date",
        "Occurred on",
        "Date of call",
        "Date (day/month/year)",
        "Date of occurrence",
        "On what date",
        "Visit date",
        "Date in question",
        "Calendar date",
        "Started",
        "DATE:",
    ),
    "time": (
        "Time",
        "At what time",
        "Time of call",
        "Clock time",
        "Hour",
        "Time (24hr)",
        "Time if known",
        "Start time",
        "TIME (hrs)",
        "Time occurred",
        "Tm",
    ),
    "event": (
        "Event",
        "What happened",
        "Narrative",
        "Details of event/contact",
        "Description of event",
        "Log entry",
        "Consultation notes",
        "Summary of contact",
        "Particulars",
        "Incident summary",
        "What took place",
        "Nature of involvement",
        "Account of contact",
        "Occurrence",
        "Information known to agency",
        "Record of contact",
        "Synopsis",
        "Key contacts and events",
        "Free text",
        "Entry",
        "Facts",
        "Event details",
        "Presenting issue and history",
        "Agency involvement",
    ),
    "source": (
        "Source",
        "Where from",
        "Document",
        "Origin of information",
        "Evidence",
        "System",
        "Held on",
        "Record type",
        "Source of evidence",
        "File ref",
        "Taken from",
        "Record source",
        "Source document",
        "Database",
        "Log type",
    ),
    "present": (
        "In attendance",
        "Who was there",
        "Names",
        "Family members involved",
        "Persons",
        "Those involved",
        "Participants",
        "Professionals present",
        "Attendees",
        "People",
        "Who",
        "Spoken with",
        "Involved parties",
    ),
    "seen": (
        "Seen?",
        "Child sighted",
        "Was the child seen/spoken to?",
        "Child seen alone",
        "C seen",
        "Seen",
        "Saw child",
        "Child present?",
        "Did worker see child",
        "Child visible?",
        "Was child seen (yes/no)",
    ),
    "voice": (
        "Child said",
        "Child's views",
        "What the child told us",
        "Views of the child",
        "In the child's words",
        "Child's lived experience",
        "Wishes and feelings",
        "What did the child say?",
    ),
    "action": (
        "Result",
        "Next steps",
        "What was done",
        "Decision",
        "Response",
        "Agency response",
        "Follow-up",
        "Plan",
        "Action/Decision",
        "Outcome of contact",
        "Disposal",
        "Steps taken",
        "Actions agreed",
    ),
    "comment": (
        "Reviewer's remarks",
        "IMR comment",
        "Reflection",
        "Author view",
        "Analysis of practice",
        "Remarks",
        "Commentary",
        "Observations",
        "Learning",
        "Critical analysis",
        "Panel comment",
        "Practice issue",
    ),
    "significance": (
        "Importance",
        "Key?",
        "Rating",
        "Weight",
        "H/M/L",
        "Significant?",
        "Priority",
        "Grading",
    ),
    "ref": ("Item", "#", "Entry no", "Seq", "Row no.", "ID", "Line", "S/N", "Index", "Entry ID"),
}
_NARRATIVES = (
    "Home visit by health visitor. House cold, no food in cupboards. Mother said she would contact landlord.",
    "Telephone call from school. Child had not attended since Monday and nobody answered the door.",
    "999 call to address; raised voices heard. Father had left before officers arrived.",
    "Did not attend appointment. Letter sent.",
    "Strategy discussion held. Agreed single agency assessment, police to be updated.",
    "Child brought to surgery with rash. Cream prescribed and advice given about bathing.",
    "Rent arrears discussed with tenant; payment plan of £12 per week set up.",
    "Core group. Plan reviewed; risk thought to be reduced. Next meeting in six weeks.",
    "Anonymous referral: children left alone at night. Unannounced visit, no reply.",
    "Supervision with manager, case to be kept open pending medical.",
    "Attended nursery, clingy at drop off. Bruise to shin explained as a fall.",
    "Review health assessment completed. Weight on 9th centile; dental check overdue.",
)
_TAILS = (
    " GP informed.",
    " No further concerns.",
    " Neighbour present.",
    " To be followed up.",
    "",
    " See letter.",
)


def _cell(role: str, rng: random.Random, n: int) -> str:
    pools = {
        "source": ("Case log", "Letter", "SystmOne", "Duty book", "Email from CSC", "Minutes", ""),
        "present": ("Mother, HV Green", "Father", "J Holt, PC Dunn", "Mum and Sam", "", "SW Amin"),
        "seen": ("Yes", "No", "N/A", "Y", "N", "", "Not seen", "yes"),
        "voice": ("“I want to go home”", "", "", "Said he is scared of the dog", ""),
        "action": ("NFA", "Referral made", "Letter sent", "", "Visit booked for next week"),
        "comment": ("Good practice", "", "Should have been escalated", "", "Missed opportunity"),
        "significance": ("H", "M", "L", ""),
    }
    if role == "ref":
        return str(n)
    if role == "event":
        return rng.choice(_NARRATIVES) + rng.choice(_TAILS) + f" ({n})"
    return rng.choice(pools[role])


def _ordinal(n: int) -> str:
    return f"{n}{'th' if 10 <= n % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


DAY_SHAPES = (
    lambda d: f"{d:%d/%m/%Y}",
    lambda d: f"{d:%d.%m.%y}",
    lambda d: f"{d.day}/{d.month}/{d:%y}",
    lambda d: f"{d:%d-%m-%Y}",
    lambda d: f"{d:%Y-%m-%d}",
    lambda d: f"{d:%Y/%m/%d}",
    lambda d: f"{d:%Y%m%d}",
    lambda d: f"{d.day} {d:%B %Y}",
    lambda d: f"{_ordinal(d.day)} {d:%b} {d:%y}",
    lambda d: f"{_ordinal(d.day)} of {d:%B}, {d:%Y}",
    lambda d: f"{d:%A} {d.day} {d:%B %Y}",
    lambda d: f"{d:%a}, {d:%d/%m/%Y}",
    lambda d: f"{d:%B} {d.day}, {d:%Y}",
    lambda d: f"{d:%d-%b-%y}",
    lambda d: f"{d:%d %b %Y}".upper(),
    lambda d: f"{d.day}.{d.month}.{d:%Y}",
    lambda d: f"{d:%d}/{d:%b}/{d:%Y}",
    lambda d: f"{d.day} / {d.month} / {d:%Y}",
    lambda d: f"{d:%a} {_ordinal(d.day)} {d:%b} '{d:%y}",
    lambda d: f"{d:%d%m%Y}",
    lambda d: f"{d:%d %m %Y}",
    lambda d: f"{d:%d/%m/%Y} ({d:%A})",
)
TIME_SHAPES = (
    lambda h, m: (f"{h:02}:{m:02}", 1),
    lambda h, m: (f"{h:02}{m:02}", 1),
    lambda h, m: (f"{h:02}.{m:02}", 1),
    lambda h, m: (f"{h:02}{m:02} hours", 1),
    lambda h, m: (f"{(h % 12) or 12}:{m:02}{'am' if h < 12 else 'pm'}", 1),
    lambda h, m: (f"{(h % 12) or 12}.{m:02} {'a.m.' if h < 12 else 'p.m.'}", 1),
    lambda h, m: (f"{h:02}h{m:02}", 1),
    lambda h, m: (f"{h:02}:{m:02}:00", 1),
)


def month_end(d: date) -> date:
    """The last day of a day's month."""
    return (d.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _imprecise(d: date, rng: random.Random) -> tuple[str, date, date, str]:
    """Words for less than a day, and what they mean."""
    monday = d - timedelta(days=d.weekday())
    later = d + timedelta(days=rng.randint(1, 4))
    first = d.replace(day=1)
    return rng.choice(
        (
            (f"{d:%B %Y}", first, month_end(d), "month"),
            (f"{d:%b %y}", first, month_end(d), "month"),
            (f"{d:%m/%Y}", first, month_end(d), "month"),
            (f"{d:%Y}", date(d.year, 1, 1), date(d.year, 12, 31), "year"),
            (f"w/c {monday:%d/%m/%y}", monday, monday + timedelta(days=6), "range"),
            (
                f"Week commencing {monday.day} {monday:%B %Y}",
                monday,
                monday + timedelta(days=6),
                "range",
            ),
            (f"early {d:%B %Y}", first, first.replace(day=10), "approximate"),
            (f"Mid-{d:%b %Y}", first.replace(day=11), first.replace(day=20), "approximate"),
            (f"End of {d:%B %Y}", first.replace(day=21), month_end(d), "approximate"),
            (f"Spring {d:%Y}", date(d.year, 3, 1), date(d.year, 5, 31), "approximate"),
            (f"circa {d:%d/%m/%Y}", d, d, "approximate"),
            (f"{d:%d/%m/%Y}?", d, d, "approximate"),
            (f"around {d.day} {d:%B %Y}", d, d, "approximate"),
            (f"about {d:%B %Y}", first, month_end(d), "approximate"),
            (f"{d:%d/%m/%y} to {later:%d/%m/%y}", d, later, "range"),
            (f"{d.day} {d:%b} – {later.day} {later:%b %Y}", d, later, "range")
            if d.year == later.year
            else (f"{d:%d.%m.%Y}-{later:%d.%m.%Y}", d, later, "range"),
            (f"Between {d:%d/%m/%Y} and {later:%d/%m/%Y}", d, later, "range"),
        )
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
    return [given[c] if c in given else _cell(c, rng, n) for c in columns]


def _entry(columns: list[str], rng: random.Random, d: date, n: int, shape) -> Row:
    text, start, end, precision = shape(d), d, d, "day"
    if rng.random() < 0.12:
        text, start, end, precision = _imprecise(d, rng)
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
    event = columns.index("event")
    kind = rng.choice(
        ("impossible", "unparseable", "reversed", "empty", "scope", "weekday", "script", "formula")
    )
    cells = _fill(columns, rng, n, date=shape(d), time="")
    date_at = columns.index("date")
    if kind == "impossible":
        cells[date_at] = rng.choice(
            (f"31/02/{d:%Y}", f"31 June {d:%Y}", f"12/14/{d:%Y}", f"30-Feb-{d:%y}")
        )
    elif kind == "unparseable":
        cells[date_at] = rng.choice(("unknown", "not known", "date illegible", "N/K", "tbc", "???"))
    elif kind == "reversed":
        cells[date_at] = f"{d:%d/%m/%Y} - {d - timedelta(days=3):%d/%m/%Y}"
    elif kind == "empty":
        cells = [c if columns[i] in ("date", "ref", "source") else "" for i, c in enumerate(cells)]
        cells[event] = rng.choice(("", " ", "-"))
    if kind in ("impossible", "unparseable", "reversed", "empty"):
        return Row(cells, "reject")
    if kind == "scope":
        d = d.replace(year=1999, day=min(d.day, 28))
        cells[date_at] = f"{d:%d/%m/%Y}"
    elif kind == "weekday":
        cells[date_at] = f"{d + timedelta(days=2):%A} {d.day} {d:%B %Y}"
    elif kind == "script":
        cells[event] += rng.choice(
            ("<script>x()</script>", '<img src="a" onerror="b()">', "<svg onload=x()>")
        )
    else:
        cells[event] = rng.choice(
            (
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


def _csv(rng: random.Random, lines: list[list[str]]) -> bytes:
    text = io.StringIO()
    delimiter = rng.choice(",;\t|")
    csv.writer(text, delimiter=delimiter, quoting=rng.choice((0, 1))).writerows(lines)
    encoding = rng.choice(
        ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman", "utf-16-be")
    )
    return text.getvalue().encode(encoding, "replace")


def word_document(tables: list[str]) -> bytes:
    """A document whose body is the tables given as XML."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"{table}<w:p/>" for table in tables)
    return package(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.wordprocessingml.document.main+xml"/></Types>',
            "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
        }
    )


def package(parts: dict[str, str]) -> bytes:
    """A zip archive of the parts."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return into.getvalue()


def word_cell(text: str, layout: str = "") -> str:
    """A table cell; lines become paragraphs."""
    words = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        for line in text.split("\n")
    )
    return f'<w:tc><w:tcPr><w:tcW w:w="1"/>{layout}</w:tcPr>{words}</w:tc>'


def word_table(lines: list[list[str]], across: Collection[int] = ()) -> str:
    """A plain table; the lines of `across` are one cell that runs across."""
    found = []
    for i, line in enumerate(lines):
        if i in across:
            cells = word_cell(line[0], f'<w:gridSpan w:val="{len(line)}"/>')
        else:
            cells = "".join(map(word_cell, line))
        found.append(f"<w:tr>{cells}</w:tr>")
    return f"<w:tbl>{''.join(found)}</w:tbl>"


def _workbook(lines: list[list[str]], sheet: str) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    page.title = sheet
    for i, line in enumerate(lines, start=1):
        for j, text in enumerate(line, start=1):
            if text:
                page.cell(i, j).value = text
                page.cell(i, j).data_type = "s"
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()


def invent(seed: int, count: int = 40) -> Invented:
    """The file of a seed."""
    rng = random.Random(seed)
    columns = _columns(rng)
    headings = [rng.choice(HEADINGS[column]) for column in columns]
    rows = _rows(columns, rng, count)
    width = len(columns)
    heading = Row(list(headings), "pass")
    repeat = rng.random() < 0.3
    all_rows = [heading]
    for i, row in enumerate(rows):
        if repeat and i and i % 15 == 0:
            all_rows.append(Row(list(headings), "pass"))
        all_rows.append(row)
    form = rng.choice(("csv", "docx", "xlsx"))
    preamble = [
        ["Overview report: agency chronology"],
        ["Agency: Somewhere Council"],
        ["Period covered: 01/01/2005 to 31/12/2012"],
    ]
    made = Invented(f"agency.{form}", b"", roles=dict(zip(headings, columns, strict=True)))
    before = (
        [Row(line + [""] * (width - 1), "pass") for line in preamble]
        if form != "docx" and rng.random() < 0.5
        else []
    )
    all_rows = before + all_rows
    if form != "docx" and rng.random() < 0.5:
        words = rng.choice(
            ("End of chronology", "Total: 40 entries", "Page 1 of 1", "Signed: A Author")
        )
        all_rows.append(Row([words] + [""] * (width - 1), "pass"))
    lines = [row.cells for row in all_rows]
    if form == "csv":
        made.content, key = _csv(rng, lines), "R{}"
    elif form == "xlsx":
        made.content, key = _workbook(lines, "Our records"), "Our records!R{}"
    else:
        glossary = word_table(
            [["HV", "Health visitor"], ["SW", "Social worker"], ["NFA", "No further action"]]
        )
        extra = (
            [
                word_table(
                    [
                        ["Agency", "A Council"],
                        ["Subject", "Child A"],
                        ["Period covered", "01/01/2005 to 31/12/2012"],
                    ]
                )
            ]
            if rng.random() < 0.5
            else []
        )
        cut = rng.randint(10, len(lines) - 10) if rng.random() < 0.5 else len(lines)
        while cut < len(lines) and (
            all_rows[cut].kind == "pass" or not lines[cut][columns.index("date")][:1].isdigit()
        ):
            cut += 1
        across = {
            i
            for i, row in enumerate(all_rows)
            if row.kind == "pass" and row.cells[0] and not any(row.cells[1:])
        }
        tables = [*extra, word_table(lines[:cut], across)]
        if cut < len(lines):
            tables.append(word_table(lines[cut:], {i - cut for i in across}))
        tables.append(glossary)
        made.content = word_document(tables)
        for i, row in enumerate(all_rows):
            t, r = (len(extra) + 1, i + 1) if i < cut else (len(extra) + 2, i - cut + 1)
            made.rows[f"agency.docx#T{t}R{r}"] = row
        return made
    for i, row in enumerate(all_rows, start=1):
        made.rows[f"{made.name}#{key.format(i)}"] = row
    return made
