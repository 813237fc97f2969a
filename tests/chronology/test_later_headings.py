"""Headings further down a table, groups above headings, keys below tables, days above rows."""

import pytest

from chronology.reading import read
from tests.chronology.documents import word_table, workbook
from tests.chronology.tables_read import (
    OTHER_STORY,
    STORY,
    THIRD_STORY,
    of_csv,
    of_word,
    passed,
    roles,
    told,
)

HEAD = ["Date", "Event", "Source"]
ROW = ["03/02/2009", STORY, "RiO"]
BOTH = [(2, "2009-02-03", STORY), (5, "2009-03-17", THIRD_STORY)]


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        (["Source", "Event", "Date"], ["Form 78", THIRD_STORY, "17/03/2009"]),
        (["Event", "Date", "Source"], [THIRD_STORY, "17 March 2009", "Form 78"]),
        (["Record", "What happened", "When"], ["Form 78", THIRD_STORY, "17/03/09"]),
    ],
)
def test_columns_may_stand_in_another_order_under_a_later_heading(headings, row):
    reading = of_csv([HEAD, ROW, ["Part two", "", ""], headings, row])
    assert (told(reading), reading.problems) == (BOTH, ())
    assert [entry.source for entry in reading.entries] == ["RiO", "Form 78"]
    assert passed(reading)[4] == "repeated_header"


def test_a_column_that_only_a_later_heading_has_is_a_column_of_the_table():
    later = ["When", "Action", "What happened"]
    reading = of_csv([HEAD, ROW, [], later, ["17/03/2009", "Letter sent", THIRD_STORY]])
    assert (told(reading), reading.entries[1].action) == (BOTH, "Letter sent")
    assert roles(reading) == ["date", "event", "source", "action"]


def test_a_later_heading_with_more_columns_loses_no_row_above_it():
    later = ["Ref", "Date", "Time", "Event", "Seen"]
    first = [["Date", "Event"], ["03/02/2009", STORY], []]
    reading = of_csv([*first, later, ["1", "17/03/2009", "10:30", THIRD_STORY, "Yes"]])
    assert (told(reading), reading.problems) == (BOTH, ())
    assert (reading.entries[1].child_seen, reading.entries[1].ref) == (True, "1")
    assert roles(reading) == ["date", "event", "ref", "time", "seen"]


def test_a_later_heading_may_repeat_a_name_that_only_its_cells_explain():
    first = ["Date", "Event", "Folio"]
    rows = [["Folio", "Event", "Date"], ["12", THIRD_STORY, "17/03/2009"]]
    reading = of_csv([first, ["03/02/2009", STORY, "11"], [], *rows])
    assert (told(reading), reading.problems) == (BOTH, ())


def test_a_row_that_only_breaks_its_lines_elsewhere_says_the_same():
    again = STORY.replace("; ", ";\n")
    reading = of_csv([HEAD, ["03/02/2009", again, "RiO"], ROW])
    assert [(one.row, one.reason) for one in reading.problems] == [(3, "exact_duplicate_row")]


def test_rows_of_short_words_are_no_heading_further_down():
    rows = [["", "", ""], ["Date of birth", "Contact details", "Record"], ROW]
    reading = of_csv([HEAD, ROW, *rows])
    assert all(entry.source == "RiO" for entry in reading.entries if entry.event == STORY)


def test_groups_above_the_headings_are_part_of_them_in_every_cell():
    groups = ["When", "When", "What", "Child seen"]
    lines = [groups, ["Date", "Time", "Detail", "Yes/No"], ["03/02/2009", "10:30", STORY, "No"]]
    entry = of_word(word_table(lines)).entries[0]
    assert (entry.row, entry.child_seen, f"{entry.when.at:%H:%M}") == (3, False, "10:30")


def test_parts_of_a_date_may_stand_under_one_name():
    lines = [["When", "", "", "Contact"], ["Day", "Month", "Year", "Description of event"]]
    lines += [["3", "Feb", "2009", STORY], ["31", "June", "2009", OTHER_STORY]]
    reading = read(workbook([*lines, ["17", "3", "2009", THIRD_STORY]], "Baby room"), "a.xlsx")
    assert told(reading) == [(3, "2009-02-03", STORY), (5, "2009-03-17", THIRD_STORY)]
    assert [problem.reason for problem in reading.problems] == ["impossible_date"]


@pytest.mark.parametrize("title", ["", "Abbreviations"])
def test_a_key_below_a_table_is_no_part_of_it(title):
    key = [["FSW", "Family support worker", ""], ["T/C", "Telephone call", ""]]
    reading = of_csv([HEAD, ROW, [title, "", ""], *key])
    assert (told(reading), reading.problems) == ([BOTH[0]], ())
    assert [passed(reading)[row] for row in (4, 5)] == ["footer"] * 2


@pytest.mark.parametrize(
    "rows",
    [
        [["Name", "J. Akhtar"], ["Designation", "Named nurse"], ["Date", "12/10/2010"]],
        [["Signed: J. Akhtar"], ["Date: 12/10/2010"]],
    ],
)
def test_who_signed_below_a_table_and_when_is_no_part_of_it(rows):
    reading = of_csv([HEAD, ROW, [], *rows])
    assert (told(reading), reading.problems) == ([BOTH[0]], ())
    assert {passed(reading)[4 + i] for i in range(len(rows))} == {"footer"}


def test_rows_below_a_blank_one_that_only_lack_a_date_are_still_reported():
    rows = [["TBC", "To be seen at clinic.", ""], ["N/K", "No reply.", ""]]
    reading = of_csv([HEAD, ROW, ["", "", ""], *rows])
    assert [problem.row for problem in reading.problems] == [4, 5]


def test_the_last_rows_of_a_day_are_no_key_though_they_stand_apart():
    lines = [["Source", "Event", "Date"], ["RiO", STORY, "03/02/2009"], []]
    reading = of_csv([*lines, ["GP", "Mother called.", ""], ["RiO", "No reply.", ""]])
    assert [(e.row, e.source) for e in reading.entries] == [(2, "RiO"), (4, "GP"), (5, "RiO")]


DAYS = [["Time", "Event", "Seen by"], ["Tuesday 3rd February 2009", "", ""]]
NEXT_DAY = ["Monday 9th March 2009", "", ""]


@pytest.mark.parametrize("row", [["16:50", "", "mother"], ["16:50", "", ""]])
def test_a_time_without_an_event_is_reported_under_the_day_above(row):
    lines = [*DAYS, ["10:30", STORY, "HV"], row, NEXT_DAY, ["09:15", OTHER_STORY, "HV"]]
    reading = of_csv(lines)
    assert [(one.row, one.reason) for one in reading.problems] == [(4, "empty_event")]
    assert len(reading.entries) == 2


def test_an_event_alone_under_a_new_day_is_no_more_of_the_day_before():
    lines = [*DAYS, ["10:30", STORY, "HV"], NEXT_DAY, ["", OTHER_STORY, ""], NEXT_DAY]
    assert told(of_csv(lines)) == [(3, "2009-02-03", STORY), (5, "2009-03-09", OTHER_STORY)]


def test_the_day_that_a_file_was_compiled_is_no_day_of_an_event():
    reading = of_csv([HEAD, ROW, ["Compiled on 12/10/2010 by J. Akhtar", "", ""]])
    assert (passed(reading)[3], reading.problems) == ("footer", ())


@pytest.mark.parametrize("words", ["Date illegible", "Date to be confirmed", "not recorded"])
@pytest.mark.parametrize("at", [0, 1])
def test_a_row_that_says_it_has_no_date_names_no_columns(words, at):
    first = [["Key facts", "Dates", "Origin", "Comment"], [STORY, "03/02/2009", "RiO", ""]]
    second = [[OTHER_STORY, "10/02/2009", "RiO", ""], [THIRD_STORY, "17/02/2009", "RiO", ""]]
    second.insert(at, ["Child was hungry.", words, "Letter", "Should have been shared"])
    reading = of_word(word_table(first), word_table(second))
    assert [(one.table, one.row) for one in reading.problems] == [("2", at + 1)]
    assert len(reading.entries) == 3


def test_a_second_chronology_beside_the_first_is_remarked_on_and_a_second_date_is_not():
    reading = of_csv([[*HEAD, "", *HEAD], [*ROW, "", "17/03/2009", THIRD_STORY, "Form 78"]])
    assert told(reading) == BOTH[:1]
    (remark,) = reading.doubts
    assert (remark.reason, remark.row) == ("side_by_side", 1)
    two_dates = of_csv([["Date", "Date", "Event"], ["03/02/2009", "05/02/2009", STORY]])
    assert two_dates.doubts == ()
