"""Tables as agencies lay them out: every row is found, and what each column is for."""

from datetime import date

import pytest

from chronology.reading import Role, Unreadable, propose_roles
from tests.chronology.documents import word_cell, word_table
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


def test_a_heading_of_two_rows_is_one_heading():
    reading = of_csv(
        [
            ["When", "", "What", "Child", ""],
            ["Date", "Time", "happened", "seen?", "said"],
            ["22/05/2009", "1430", STORY, "Yes", ""],
            ["23/05/2009", "", OTHER_STORY, "No", "“I am cold”"],
        ]
    )
    assert [e.row for e in reading.entries] == [3, 4]
    assert roles(reading) == ["date", "time", "event", "seen", "voice"]


def test_a_group_above_the_headings_belongs_to_them():
    reading = of_csv(
        [
            ["Date of contact", "Event", "The child", ""],
            ["", "", "Seen", "Views"],
            ["22/05/2009", STORY, "Yes", ""],
            ["23/05/2009", OTHER_STORY, "No", "Wants to go home"],
        ]
    )
    assert [e.child_seen for e in reading.entries] == [True, False]
    assert reading.entries[1].child_voice == "Wants to go home"


def test_a_table_may_start_in_the_second_column_below_a_title():
    reading = of_csv(
        [
            ["", "Agency chronology", "", ""],
            ["", "", "", ""],
            ["", "Date", "Source", "Event"],
            ["", "22/05/2009", "Case log", STORY],
            ["", "", "Letter", OTHER_STORY],
        ]
    )
    assert told(reading) == [(4, "2009-05-22", STORY), (5, "2009-05-22", OTHER_STORY)]
    assert passed(reading) == {1: "preamble", 2: "blank", 3: "header"}


def test_dates_from_and_to_stand_in_columns_of_their_own():
    reading = of_csv(
        [
            ["Date from", "Date to", "Narrative"],
            ["22/05/2009", "25/05/2009", STORY],
            ["26/05/2009", "", OTHER_STORY],
            ["28/05/2009", "27/05/2009", THIRD_STORY],
        ]
    )
    first, second = reading.entries
    assert (first.when.end, str(first.when.precision)) == (date(2009, 5, 25), "range")
    assert (second.when.end, str(second.when.precision)) == (date(2009, 5, 26), "day")
    assert [p.reason for p in reading.problems] == ["end_before_start"]


def test_start_and_end_times_stand_in_columns_of_their_own():
    reading = of_csv(
        [
            ["Date", "Start time", "End time", "Details"],
            ["22/05/2009", "10.00", "11.30", STORY],
            ["23/05/2009", "2pm", "", OTHER_STORY],
        ]
    )
    assert [(f"{e.when.at:%H%M}", bool(e.when.until)) for e in reading.entries] == [
        ("1000", True),
        ("1400", False),
    ]


def test_a_table_without_headings_goes_on_from_the_one_before_it():
    head = [
        ["Date", "Source", "Event"],
        ["22/05/2009", "Log", STORY],
        ["23/05/2009", "Log", OTHER_STORY],
    ]
    tail = [["24/05/2009", "Log", THIRD_STORY], ["", "Letter", STORY]]
    reading = of_word(word_table(head), word_table(tail))
    assert [e.key for e in reading.entries][2:] == ["agency.docx#T2R1", "agency.docx#T2R2"]
    assert reading.tables[1].columns[2].role is Role.EVENT


def test_a_file_without_any_heading_is_told_by_its_cells():
    reading = of_csv([[f"{day}/05/2009", "Log", f"{STORY} {day}"] for day in range(10, 20)])
    assert len(reading.entries) == 10


def test_a_nested_table_is_read_where_the_outer_one_only_places_it():
    inner = word_table([["Date", "Event"], ["22/05/2009", STORY], ["23/05/2009", OTHER_STORY]])
    outer = f"<w:tbl><w:tr><w:tc><w:p/>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    assert [e.key for e in of_word(outer).entries] == ["agency.docx#T1.1R2", "agency.docx#T1.1R3"]


def test_a_cell_merged_down_gives_its_date_to_the_rows_beside_it():
    start, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        word_cell("Date") + word_cell("Source") + word_cell("Event"),
        word_cell("22/05/2009", start) + word_cell("Log") + word_cell(STORY),
        word_cell("", more) + word_cell("Letter") + word_cell(OTHER_STORY),
    ]
    table = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    second = of_word(table).entries[1]
    assert second.when.is_same_as_above
    assert second.when.start == date(2009, 5, 22)


def test_a_banner_gives_its_year_to_days_without_one():
    reading = of_csv(
        [
            ["Date", "Source", "Event"],
            ["2008", "", ""],
            ["14 March", "Log", STORY],
            ["3 April", "Log", OTHER_STORY],
            ["Events of 2009", "", ""],
            ["14/3", "Log", THIRD_STORY],
        ]
    )
    assert [e.when.start.isoformat() for e in reading.entries] == [
        "2008-03-14",
        "2008-04-03",
        "2009-03-14",
    ]
    assert all(e.when.is_year_inferred for e in reading.entries)
    assert passed(reading) == {1: "header", 2: "banner", 5: "banner"}


def test_a_day_of_the_new_year_follows_one_of_the_old():
    reading = of_csv(
        [
            ["Date", "Source", "Event"],
            ["22/12/2008", "Log", STORY],
            ["29 Dec", "Log", OTHER_STORY],
            ["2 Jan", "Log", THIRD_STORY],
        ]
    )
    assert [e.when.start.year for e in reading.entries] == [2008, 2008, 2009]


def test_days_without_a_year_run_back_where_the_file_does():
    reading = of_csv(
        [
            ["Date", "Source", "Event"],
            ["12/02/2009", "Log", STORY],
            ["2 Jan 2009", "Log", OTHER_STORY],
            ["29 Dec", "Log", THIRD_STORY],
        ]
    )
    assert reading.entries[2].when.start == date(2008, 12, 29)


def test_a_remembered_mapping_goes_before_what_a_column_looks_like():
    lines = [
        ["Date", "Remarks", "Event"],
        ["22/05/2009", STORY, "Visit"],
        ["23/05/2009", OTHER_STORY, "Call"],
    ]
    reading = of_csv(lines, mapping={"Remarks": Role.EVENT, "Event": Role.OTHER})
    assert [e.event for e in reading.entries] == [STORY, OTHER_STORY]
    assert reading.entries[0].other == {"Event": "Visit"}


def test_tables_of_people_and_versions_are_no_chronology():
    people = word_table(
        [
            ["Name", "Relationship", "Date of birth"],
            ["A", "Mother", "01/02/1980"],
            ["B", "Child", "03/04/2006"],
        ]
    )
    versions = word_table(
        [
            ["Version", "Date", "Changes made"],
            ["0.1", "01/02/2010", "First draft sent to the panel for comment"],
        ]
    )
    events = word_table([["Date", "Event"], ["22/05/2009", STORY], ["23/05/2009", OTHER_STORY]])
    reading = of_word(people, versions, events)
    assert [e.table for e in reading.entries] == ["3", "3"]


def test_a_file_without_a_chronology_says_so():
    with pytest.raises(Unreadable, match="No table with dates and events"):
        of_csv([["Name", "Address"], ["A", "1 High Street"]])


def test_roles_are_proposed_from_cells_where_headings_say_nothing():
    columns = [
        [f"{day}/05/2009" for day in range(10, 20)],
        [f"{STORY} {n}" for n in range(10)],
        ["Yes", "No", "N/A", "Yes", "No", "", "No", "Yes", "No", "No"],
        [f"1{n}30" for n in range(10)],
    ]
    assert propose_roles(["a", "b", "c", "d"], columns) == [
        Role.DATE,
        Role.EVENT,
        Role.SEEN,
        Role.TIME,
    ]
