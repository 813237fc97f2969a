"""Rows that a file brought in are put right on line, and what the file says stays in sight."""

import pytest
from django.db import IntegrityError, transaction

from boards.roles import AgencyAuthor, PanelMember
from chronology.models import AgencyChronology, Entry, RowProblem
from records.models import AuditEvent
from tests.chronology.file_visits import author_of, signed_in
from tests.chronology.putting_right import RIGHT, address, page, put, row_of
from tests.chronology.sending import (
    CALL,
    CLINIC,
    VISIT,
    taken,
)
from tests.factories import AT, AgencyFactory, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(chronology) -> Entry:
    taken(chronology, VISIT, CALL, CLINIC)
    return row_of(chronology, CALL[3])


def test_an_author_puts_a_row_of_a_file_right_and_the_files_words_stay_in_sight(
    author, chronology, call
):
    answer = put(author, call, event=RIGHT, date="?15.01.09", time="2.30pm")
    assert "The row stands as you put it right." in answer.content.decode()
    now = Entry.objects.get(pk=call.pk)
    assert (now.event, now.date_raw, now.date_start.isoformat()) == (
        RIGHT,
        "?15.01.09",
        "2009-01-15",
    )
    assert (now.minute, now.is_uncertain, now.version) == (14 * 60 + 30, True, 2)
    assert (now.key, now.row, now.source) == ("hv.csv#R3", 3, CALL[2])
    for here in (page(author, now), author.get(f"/chronology/entries/{call.pk}/").content.decode()):
        assert "As the file had it" in here
        assert CALL[3] in here and CALL[0] in here
        assert "hv.csv, row 3" in here
    assert AuditEvent.objects.filter(verb="put_row_right").count() == 1
    assert RIGHT not in AuditEvent.objects.get(verb="put_row_right").sentence


def test_the_last_day_of_a_row_is_put_right_and_said_in_words(author, call):
    put(author, call, end_date="16/01/2009")
    now = Entry.objects.get(pk=call.pk)
    assert (now.date_start.day, now.date_end.day) == (14, 16)
    text = page(author, now)
    assert "Last day" in text and "14 January 2009" in text and 'value="2009' not in text
    put(author, now, end_date="", source="HV diary, page 2")
    assert Entry.objects.get(pk=call.pk).date_end.day == 14


def test_the_words_of_the_file_are_taken_again(author, call):
    put(author, call, event=RIGHT, date="15/01/2009")
    now = Entry.objects.get(pk=call.pk)
    author.post(address(call), {"version": now.version, "act": "back"})
    again = Entry.objects.get(pk=call.pk)
    assert (again.event, again.date_start, again.minute) == (
        call.event,
        call.date_start,
        call.minute,
    )
    assert not again.is_put_right and again.as_filed == {}
    author.post(address(call), {"version": now.version, "act": "back"})  # pressed twice
    assert Entry.objects.get(pk=call.pk).version == again.version


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"date": ""}, "Enter the date"),
        ({"date": "31/02/2009"}, "not a day of the calendar"),
        ({"date": "some time ago"}, "is not a date"),
        ({"event": ""}, "Write what happened"),
        ({"source": ""}, "must be filled in"),
        ({"event": "x" * 20_001}, "20,000 characters"),
    ],
)
def test_what_cannot_stand_is_said_in_the_words_of_typed_rows_and_nothing_is_lost(
    author, call, cells, says
):
    text = put(author, call, **({"comment": "Typed for long"} | cells)).content.decode()
    assert "There is a problem" in text and says in text
    assert "Typed for long" in text
    assert Entry.objects.get(pk=call.pk).version == 1


def test_a_date_taken_from_the_row_above_stays_though_the_words_change(author, chronology):
    taken(chronology, VISIT, ("as above", "", "HV diary", "Letter sent."), CLINIC)
    letter = row_of(chronology, "Letter sent.")
    put(author, letter, event="Letter sent to the GP.")
    now = Entry.objects.get(pk=letter.pk)
    assert (now.date_raw, now.date_start, now.is_same_as_above) == (
        "as above",
        letter.date_start,
        True,
    )
    put(author, now, time="11:00")
    assert Entry.objects.get(pk=letter.pk).minute == 11 * 60
    assert Entry.objects.get(pk=letter.pk).date_start == letter.date_start


def test_the_agencys_own_columns_and_the_column_of_the_child_are_kept_and_put_right(
    author, chronology
):
    headings = ("Date", "Source", "Event", "Child seen", "Weather")
    rows = [("12/01/2009", "Diary", "Home visit.", "Yes", "6")]
    taken(chronology, *rows, headings=headings)
    entry = row_of(chronology, "Home visit.")
    put(author, entry, event="Home visit, unannounced.")
    now = Entry.objects.get(pk=entry.pk)
    assert (now.child_seen, now.child_seen_from, now.other) == (True, "column", entry.other)
    assert entry.other == {"Weather": "6"}
    put(author, now, seen="No", **{"other-Weather": "7"})
    now = Entry.objects.get(pk=entry.pk)
    assert (now.child_seen, now.other) == (False, {"Weather": "7"})


def test_a_cell_that_the_file_left_empty_does_not_stop_another_from_being_put_right(
    author, chronology
):
    taken(chronology, ("12/01/2009", "", "", "Home visit."))
    entry = row_of(chronology, "Home visit.")
    put(author, entry, event="Home visit, unannounced.")
    assert Entry.objects.get(pk=entry.pk).event == "Home visit, unannounced."


def test_a_long_cell_of_the_file_does_not_stop_another_from_being_put_right(author, chronology):
    taken(chronology, (*VISIT[:2], "Diary " * 100, VISIT[3]))
    entry = row_of(chronology, VISIT[3])
    put(author, entry, event=RIGHT)
    assert Entry.objects.get(pk=entry.pk).event == RIGHT
    again = put(author, Entry.objects.get(pk=entry.pk), source="Diary, " * 100).content.decode()
    assert "500 characters or fewer" in again


def test_of_two_people_the_second_is_told_and_loses_nothing(author, chronology, call):
    other = signed_in(author_of(chronology))
    put(other, call, event="Theirs")
    answer = put(author, call, event="Mine & only mine")
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Theirs" in text and "Mine &amp; only mine" in text
    assert Entry.objects.get(pk=call.pk).event == "Theirs"
    put(author, Entry.objects.get(pk=call.pk), event="Mine & only mine")  # knowing theirs
    now = Entry.objects.get(pk=call.pk)
    assert now.event == "Mine & only mine" and now.as_filed["event"] == CALL[3]


def test_pressing_twice_puts_it_right_once(author, call):
    for _ in range(2):
        assert put(author, call, version=1, event=RIGHT, follow=False).status_code == 302
    assert Entry.objects.get(pk=call.pk).version == 2
    assert AuditEvent.objects.filter(verb="put_row_right").count() == 1


def test_saving_what_did_not_change_changes_nothing(author, call):
    put(author, call)
    now = Entry.objects.get(pk=call.pk)
    assert (now.version, now.is_put_right) == (1, False)


def test_what_was_handed_in_is_not_put_right_and_the_page_says_what_to_do(author, chronology, call):
    chronology.hand_in(by=author_of(chronology), at=AT)
    assert author.get(address(call)).status_code == 409
    answer = put(author, call, event=RIGHT)
    assert answer.status_code == 409 and "ask the board" in answer.content.decode()
    text = answer.content.decode()  # what was typed is there to be copied, and not to be sent
    assert f"{RIGHT}</textarea>" in text and "Save yours" not in text
    assert Entry.objects.get(pk=call.pk).event == CALL[3]
    entry = author.get(f"/chronology/entries/{call.pk}/").content.decode()
    assert "ask the board" in entry and "Put this row right" not in entry


def test_another_agencys_author_finds_no_such_row(chronology, call):
    other = AgencyFactory(board=chronology.review.board, name="Police")
    stranger = signed_in(person(AgencyAuthor, chronology.review.board, agency=other))
    own = AgencyChronology.of(chronology.review, other)
    assert stranger.get(address(call)).status_code == 404
    assert put(stranger, call, event="x").status_code == 404
    crossed = f"/chronologies/{own.pk}/rows/{call.pk}/"
    assert stranger.post(crossed, {"version": 1, "cell:event": "x"}).status_code == 404
    assert Entry.objects.get(pk=call.pk).event == CALL[3]


def test_a_panel_member_reads_and_does_not_put_right(chronology, call):
    member = signed_in(person(PanelMember, chronology.review.board))
    assert put(member, call, event="x").status_code in (403, 404)
    assert Entry.objects.get(pk=call.pk).event == CALL[3]


def test_hostile_text_is_shown_as_text(author, call):
    nasty = '</textarea><script>alert("x")</script>\x00'
    put(author, call, event=nasty, source="=HYPERLINK(1)")
    now = Entry.objects.get(pk=call.pk)
    assert "\x00" not in now.event and "formula_hyperlink" in now.flags
    for here in (page(author, now), author.get(f"/chronology/entries/{call.pk}/").content.decode()):
        assert "<script>alert" not in here


def test_a_doubt_about_a_row_that_somebody_put_right_is_to_be_mended_no_more(author, chronology):
    taken(chronology, ("Mon 22/05/2009", *CALL[1:]), VISIT)
    entry = row_of(chronology, CALL[3])
    assert RowProblem.objects.to_mend(chronology.review).count() == 1
    mend = author.get(f"/chronologies/{chronology.pk}/").content.decode()
    assert address(entry) in mend
    put(author, entry, event=RIGHT)  # the weekday is still wrong
    assert RowProblem.objects.to_mend(chronology.review).count() == 1
    put(author, Entry.objects.get(pk=entry.pk), date="Fri 22/05/2009")
    assert not RowProblem.objects.to_mend(chronology.review).exists()
    now = Entry.objects.get(pk=entry.pk)
    author.post(address(entry), {"version": now.version, "act": "back"})
    assert RowProblem.objects.to_mend(chronology.review).count() == 1


def test_nobody_puts_a_row_right_without_a_name(call):
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.filter(pk=call.pk).update(put_right_at=AT)
