"""A file becomes rows, whatever program wrote it, or one sentence says what to do."""

import pytest

from reviews.past_reviews.decoding import LARGEST, UnreadableFile
from reviews.past_reviews.reading import COLUMNS, MOST_ROWS, read
from tests.reviews.past_files import PUBLISHED, a_file, a_row


def test_the_34_published_timelines_are_read():
    sheet = read(PUBLISHED.read_bytes())
    assert [row.number for row in sheet.rows] == list(range(2, 36))
    assert sheet.rows[1].cells["lscb"] == "Bradford LSCB"
    assert sheet.warnings == ()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found(delimiter):
    [row] = read(a_file(delimiter=delimiter)).rows
    assert row.cells["review_name"] == "Child R"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_is_read_with_and_without_a_mark(encoding):
    sheet = read(a_file(a_row(review_name="Zoë"), encoding=encoding))
    assert sheet.rows[0].cells["review_name"] == "Zoë"
    assert sheet.warnings == ()


@pytest.mark.parametrize(("encoding", "said"), [("utf-16", "UTF-16"), ("cp1252", "Windows-1252")])
def test_other_encodings_are_read_with_a_warning(encoding, said):
    sheet = read(a_file(a_row(review_name="Zoë – 2"), encoding=encoding))
    assert sheet.rows[0].cells["review_name"] == "Zoë – 2"
    assert said in sheet.warnings[0]


def test_a_cell_may_run_over_lines_and_rows_are_counted_as_a_spreadsheet_does():
    first, second = read(a_file(a_row(source="one\ntwo, three"), a_row(review_name="Second"))).rows
    assert first.cells["source"] == "one\ntwo, three"
    assert second.number == 3


def test_headings_are_found_whatever_their_case_and_order():
    headings = ",".join(name.replace("_", " ").title() for name in reversed(COLUMNS))
    cells = ",".join(["x"] * len(COLUMNS))
    assert read(f"{headings}\r\n{cells}\r\n".encode()).rows[0].cells["review_name"] == "x"


def test_blank_rows_and_blank_cells_at_the_end_are_passed_over():
    lines = a_file().decode().splitlines()
    text = "\n".join([lines[0] + ",,", ",,,", "", lines[1] + ",,"])
    [row] = read(text.encode()).rows
    assert (row.number, row.cells["review_name"]) == (4, "Child R")


def test_a_formula_stays_text():
    [row] = read(a_file(a_row(review_name='=HYPERLINK("x")'))).rows
    assert row.cells["review_name"] == '=HYPERLINK("x")'


@pytest.mark.parametrize("spare", [["x"], []], ids=["one cell too many", "one too few"])
def test_a_row_whose_cells_do_not_fit_the_headings_is_not_guessed_at(spare):
    headings, line = a_file().decode().splitlines()
    line = f"{line},x" if spare else line.rpartition(",")[0]
    [row] = read(f"{headings}\n{line}\n".encode()).rows
    assert "Put a cell with a comma in quotation marks" in row.complaint


def test_a_very_long_cell_is_refused_with_its_row_alone():
    long, good = read(a_file(a_row(source="x" * 2001), a_row())).rows
    assert long.complaint == "source is longer than 2,000 characters."
    assert good.complaint == ""


UNREADABLE = {
    "empty": (b"", "The file is empty"),
    "blank": (b" \r\n\r\n", "The file is empty"),
    "headings alone": (",".join(COLUMNS).encode(), "no rows"),
    "Excel": (b"PK\x03\x04" + bytes(200), "Excel workbook.*save it as “CSV UTF-8"),
    "old Excel": (b"\xd0\xcf\x11\xe0" + bytes(200), "old Excel.*save it as “CSV UTF-8"),
    "PDF": (b"%PDF-1.4 \xff", "This is a PDF"),
    "NUL bytes": (a_file().replace(b"Child R", b"Child\x00R"), "characters that no CSV file has"),
    "UTF-16 without its mark": (a_file(encoding="utf-16-le"), "characters that no CSV file has"),
    "no encoding": (b"\x81\x8d\x8f,\x90\x9d\n", "encoding of the file could not be told"),
    "a missing column": (a_file().replace(b"review_name,", b""), "It lacks review_name"),
    "an unknown column": (
        a_file().replace(b"review_name,", b"review_name,colour,"),
        "unknown columns: colour.*The columns are: lscb, region",
    ),
    "a column twice": (a_file().replace(b"region,", b"region,region,", 1), "It has twice: region"),
    "100,000 columns": (b"x," * 99_999 + b"x\n1\n", "The file has 100,000 columns"),
    "an open quotation mark": (a_file() + b'"Never closed,', "quotation mark may not be closed"),
    "prose": (b"Dear colleagues, here are our reviews.", "has to name the columns"),
    "too large": (b"x" * (LARGEST + 1), "larger than 5 MB"),
    "too many rows": (a_file(*[a_row()] * (MOST_ROWS + 1)), "more than 2,000 rows"),
}


@pytest.mark.parametrize(("content", "said"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_cannot_be_read_is_refused_with_a_sentence_that_says_what_to_do(content, said):
    with pytest.raises(UnreadableFile, match=said) as refused:
        read(content)
    assert len(str(refused.value)) < 900
