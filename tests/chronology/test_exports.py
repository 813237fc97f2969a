"""The integrated chronology as a file, in every form."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date, time

import pytest
from docx import Document as WordDocument
from openpyxl import load_workbook

from chronology.exports import WRITERS, Paper
from chronology.exports.around import Around
from chronology.exports.columns import columns_of
from chronology.exports.lines import HEADINGS, lines
from chronology.exports.whole import whole
from chronology.models import Entry, KeyQuestion, LinkStatus, SameEvent, Theme
from chronology.wording import AsWritten
from reviews.statutory import PartialDate
from tests.chronology.rows import an_entry, handed_in
from tests.factories import AT, AgencyFactory, UserFactory, a_review
from tests.terms import agreed_terms

pytestmark = pytest.mark.django_db

EVENT, SOURCE = HEADINGS.index("Event"), HEADINGS.index("Source")
HOSTILE = '=HYPERLINK("http://x") <script>alert(1)</script> #panic() *bold* \u202etxt'


@pytest.fixture
def review():
    return a_review()


@pytest.fixture
def police(review):
    return AgencyFactory(board=review.board, name="Downland Police")


@pytest.fixture
def health(review):
    return AgencyFactory(board=review.board, name="Southdown Health")


def around(review) -> Around:
    return Around.of(review, Entry.objects.filter(review=review).standing())


def worded(review):
    return list(lines(Entry.of(review), AsWritten(), around(review)))


def paper(review, number: int, **options):
    options = {"is_anonymised": False, "chosen": (), "by": UserFactory(), "at": AT} | options
    return Paper.of(review, count=number, **options)


def written(review, form: str) -> bytes:
    to = io.BytesIO()
    all_lines = worded(review)
    WRITERS[form](paper(review, len(all_lines)), all_lines, to)
    return to.getvalue()


def test_lines_stand_in_order_known_times_first(review, police, health):
    an_entry(review, police, date(2009, 5, 12), "Untimed")
    an_entry(review, health, date(2009, 5, 12), "At ten", time=time(10, 0))
    an_entry(review, health, date(2009, 5, 1), "Earlier")
    assert [line.event for line in worded(review)] == ["Earlier", "At ten", "Untimed"]
    assert [line.number for line in worded(review)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "12 May 2009"),
        ({"date_end": date(2009, 5, 14), "precision": "range"}, "12 May 2009 to 14 May 2009"),
        ({"precision": "approximate"}, "about 12 May 2009"),
        ({"is_uncertain": True}, "12 May 2009 (uncertain)"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(review, police, facts, words):
    an_entry(review, police, date(2009, 5, 12), "Seen", **facts)
    assert worded(review)[0].when == words


def test_a_month_and_a_year_are_not_made_into_days(review, police):
    may = {"date_end": date(2009, 5, 31), "precision": "month"}
    an_entry(review, police, date(2009, 5, 1), "A month", **may)
    an_entry(
        review, police, date(2009, 1, 1), "A year", date_end=date(2009, 12, 31), precision="year"
    )
    assert [line.when for line in worded(review)] == ["2009", "May 2009"]


def test_a_line_names_the_confirmed_account_of_the_same_event_by_its_number(review, police, health):
    first = an_entry(review, police, date(2009, 5, 12), "Called to the address")
    second = an_entry(review, health, date(2009, 5, 13), "Police told us of a call")
    SameEvent.objects.create(
        review=review,
        first=first,
        second=second,
        status=LinkStatus.CONFIRMED,
        by=UserFactory(),
        at=AT,
    )
    assert [line.same_as for line in worded(review)] == ["2", "1"]


def test_every_form_can_be_opened_and_holds_every_row(review, police):
    for number in range(3):
        an_entry(review, police, date(2009, 5, 12 + number), f"Visit {number}")
    rows = list(csv.reader(io.StringIO(written(review, "csv").decode("utf-8-sig"))))
    assert rows[0] == list(HEADINGS)
    assert [row[EVENT] for row in rows[1:]] == ["Visit 0", "Visit 1", "Visit 2"]
    sheet = load_workbook(io.BytesIO(written(review, "xlsx"))).active
    assert [row[EVENT].value for row in sheet.rows] == ["Event", "Visit 0", "Visit 1", "Visit 2"]
    table = WordDocument(io.BytesIO(written(review, "docx"))).tables[0]
    assert [row.cells[3].text for row in table.rows] == ["Event", "Visit 0", "Visit 1", "Visit 2"]
    assert written(review, "pdf").startswith(b"%PDF-1.")


def test_an_empty_chronology_is_still_a_file_that_opens(review):
    assert len(written(review, "csv").decode("utf-8-sig").splitlines()) == 1
    assert WordDocument(io.BytesIO(written(review, "docx"))).tables == []
    assert written(review, "pdf").startswith(b"%PDF-1.")


def test_hostile_text_is_text_in_every_form(review, police):
    an_entry(review, police, date(2009, 5, 12), HOSTILE, source="=1+1")
    (_, row) = csv.reader(io.StringIO(written(review, "csv").decode("utf-8-sig")))
    assert [row[SOURCE], row[EVENT]] == ["'=1+1", f"'{HOSTILE}"]
    sheet = load_workbook(io.BytesIO(written(review, "xlsx"))).active
    assert (sheet[2][SOURCE].value, sheet[2][SOURCE].data_type) == ("=1+1", "s")
    word = WordDocument(io.BytesIO(written(review, "docx"))).tables[0].rows[1].cells[3].text
    assert word.startswith('=HYPERLINK("http://x") <script>alert(1)</script> #panic() *bold*')
    assert "\u202e" not in word
    assert written(review, "pdf").startswith(b"%PDF-1.")


def test_what_no_paper_takes_is_left_out(review, police):
    an_entry(review, police, date(2009, 5, 12), "Seen")
    (line,) = worded(review)
    cells = columns_of(replace(line, event="a\x00b\x0bc\ud800d\u202ee"))
    assert cells[3] == "abcde"


def test_a_letter_that_no_font_has_does_not_stop_the_copy(review, police):
    an_entry(review, police, date(2009, 5, 12), "Interpreter: \U00012345 \u4f60\u597d")
    assert written(review, "pdf").startswith(b"%PDF-1.")


def test_word_repeats_its_heading_row_and_says_its_language(review, police):
    an_entry(review, police, date(2009, 5, 12), "Seen")
    with zipfile.ZipFile(io.BytesIO(written(review, "docx"))) as parts:
        body, styles = parts.read("word/document.xml"), parts.read("word/styles.xml")
    assert b"<w:tblHeader/>" in body
    assert b'w:lang w:val="en-GB"' in styles


def test_pdf_is_tagged_and_says_its_language_and_title(review, police):
    an_entry(review, police, date(2009, 5, 12), "Seen")
    made = written(review, "pdf")
    assert b"/StructTreeRoot" in made or b"/MarkInfo" in made
    assert b"en-GB" in made


def test_a_cell_longer_than_excel_takes_is_cut_and_says_so(review, police):
    an_entry(review, police, date(2009, 5, 12), "x" * 40_000)
    value = load_workbook(io.BytesIO(written(review, "xlsx"))).active[2][EVENT].value
    assert len(value) < 32_767
    assert value.endswith("(cut here: the Word or CSV copy has all of it)")


def test_the_paper_says_what_was_left_out(review):
    of_all, of_some = paper(review, 2), paper(review, 1, chosen=("Agency: Police",))
    assert "Nothing is left out." in of_all.notes[1]
    assert "Only: Agency: Police." in of_some.notes[1]


def test_json_has_entries_links_conflicts_and_silence(review, police, health):
    first = an_entry(
        review, police, date(2009, 5, 12), "Called", child_seen=True, child_seen_from="column"
    )
    second = an_entry(review, health, date(2009, 5, 13), "Told of a call")
    an_entry(
        review, health, date(2009, 8, 13), "Seen", child_seen=True, child_seen_from="narrative"
    )
    difference = {"kind": "date", "of": "Date", "a": "12 May", "b": "13 May"}
    SameEvent.objects.create(
        review=review, first=first, second=second, score=0.9, reasons=["Same day"],
        differences=[difference], at=AT,
    )  # fmt: skip
    made = json.loads(json.dumps(whole(review, Entry.of(review), AsWritten()), default=str))
    assert [entry["event"] for entry in made["entries"]] == ["Called", "Told of a call", "Seen"]
    assert made["same_event"] == [
        {
            "entries": [first.pk, second.pk],
            "score": 0.9,
            "reasons": ["Same day"],
            "status": "proposed",
        }
    ]
    assert made["conflicts"][0]["a"] == "12 May"
    assert made["gaps"]["all"][0] == {"start": "2009-05-13", "end": "2009-08-13", "days": 92}
    assert made["gaps"]["child_not_seen"][0]["days"] == 93
    assert made["gaps"]["by_agency"]["Southdown Health"][0]["days"] == 92


def test_json_flags_rows_outside_the_scope_as_it_is_now(review, police):
    early = an_entry(review, police, date(2005, 1, 1), "Before the period")
    an_entry(review, police, date(2009, 5, 12), "Within it")
    assert whole(review, Entry.of(review), AsWritten())["rejected"] == []
    agreed_terms(review, by=UserFactory(), from_on=date(2009, 1, 1), to_on=date(2009, 12, 31))
    (flagged,) = whole(review, Entry.of(review), AsWritten())["rejected"]
    assert (flagged["key"], flagged["expected"]) == (early.key, "flag")
    assert flagged["reasons"] == ["out_of_scope"]


def test_a_copy_says_all_that_the_screen_says_of_a_row(review, police, health):
    child = review.incident.children.get()
    child.born = PartialDate.parse("2007-05-01")
    child.save()
    an_entry(review, police, date(2009, 5, 12), "Called", date_end=date(2009, 5, 14))
    seen = an_entry(
        review,
        health,
        date(2009, 8, 14),
        "Seen",
        time=time(9, 0),
        time_end=time(9, 45),
        ref="1.5",
        significance=3,
        flags=["weekday_mismatch"],
    )
    seen.questions.add(KeyQuestion.objects.create(review=review, number=1, text="Was she seen?"))
    seen.themes.add(Theme.objects.create(review=review, name="Neglect"))
    handed_in(review, health, by=UserFactory())
    first, second = (dict(zip(HEADINGS, line.cells(), strict=True)) for line in worded(review))
    assert (first["Date"], first["End date"]) == (date(2009, 5, 12), date(2009, 5, 14))
    assert (first["Days since the last contact"], first["Handed in"]) == (None, "Not handed in")
    assert second == second | {
        "Time": "09:00",
        "End time": "09:45",
        "Reference": "1.5",
        "Significance": "High",
        "Days since the last contact": 92,
        "Key questions": "1. Was she seen?",
        "Themes": "Neglect",
        "Flags": "Weekday and date disagree",
        "Handed in": "Yes",
    }
    assert second["Ages"].startswith("Child A: 2 years")
    paper_cells = "\n".join(columns_of(worded(review)[0]) + columns_of(worded(review)[1]))
    for words in (
        "NOT HANDED IN",
        "(92 days later)",
        "Ref.: 1.5",
        "Significance: High",
        "Child A: 2 years",
        "Key questions: 1. Was she seen?",
        "Themes: Neglect",
        "Flags: Weekday and date disagree",
        "09:00 to 09:45",
    ):
        assert words in paper_cells


def test_excel_has_real_dates_that_can_be_sorted_and_filtered(review, police):
    an_entry(review, police, date(2009, 5, 12), "Called")
    sheet = load_workbook(io.BytesIO(written(review, "xlsx"))).active
    day = sheet[2][HEADINGS.index("Date")]
    assert (day.value.date(), day.is_date) == (date(2009, 5, 12), True)
    assert sheet.auto_filter.ref == sheet.dimensions


def test_the_paper_names_the_agencies_that_have_not_handed_in(review):
    notes = paper(review, 1, unfinished=("Police: 1 row, sent back",)).notes
    assert notes[2] == "Not final, and marked in each row: Police: 1 row, sent back."
