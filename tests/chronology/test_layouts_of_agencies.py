"""Layouts that agencies send: dates in parts, days above rows, feet of pages, tables beside."""

import pytest

from chronology.reading import read
from chronology.reading.markup import suspicion
from tests.chronology.documents import word_document, word_table, workbook
from tests.chronology.tables_read import (
    OTHER_STORY,
    STORY,
    THIRD_STORY,
    of_csv,
    of_word,
    passed,
    roles,
)

ROWS = [["03/02/2009", STORY, "RiO"], ["10/02/2009", OTHER_STORY, "RiO"]]
HEAD = ["Date", "Event", "Source"]


def days(reading) -> list[str]:
    return [entry.when.start.isoformat() for entry in reading.entries]


def test_a_month_above_the_rows_is_that_of_their_days():
    lines = [HEAD, ["JANUARY 2009", "", ""], ["3rd", STORY, "D"], ["17", OTHER_STORY, "D"]]
    reading = of_csv([*lines, ["FEBRUARY", "", ""], ["1st", THIRD_STORY, "D"]])
    assert days(reading) == ["2009-01-03", "2009-01-17", "2009-02-01"]
    assert not reading.problems


@pytest.mark.parametrize("title", ["Jan 2009", "January 2009"])
def test_the_name_of_a_sheet_gives_its_month(title):
    reading = read(workbook([HEAD, ["3rd", STORY, "D"]], title), "a.xlsx")
    assert days(reading) == ["2009-01-03"]


def test_the_line_above_a_table_gives_its_year():
    first = word_table([HEAD, ["3 March 2008", STORY, "D"]])
    second = word_table([HEAD, ["3rd March", OTHER_STORY, "D"]])
    line = "<w:p><w:r><w:t>2009</w:t></w:r></w:p>"
    assert days(read(word_document([first, line + second]), "a.docx")) == [
        "2008-03-03",
        "2009-03-03",
    ]


def test_a_year_between_stars_heads_the_rows_below_a_slip_of_the_year():
    lines = [HEAD, ["*** 2009 ***", "", ""], ["9 January 2009", STORY, ""]]
    lines += [["13 February 2008", OTHER_STORY, ""], ["25th Mar", THIRD_STORY, ""]]
    assert days(of_csv(lines))[-1] == "2009-03-25"


def test_a_title_with_a_year_in_the_column_of_dates_heads_the_rows_below():
    lines = [["", *HEAD], ["", "CHRONOLOGY 2009", "", ""], ["", "9 January", STORY, "D"]]
    reading = of_csv(lines)
    assert (days(reading), reading.problems) == (["2009-01-09"], ())


def test_a_banner_may_stand_in_every_cell_of_its_row():
    reading = of_csv([HEAD, ["2009", "2009", "2009"], *ROWS])
    assert (days(reading), passed(reading)[2]) == (["2009-02-03", "2009-02-10"], "banner")


def test_days_may_head_rows_that_have_no_column_for_them():
    lines = [["Time", "Event", "Source"], ["Tuesday 3rd February 2009", "", ""]]
    lines += [["10:30", STORY, "RiO"], ["14:00", OTHER_STORY, "RiO"]]
    reading = of_csv([*lines, ["Monday 9th March 2009", "", ""], ["09:15", THIRD_STORY, "RiO"]])
    assert days(reading) == ["2009-02-03", "2009-02-03", "2009-03-09"]
    assert [f"{entry.when.at:%H:%M}" for entry in reading.entries] == ["10:30", "14:00", "09:15"]


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        ("Day|Month|Year|Event", ["3|February|2009", "10|Feb|2009", "17|3|2009"]),
        ("Year|Date|Event", ["2009|3 Feb", "|10 Feb", "2009|Tues 17 March"]),
        ("Date|Year|Event", ["3/2|2009", "10/02/09|", "17.3|2009"]),
    ],
)
def test_a_date_in_several_columns_is_put_together(headings, rows):
    lines = [headings.split("|")]
    stories = (STORY, OTHER_STORY, THIRD_STORY)
    lines += [[*row.split("|"), story] for row, story in zip(rows, stories, strict=True)]
    assert days(of_csv(lines)) == ["2009-02-03", "2009-02-10", "2009-03-17"]


@pytest.mark.parametrize(
    "foot",
    [
        ["12/02/2010", "Page 3 of 7", ""],
        ["Printed: 12/02/2010 16:40", "", "Page 2 of 9"],
        ["Printed by A Clerk", "12/02/2010", ""],
        ["Prepared by:", "A. Worker", "12/02/2010"],
        ["Signed", "", "Date: 3 March 2010"],
        ["Run date 12/02/2010", "", ""],
        ["TOTAL", "2 events", ""],
        ["e.g. 01/01/2009", "Health visitor called", "Diary"],
    ],
)
def test_the_foot_of_a_page_is_no_entry_wherever_it_stands(foot):
    reading = of_csv([HEAD, ROWS[0], foot, ROWS[1]])
    assert (days(reading), reading.problems) == (["2009-02-03", "2009-02-10"], ())
    assert passed(reading)[3] == "footer"


def test_words_over_the_whole_row_may_carry_on_the_event():
    lines = [HEAD, ROWS[0], ["(continued) and the worker left at noon."], ROWS[1]]
    entry = of_word(word_table(lines, {2})).entries[0]
    assert entry.event == f"{STORY} and the worker left at noon."
    assert entry.continued_by == (3,)


def test_a_span_without_contacts_is_a_note_and_no_event_left_out():
    reading = of_csv([HEAD, ROWS[0], ["No contact between July and September 2009", "", ""]])
    assert (passed(reading)[3], reading.problems) == ("banner", ())


@pytest.mark.parametrize("numbers", [["(1)", "(2)", "(3)"], ["A", "B", "C"]])
def test_numbers_below_the_headings_are_part_of_them(numbers):
    reading = of_csv([HEAD, numbers, *ROWS])
    assert (len(reading.entries), reading.problems, passed(reading)[2]) == (2, (), "header")
    assert [column.heading for column in reading.tables[0].columns] == HEAD


def test_a_date_that_begins_like_a_foot_is_a_date():
    reading = of_csv([HEAD, *ROWS, ["End of May 2009", "Seen at clinic.", "RiO"]])
    assert days(reading)[-1] == "2009-05-21"


@pytest.mark.parametrize("event", ["NULL", "None", "n/a", "(blank)"])
def test_what_programs_leave_for_nothing_is_no_event(event):
    reading = of_csv([HEAD, *ROWS, ["17/02/2009", event, "RiO"]])
    assert [problem.reason for problem in reading.problems] == ["empty_event"]


def test_a_table_with_a_heading_of_its_own_goes_on_from_none():
    meetings = [["Date of meeting", "Attended by", "Purpose"], ["12/01/2010", "Panel", "Scoping"]]
    reading = of_word(word_table([HEAD, *ROWS]), word_table(meetings))
    assert len(reading.entries) == 2


def test_a_count_of_contacts_by_agency_is_no_chronology():
    counts = [["Agency", "Number of contacts", "First contact", "Last contact"]]
    counts += [["Police", "12", "03/02/2008", "10/09/2009"], ["GP", "3", "1/1/2007", "12/12/2009"]]
    reading = of_word(word_table(counts), word_table([HEAD, *ROWS]))
    assert days(reading) == ["2009-02-03", "2009-02-10"]
    assert roles(reading) == ["date", "event", "source"]


@pytest.mark.parametrize(
    "cell",
    [
        *("-NFA(police)", "+CALL (999) made by mother", "-call(s) not returned", "see <form 78>"),
        *("+MARAC(high risk) listed", "<style of parenting> noted", "<object to plan>"),
    ],
)
def test_hurried_words_set_nothing_off(cell):
    assert suspicion(cell) == ""


@pytest.mark.parametrize(
    "cell",
    ['="a"&HYPERLINK("x")', "-SUM(A1:A3)", "<form action=x>", "<style>a</style>", "</script>"],
)
def test_what_would_set_something_off_is_still_found(cell):
    assert suspicion(cell)


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        *[(cell, False) for cell in ("Only mother seen", "Mum only", "Did not attend", "WNB")],
        *[(cell, True) for cell in ("Yeah", "Yes, ran out", "Seen out playing")],
        *[(cell, None) for cell in ("Not yet born", "No info", "none recorded", "Yes?")],
    ],
)
def test_more_is_said_of_whether_the_child_was_seen(cell, seen):
    lines = [["Date", "Child seen", "Event"], ["22/05/2009", cell, STORY]]
    assert of_csv(lines).entries[0].child_seen is seen
