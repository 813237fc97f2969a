"""Files as programs write them: encodings, true dates, hidden sheets, tracked changes."""

import contextlib
import gc
import io
from datetime import date, datetime, time

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from chronology.reading import Reading, Unreadable, read
from tests.chronology.documents import word_cell, word_document, word_table
from tests.chronology.invented import invent

STORY = "Home visit; “no food in the house”. Mother’s rent arrears are £120 – letter sent."
OTHER_STORY = "Telephone call from school to say that the child has not been in since Monday."


def saved(book: Workbook) -> bytes:
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()


def of_word(table: str) -> Reading:
    return read(word_document([table]), "agency.docx")


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_text_is_read_in_any_encoding_and_with_any_delimiter(encoding, delimiter):
    quoted = f'"{STORY}"'
    lines = [f"Date{delimiter}Event", f"22/05/2009{delimiter}{quoted}", f"{delimiter}", ""]
    reading = read("\r\n".join(lines).encode(encoding), "agency.csv")
    assert [(e.key, e.event) for e in reading.entries] == [("agency.csv#R2", STORY)]


def test_the_euro_sign_tells_the_ninth_latin_alphabet_from_the_first():
    text = f"Date,Event\r\n22/05/2009,Paid €20 at the café. {OTHER_STORY}\r\n"
    assert "€20 at the café" in read(text.encode("iso-8859-15"), "a.csv").entries[0].event


def test_a_first_line_may_name_the_delimiter():
    text = f'sep=;\r\nDate;Event\r\n22/05/2009;"{OTHER_STORY}, and, more; of it"\r\n'
    assert [e.key for e in read(text.encode(), "a.csv").entries] == ["a.csv#R3"]


def test_blank_lines_and_lines_within_quotes_count_as_records_do():
    text = (
        f'Date,Event\r\n\r\n22/05/2009,"{OTHER_STORY}\nSecond line"\r\n23/05/2009,{OTHER_STORY}\r\n'
    )
    assert [e.row for e in read(text.encode(), "a.csv").entries] == [3, 4]


def test_true_dates_and_times_of_a_workbook_are_read():
    book = Workbook()
    page = book.active
    page.title = "Our log"
    for row in (
        ["Date", "Time", "Event"],
        [date(2009, 5, 22), time(14, 30), OTHER_STORY],
        [date(2009, 5, 23), 0.5, OTHER_STORY],
        [datetime.fromisoformat("2009-05-24T09:15"), None, OTHER_STORY],
        [2009, None, OTHER_STORY],
        [39959, "1015", OTHER_STORY],
    ):
        page.append(row)
    entries = read(saved(book), "a.xlsx").entries
    assert [e.key for e in entries] == [f"a.xlsx#Our log!R{n}" for n in range(2, 7)]
    assert [(e.when.start.isoformat(), e.when.at and f"{e.when.at:%H:%M}") for e in entries] == [
        ("2009-05-22", "14:30"),
        ("2009-05-23", "12:00"),
        ("2009-05-24", "09:15"),
        ("2009-01-01", None),
        ("2009-05-26", "10:15"),
    ]


def test_dates_counted_from_1904_are_the_same_days():
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append(["Date", "Event"])
    book.active.append([date(2009, 5, 22), OTHER_STORY])
    assert read(saved(book), "a.xlsx").entries[0].when.start == date(2009, 5, 22)


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheets_are_passed_over_and_reported(state):
    book = Workbook()
    book.active.append(["Date", "Event"])
    book.active.append(["22/05/2009", OTHER_STORY])
    hidden = book.create_sheet("Drafts")
    hidden.sheet_state = state
    hidden.append(["Date", "Event"])
    hidden.append(["22/05/2009", STORY])
    reading = read(saved(book), "a.xlsx")
    assert len(reading.entries) == 1
    told = [(p.table, p.row, p.kind) for p in reading.passed_over if p.kind == "hidden_sheet"]
    assert told == [("Drafts", 1, "hidden_sheet"), ("Drafts", 2, "hidden_sheet")]


def test_rows_that_are_hidden_in_a_sheet_that_is_not_are_entries():
    book = Workbook()
    for row in (["Date", "Event"], ["22/05/2009", STORY], ["23/05/2009", OTHER_STORY]):
        book.active.append(row)
    book.active.row_dimensions[2].hidden = True
    assert len(read(saved(book), "a.xlsx").entries) == 2


def test_a_merged_date_stands_for_the_rows_it_runs_down():
    book = Workbook()
    for row in (["Date", "Source", "Event"], ["22/05/2009", "A", STORY], ["", "B", OTHER_STORY]):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    assert [e.when.start for e in read(saved(book), "a.xlsx").entries] == [date(2009, 5, 22)] * 2


def test_a_formula_that_opens_an_address_is_kept_as_text_and_flagged():
    book = Workbook()
    book.active.append(["Date", "Event"])
    book.active.append(["22/05/2009", '=HYPERLINK("http://example.invalid","look")'])
    reading = read(saved(book), "a.xlsx")
    assert reading.entries[0].event.startswith("=HYPERLINK(")
    assert [p.reason for p in reading.problems] == ["formula_hyperlink"]


def test_text_taken_out_is_gone_and_text_put_in_is_there():
    cell = (
        "<w:tc><w:p><w:r><w:t>Child was </w:t></w:r>"
        "<w:del w:id='1'><w:r><w:delText>not </w:delText></w:r></w:del>"
        "<w:ins w:id='2'><w:r><w:t>seen and weighed at the clinic</w:t></w:r></w:ins></w:p></w:tc>"
    )
    table = word_table([["Date", "Event"]]).replace(
        "</w:tbl>", f"<w:tr>{word_cell('22/05/2009')}{cell}</w:tr></w:tbl>"
    )
    assert of_word(table).entries[0].event == "Child was seen and weighed at the clinic"


def test_content_controls_may_wrap_tables_rows_cells_and_words():
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    words = f"<w:tc><w:p>{control('<w:r><w:t>22/05/2009</w:t></w:r>')}</w:p></w:tc>"
    rows = f"<w:tr>{word_cell('Date')}{word_cell('Event')}</w:tr>"
    rows += control(f"<w:tr>{words}{control(word_cell(STORY))}</w:tr>")
    reading = of_word(control(f"<w:tbl>{rows}</w:tbl>"))
    assert [(e.key, e.event) for e in reading.entries] == [("agency.docx#T1R2", STORY)]


def test_breaks_and_tabs_part_words_and_soft_hyphens_do_not():
    cell = (
        "<w:tc><w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>22/05/2009</w:t>"
        "<w:br/><w:t>14.30</w:t></w:r></w:p></w:tc>"
    )
    story = word_cell("Health vis\u00aditor called and found nobody in.")
    table = word_table([["Date", "Event"]]).replace(
        "</w:tbl>", f"<w:tr>{cell}{story}</w:tr></w:tbl>"
    )
    entry = of_word(table).entries[0]
    assert (entry.when.start, entry.when.at) == (date(2009, 5, 22), time(14, 30))
    assert entry.event == "Health visitor called and found nobody in."


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        ("Y", True),
        ("yes", True),
        ("Seen alone", True),
        ("Y - seen", True),
        ("✓", True),
        ("X", True),
        ("N", False),
        ("no - asleep", False),
        ("Not seen", False),
        ("N - not seen", False),
        ("Child not present", False),
        ("n/a", None),
        ("-", None),
        ("Not recorded", None),
        ("unborn", None),
        ("", None),
    ],
)
def test_whether_the_child_was_seen_is_told_in_many_ways(cell, seen):
    text = f"Date,Child seen,Event\r\n22/05/2009,{cell},{OTHER_STORY}\r\n"
    entry = read(text.encode(), "a.csv").entries[0]
    assert entry.child_seen is seen
    assert entry.child_seen_from == ("" if seen is None else "column")


def test_a_cross_is_a_no_beside_ticks():
    text = f"Date,Child seen,Event\r\n22/05/2009,✓,{OTHER_STORY}\r\n23/05/2009,x,{OTHER_STORY}\r\n"
    assert [e.child_seen for e in read(text.encode(), "a.csv").entries] == [True, False]


@pytest.mark.parametrize("seed", range(40))
def test_files_in_other_words_are_read_row_by_row(seed):
    made = invent(seed)
    reading = read(made.content, made.name, scope=made.scope)
    entries = {e.key: e for e in reading.entries}
    problems = {p.key for p in reading.problems}
    wrong = [
        (key, row.cells)
        for key, row in made.rows.items()
        if (key in entries) != (row.kind in ("entry", "flag"))
        or (key in problems) != (row.kind in ("flag", "reject"))
        or (key in entries and entries[key].when.start != row.start)
        or (key in entries and entries[key].when.end != row.end)
    ]
    assert wrong == []


@pytest.mark.parametrize("seed", range(40, 60))
def test_no_row_is_lost(seed):
    made = invent(seed)
    reading = read(made.content, made.name)
    whole = {p.table for p in reading.passed_over if p.row is None}
    told = {e.key for e in reading.entries} | {p.key for p in reading.problems}
    passed = {(p.table, p.row) for p in reading.passed_over}
    for key in made.rows:
        place = key.split("#")[1].replace("!", "R").rsplit("R", 1)
        table = place[0].removeprefix("T").removesuffix("R")
        assert key in told or (table, int(place[1])) in passed or table in whole, key


@pytest.mark.parametrize("content", [b"Date,Event\r\n22/05/2009,Seen at home.\r\n", b"nothing"])
def test_the_collector_of_cycles_is_awake_when_a_file_was_read_or_refused(content):
    with contextlib.suppress(Unreadable):
        read(content, "agency.csv")
    assert gc.isenabled()
