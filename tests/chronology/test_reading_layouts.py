"""Tables as agencies lay them out: every row is found, and what each column is for."""

import csv
import io
from datetime import date

import pytest

from chronology.reading import Fate, Reading, Role, Unreadable, propose_roles, read
from tests.chronology.documents import word_cell, word_document, word_table

STORY = "Home visit by the health visitor; the house was cold and there was no food."
OTHER_STORY = "Telephone call from school to say that the child has not been in since Monday."
THIRD_STORY = "Strategy discussion held with police. Single agency assessment agreed."


def of_csv(lines: list[list[str]], **options: object) -> Reading:
    text = io.StringIO()
    csv.writer(text).writerows(lines)
    return read(text.getvalue().encode(), "agency.csv", **options)


def of_word(*tables: str) -> Reading:
    return read(word_document(list(tables)), "agency.docx")


def told(reading: Reading) -> list[tuple[int, str, str]]:
    return [(e.row, e.when.start.isoformat(), e.event) for e in reading.entries]


def roles(reading: Reading) -> list[str]:
    return [str(column.role) for column in reading.tables[0].columns]


def passed(reading: Reading) -> dict[int | None, str]:
    return {row.row: row.kind for row in reading.passed_over}


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


@pytest.mark.parametrize(
    "words",
    [
        "End of chronology",
        "Page 1 of 3",
        "Total entries: 2",
        "Signed: A Author",
        "Prepared by A Author",
    ],
)
def test_closing_words_are_no_entry(words):
    for place in (0, 2):
        last = ["", "", ""]
        last[place] = words
        reading = of_csv(
            [
                ["Date", "Source", "Event"],
                ["22/05/2009", "Log", STORY],
                ["23/05/2009", "", THIRD_STORY],
                last,
            ]
        )
        assert len(reading.entries) == 2
        assert passed(reading)[4] == "footer"


def test_text_alone_carries_on_the_event_above_it():
    reading = of_csv(
        [
            ["Date", "Source", "Event"],
            ["22/05/2009", "Log", STORY],
            ["", "", "...and left at noon."],
            ["", "", "(cont'd) Mother was told."],
            ["", "Letter", OTHER_STORY],
        ]
    )
    first, second = reading.entries
    assert first.event == f"{STORY} and left at noon. Mother was told."
    assert first.continued_by == (3, 4)
    assert second.when.is_same_as_above


def test_a_first_row_without_a_date_is_refused():
    reading = of_csv(
        [["Date", "Source", "Event"], ["", "Log", STORY], ["23/05/2009", "Log", OTHER_STORY]]
    )
    assert [(p.row, p.reason, p.fate) for p in reading.problems] == [
        (2, "missing_date", Fate.REJECT)
    ]


def test_a_row_told_twice_is_flagged_and_left_out():
    row = ["22/05/2009", "Log", STORY]
    again = ["22 May 2009", "Log", STORY]
    reading = of_csv(
        [
            ["No", "Date", "Source", "Event"],
            ["1", *row],
            ["2", *again],
            ["3", *row[:2], OTHER_STORY],
        ]
    )
    assert [e.ref for e in reading.entries] == ["1", "3"]
    assert [(p.row, p.reason, p.fate) for p in reading.problems] == [
        (3, "exact_duplicate_row", Fate.FLAG)
    ]


def test_a_note_is_kept_as_a_note_and_still_needs_a_date():
    reading = of_csv(
        [
            ["Date", "Source", "Event"],
            ["22/05/1999", "", "# Nothing is on file for this year"],
            ["someday", "", "# Not dated"],
            ["23/05/2009", "Log", STORY],
        ],
        scope=(date(2005, 1, 1), date(2010, 1, 1)),
    )
    assert [e.is_note for e in reading.entries] == [True, False]
    assert [p.reason for p in reading.problems] == ["unparseable_date"]


def test_a_swapped_day_and_month_is_a_doubt_and_no_problem():
    dates = ["01/03/2009", "03/03/2009", "04/03/2009", "03/09/2009", "10/03/2009", "12/03/2009"]
    reading = of_csv([["Date", "Event"], *([d, f"{STORY} {d}"] for d in dates)])
    assert [p.reason for p in reading.problems] == []
    assert [(d.row, d.reason) for d in reading.doubts] == [(5, "swapped_day_month")]
    assert reading.entries[3].when.start == date(2009, 9, 3)


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


def test_text_alone_is_an_entry_where_rows_often_have_nothing_else():
    reading = of_csv(
        [
            ["Date", "Event"],
            ["22/05/2009", STORY],
            ["", OTHER_STORY],
            ["", "and nobody came to the door."],
            ["23/05/2009", THIRD_STORY],
        ]
    )
    assert [e.row for e in reading.entries] == [2, 3, 5]
    assert reading.entries[1].continued_by == (4,)


def test_lines_of_a_form_above_the_heading_are_no_entries():
    reading = of_csv(
        [
            ["Agency", "Police", ""],
            ["Period covered", "01/06/2007", "31/05/2010"],
            ["Source", "Date", "Event"],
            ["Log", "22/05/2009", STORY],
        ]
    )
    assert [e.row for e in reading.entries] == [4]


def test_the_ends_of_headings_stand_in_a_row_of_their_own():
    reading = of_csv(
        [
            ["Ref", "Date", "Details", "Action"],
            ["", "of contact", "(in 50 words)", "taken"],
            ["1", "22/05/2009", STORY, "NFA"],
            ["2", "23/05/2009", OTHER_STORY, ""],
        ]
    )
    assert [e.row for e in reading.entries] == [3, 4]
    assert not reading.problems
    assert reading.tables[0].columns[1].heading == "Date of contact"


def test_headings_merged_over_two_rows_name_columns_that_the_second_row_leaves_bare():
    reading = of_csv(
        [
            ["When", "When", "Record", "What", "Outcome", "Comment"],
            ["Date", "Time", "", "happened", "", ""],
            ["22/05/2009", "1430", "RiO", STORY, "NFA", "Good practice"],
            ["23/05/2009", "", "PNC", OTHER_STORY, "Referred", ""],
        ]
    )
    assert roles(reading) == ["date", "time", "source", "event", "action", "comment"]


def test_a_count_of_the_rows_is_no_entry():
    lines = [["Present", "Date", "Event"], ["HV", "22/05/2009", STORY], ["Total entries", "1", ""]]
    reading = of_csv(lines)
    assert (len(reading.entries), reading.problems) == (1, ())
    assert passed(reading)[3] == "footer"


def test_a_form_left_as_printed_says_nothing_of_the_child():
    seen = ["Y/N", "Yes / No", "Did not see child", "didn’t see him", "Yes"]
    lines = [
        ["Date", "Child seen?", "Event"],
        *([["22/05/2009", cell, STORY + cell] for cell in seen]),
    ]
    assert [e.child_seen for e in of_csv(lines).entries] == [None, None, False, False, True]


def test_the_first_word_of_a_long_heading_says_what_the_column_is_for():
    headings = [
        "Date of event (please keep to the order of events)",
        "Details of event or contact including who was present and what was seen",
        "Action taken by the agency as a result and by whom",
    ]
    lines = [headings, ["22/05/2009", STORY, "NFA"], ["23/05/2009", OTHER_STORY, "Referred"]]
    assert roles(of_csv(lines)) == ["date", "event", "action"]


def test_notes_beside_an_event_are_a_comment():
    lines = [["Entry", "Date", "Event", "Notes"]]
    lines += [[str(i), f"{i}/05/2009", STORY, "See page 4"] for i in range(1, 8)]
    assert roles(of_csv(lines)) == ["ref", "date", "event", "comment"]


def test_a_title_of_one_word_in_the_column_of_dates_heads_the_rows_below():
    lines = [["Date", "Event", "Source"], ["Antenatal", "", ""], ["22/05/2009", STORY, "RiO"]]
    reading = of_csv(lines)
    assert (passed(reading)[2], reading.problems) == ("banner", ())


def test_comments_of_an_officer_are_comments():
    lines = [["Date", "Event", "Reviewing officer's comments"]]
    lines += [[f"{i}/05/2009", STORY, "Mr Dunn did well."] for i in range(1, 8)]
    assert roles(of_csv(lines)) == ["date", "event", "comment"]


def test_a_column_of_people_who_saw_somebody_is_who_was_present():
    lines = [["Date", "Seen by / with", "Event"], ["22/05/2009", "Mother, HV", STORY]]
    assert roles(of_csv(lines)) == ["date", "present", "event"]
