"""Untimed rows of one day stand by the numbers that the agency gave them."""

import pytest

from tests.chronology.sending import a_chronology, entries_of, standing, taken

pytestmark = pytest.mark.django_db

HEADINGS = ("Ref", "Date", "Source", "Event")
FIRST, PUT_IN, SECOND, THIRD = (
    "Mother rang the ward at noon.",
    "The ward rang back and left word.",
    "The discharge letter was sent.",
    "A neighbour reported shouting.",
)


def rows(*numbered, day="12/01/2009"):
    return [(ref, day, "Diary", event) for ref, event in numbered]


def test_rows_of_a_day_stand_by_their_numbers_and_fractions_go_between():
    chronology = a_chronology()
    sent = rows(("3", THIRD), ("1", FIRST), ("2", SECOND), ("1.5", PUT_IN))
    taken(chronology, *sent, headings=HEADINGS)
    assert standing(chronology) == [FIRST, PUT_IN, SECOND, THIRD]


def test_the_order_is_the_same_when_a_correction_comes_and_no_row_changes():
    chronology = a_chronology()
    sent = rows(("3", THIRD), ("1", FIRST), ("2", SECOND))
    taken(chronology, *sent, headings=HEADINGS)
    ids = {one.event: one.pk for one in entries_of(chronology)}
    file = taken(chronology, *sent, *rows(("1.5", PUT_IN)), headings=HEADINGS)
    assert (file.outcome["unchanged"], file.outcome["new"]) == (3, 1)
    assert standing(chronology) == [FIRST, PUT_IN, SECOND, THIRD]
    assert all(entries_of(chronology).get(event=event).pk == pk for event, pk in ids.items())


def test_references_that_are_no_numbers_leave_the_order_of_the_file():
    chronology = a_chronology()
    sent = rows(("CR/9", THIRD), ("CR/1", FIRST), ("2", SECOND))
    taken(chronology, *sent, headings=HEADINGS)
    assert standing(chronology) == [THIRD, FIRST, SECOND]


def test_days_go_before_numbers():
    chronology = a_chronology()
    sent = [*rows(("9", FIRST)), *rows(("1", THIRD), day="13/01/2009")]
    taken(chronology, *sent, headings=HEADINGS)
    assert standing(chronology) == [FIRST, THIRD]
