"""Forms with lines above their headings, long headings, and lines left as they were printed."""

import pytest

from tests.chronology.tables_read import OTHER_STORY, STORY, of_csv, passed, roles


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
            ["", "of contact", "of contact", "taken"],
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


def test_a_column_of_people_who_saw_somebody_is_who_was_present():
    lines = [["Date", "Seen by / with", "Event"], ["22/05/2009", "Mother, HV", STORY]]
    assert roles(of_csv(lines)) == ["date", "present", "event"]


@pytest.mark.parametrize("day, clock", [("22/05/2009", "25:70"), ("22/05/2009 25:70", "")])
def test_a_time_that_no_clock_shows_is_a_doubt_and_the_day_is_taken(day, clock):
    lines = [["Date", "Time", "Event"], ["21/05/2009", "10:30", STORY], [day, clock, f"{STORY} 2"]]
    reading = of_csv(lines)
    assert [e.when.start.day for e in reading.entries] == [21, 22]
    assert [(d.row, d.reason) for d in reading.doubts] == [(3, "impossible_time")]
    assert "25:70" in reading.doubts[0].sentence
    assert not reading.problems


def test_short_words_under_the_heading_event_are_events():
    lines = [["Date", "Event"], *([f"{n:02}/05/2009", f"Visit {n}."] for n in range(1, 9))]
    assert [e.event for e in of_csv(lines).entries] == [f"Visit {n}." for n in range(1, 9)]


def test_one_long_cell_under_the_heading_source_does_not_make_it_something_else():
    lines = [["Date", "Source", "Event"], ["01/05/2009", "Log. " * 400, STORY]]
    lines += [[f"0{n}/05/2009", "Log", f"{STORY} {n}"] for n in range(2, 7)]
    assert [str(c.role) for c in of_csv(lines).tables[0].columns] == ["date", "source", "event"]


def test_the_fuller_of_two_columns_is_the_event_whichever_has_its_own_word():
    lines = [["Date", "Event", "Details"]]
    lines += [[f"0{n}/05/2009", "Visit", f"{STORY} {n}"] for n in range(1, 9)]
    assert [str(c.role) for c in of_csv(lines).tables[0].columns][2] == "event"


def test_a_title_of_one_word_in_the_column_of_dates_heads_the_rows_below():
    lines = [["Date", "Event", "Source"], ["Antenatal", "", ""], ["22/05/2009", STORY, "RiO"]]
    reading = of_csv(lines)
    assert (passed(reading)[2], reading.problems) == ("banner", ())


def test_comments_of_an_officer_are_comments():
    lines = [["Date", "Event", "Reviewing officer's comments"]]
    lines += [[f"{i}/05/2009", STORY, "Mr Dunn did well."] for i in range(1, 8)]
    assert roles(of_csv(lines)) == ["date", "event", "comment"]
