"""Rows of a table: which are entries, which carry one on, which are passed over."""

from datetime import date

import pytest

from chronology.reading import Fate
from tests.chronology.tables_read import OTHER_STORY, STORY, THIRD_STORY, of_csv, passed


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
    assert reading.problems[0].sentence.startswith("The row repeats row 2 word for word")


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


def test_a_row_below_a_note_is_no_part_of_the_note_and_is_remarked_on():
    reading = of_csv(
        [
            ["Date", "Source", "Event"],
            ["22/05/2009", "", "# Ask the ward for its notes"],
            ["", "", OTHER_STORY],
            ["23/05/2009", "", "# The ward has no notes"],
            ["", "", "(continued) since its files were weeded."],
        ]
    )
    assert [(e.row, e.is_note) for e in reading.entries] == [(2, True), (3, False), (4, True)]
    assert reading.entries[1].when.start == date(2009, 5, 22)
    assert reading.entries[2].continued_by == (5,)
    assert [(d.row, d.reason) for d in reading.doubts] == [(3, "below_note")]


@pytest.mark.parametrize("source", ["#", "^", "¬", "~", "~ JB", "##"])
def test_a_row_whose_source_is_a_mark_is_a_note(source):
    reading = of_csv([["Date", "Source", "Event"], ["22/05/2009", source, STORY]])
    assert [e.is_note for e in reading.entries] == [True]


@pytest.mark.parametrize(
    ("seen", "matters", "remarks"),
    [
        ("Maybe", "High", ["“Maybe” is neither yes nor no: it is kept as text."]),
        ("Yes ?", "", ["“Yes ?” is neither yes nor no: it is kept as text."]),
        ("Yes", "Purple", ["“Purple” is neither high, medium nor low: it is kept as text."]),
        ("Not recorded", "", []),
        ("N/A", "-", []),
    ],
)
def test_words_that_are_none_of_the_choices_are_kept_and_remarked_on(seen, matters, remarks):
    lines = [
        ["Date", "Event", "Was the child seen?", "Significance"],
        ["21/05/2009", STORY, "Yes", "Low"],
        ["22/05/2009", OTHER_STORY, "No", "High"],
        ["23/05/2009", THIRD_STORY, seen, matters],
    ]
    reading = of_csv(lines)
    assert [d.sentence for d in reading.doubts] == remarks
    kept = reading.entries[2].other
    assert "Maybe" not in seen or kept == {"Was the child seen?": "Maybe"}
    assert "Purple" not in matters or kept == {"Significance": "Purple"}
    assert ("Not recorded" in seen) == ("Not recorded" in kept.values())


@pytest.mark.parametrize(
    ("week", "remarks"),
    [
        (
            "w/c 18 July 2025",
            ["18 July 2025 was a Friday. Check the day that the week is named by."],
        ),
        (
            "week ending 16 July 2025",
            ["16 July 2025 was a Wednesday. Check the day that the week is named by."],
        ),
        ("w/c 14 July 2025", []),
        ("week commencing 13/07/2025", []),
        ("w/e 18/07/2025", []),
        ("18-24/07/2025", []),
    ],
)
def test_a_week_named_by_a_day_in_its_middle_is_remarked_on(week, remarks):
    reading = of_csv([["Date", "Event"], [week, STORY], ["27/07/2025", OTHER_STORY]])
    assert [d.sentence for d in reading.doubts] == remarks
