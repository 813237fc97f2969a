"""Minutes, actions and who attended: what two people write at once, and what changes no more."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from boards.roles import Manager
from records.models import AuditEvent
from reviews.models import AgendaItem, Minutes, MinutesChangedMeanwhile
from tests.factories import BoardFactory, a_review, person
from tests.reviews.meeting_scenes import HELD_ON, a_meeting, a_paper, an_action, minutes_of
from tests.reviews.test_case_page import day, signed_in

pytestmark = pytest.mark.django_db


def test_actions_of_the_last_meeting_come_up_at_the_next(staff, review):
    first = a_meeting(review, by=staff)
    an_action(first, by=staff, what="Ask the surgery for its records")
    done = an_action(first, by=staff, what="Book the hall")
    review.record("finish_action", by=staff, at=timezone.now(), action=done, on=HELD_ON)
    second = a_meeting(review, by=staff, on=HELD_ON + timedelta(days=28))
    page = signed_in(staff).get(second.get_absolute_url()).content.decode()
    assert "Ask the surgery for its records" in page
    assert "Book the hall" not in page
    listed = signed_in(staff).get(f"/reviews/{review.reference}/meetings/").content.decode()
    assert "Overdue by" in listed
    case = signed_in(staff).get(review.get_absolute_url()).content.decode()
    assert "Panel meeting 2 on 19 April 2010; 1 action open" in case


def test_two_people_who_minute_at_once_lose_nothing(staff, review):
    meeting, other = a_meeting(review, by=staff), person(Manager, review.board)
    item, path = meeting.agenda.first(), f"/meetings/{meeting.pk}/minutes/"
    minutes_of(meeting, "What the manager heard.", by=other)
    mine = {"seen": "0", f"item_{item.pk}": "What I heard."}
    page = signed_in(staff).post(path, mine).content.decode()
    assert "What the manager heard." in page and "What I heard." in page
    assert meeting.minutes.count() == 1
    signed_in(staff).post(path, {"seen": "1", f"item_{item.pk}": "What we both heard."})
    assert [m.text_of(item.pk) for m in meeting.minutes.all()] == [
        "What the manager heard.",
        "What we both heard.",
    ]
    with pytest.raises(MinutesChangedMeanwhile):
        minutes_of(meeting, by=staff, seen=1)


def test_agreed_minutes_change_no_more_and_only_a_later_meeting_agrees_them(staff, review):
    first = a_meeting(review, by=staff)
    minutes = minutes_of(first, by=staff)
    at = timezone.now()
    with pytest.raises(ValidationError, match="a meeting after"):
        review.record("agree_minutes", by=staff, at=at, minutes=minutes, meeting=first)
    ahead = a_meeting(review, by=staff, on=timezone.localdate() + timedelta(days=3))
    with pytest.raises(ValidationError, match="not been held"):
        review.record("agree_minutes", by=staff, at=at, minutes=minutes, meeting=ahead)
    second = a_meeting(review, by=staff, on=HELD_ON + timedelta(days=28))
    path = f"/meetings/{first.pk}/record/agree_minutes/"
    signed_in(staff).post(path, {"agreed_at": second.pk})
    assert Minutes.objects.get(pk=minutes.pk).agreed_at == second
    with pytest.raises(ValidationError, match="were agreed"):
        minutes_of(first, by=staff, seen=1)


def test_the_log_repeats_no_word_of_the_minutes(staff, review):
    meeting = a_meeting(review, by=staff)
    minutes_of(meeting, "Jordan was seen by Mrs Pike.", by=staff)
    an_action(meeting, by=staff, what="Write to Jordan’s school")
    said = [f"{e.sentence} {e.details}" for e in AuditEvent.objects.about(review)]
    assert any("Minutes of Panel meeting 1, version 1" in one for one in said)
    assert not any("Jordan" in one for one in said)


def test_nobody_attends_a_meeting_before_it_is_held(staff, review):
    meeting = a_meeting(review, by=staff, on=timezone.localdate() + timedelta(days=1))
    with pytest.raises(ValidationError, match="record who came afterwards"):
        review.record(
            "record_attendance", by=staff, at=timezone.now(), meeting=meeting, invitees=[]
        )
    with pytest.raises(ValidationError, match="write its minutes afterwards"):
        minutes_of(meeting, by=staff)


def test_a_deputy_is_named_by_job_title_and_employer(staff, review):
    manager = person(Manager, review.board)
    meeting = a_meeting(review, by=staff, asked=[manager])
    who, path = meeting.invitees.get(), f"/meetings/{meeting.pk}/record/record_attendance/"
    page = signed_in(staff).post(path, {f"came_{who.pk}": "deputy", f"deputy_{who.pk}": ""})
    assert "Enter the deputy’s job title and employer" in page.content.decode()
    sent = {f"came_{who.pk}": "deputy", f"deputy_{who.pk}": "Ward sister, the hospital"}
    signed_in(staff).post(path, sent | {"quoracy": "Quorate"})
    who.refresh_from_db()
    assert (who.attendance, who.deputy) == ("deputy", "Ward sister, the hospital")
    pdf = signed_in(staff).get(f"/meetings/{meeting.pk}/minutes.pdf")
    assert pdf.status_code == 404  # there are none yet


def test_others_are_invited_by_name_and_get_a_file_to_be_sent(staff, review):
    meeting = a_meeting(review, by=staff)
    path = f"/meetings/{meeting.pk}/record/invite/"
    client = signed_in(staff)
    wrong = client.post(path, {"others": "Ann Lee, Head, School, not an address"})
    assert "enter an email address like" in wrong.content.decode()
    client.post(path, {"others": "Ann Lee, Head teacher, The school, head@school.example"})
    ann = meeting.invitees.get(name="Ann Lee")
    file = client.get(f"/meetings/{meeting.pk}/invitation.ics?for={ann.pk}").content.decode()
    assert "head@school.example" in file.replace("\r\n ", "")
    client.post(f"/meetings/{meeting.pk}/invitees/{ann.pk}/")
    assert not meeting.invitees.open().exists()


def test_a_paper_of_another_review_is_not_tabled(staff, review):
    elsewhere = a_review(review.board)
    theirs = a_paper(a_meeting(elsewhere, by=staff).agenda.first(), by=staff)
    item = a_meeting(review, by=staff).agenda.first()
    path = f"/agenda-items/{item.pk}/papers/"
    answer = signed_in(staff).post(path, {"document": theirs.version.document_id})
    assert answer.status_code == 200
    assert not item.papers.exists()


def test_another_board_finds_no_meeting(staff, review):
    meeting = a_meeting(review, by=staff)
    item = AgendaItem.objects.filter(meeting=meeting)[0]
    stranger = signed_in(person(Manager, BoardFactory()))
    for path in (f"/meetings/{meeting.pk}/", f"/meetings/{meeting.pk}/pack/"):
        assert stranger.get(path).status_code == 404
    assert stranger.post(f"/agenda-items/{item.pk}/drop/").status_code == 404


def test_an_action_is_due_after_its_meeting_and_done_once(staff, review):
    meeting = a_meeting(review, by=staff)
    with pytest.raises(ValidationError, match="before its meeting"):
        an_action(meeting, by=staff, due_on=date(2010, 3, 1))
    action = an_action(meeting, by=staff)
    path = f"/meeting-actions/{action.pk}/done/"
    said = day("on", HELD_ON) | {"text": "It is booked."}
    signed_in(staff).post(path, said)
    again = signed_in(staff).post(path, said)
    assert "recorded as done already" in again.content.decode()


def test_a_meeting_that_has_minutes_is_neither_moved_nor_cancelled(staff, review):
    meeting = a_meeting(review, by=staff)
    minutes_of(meeting, by=staff)
    assert "Cancel the meeting" not in (
        signed_in(staff).get(meeting.get_absolute_url()).content.decode()
    )
    facts = {"by": staff, "at": timezone.now(), "meeting": meeting, "because": "x"}
    meeting.on += timedelta(days=1)
    for act in ("move_meeting", "cancel_meeting"):
        with pytest.raises(ValidationError, match="so it was held"):
            review.record(act, **facts)


def test_the_home_of_the_staff_shows_what_is_overdue_without_its_words(staff, review):
    meeting = a_meeting(review, by=staff)
    assert "Actions of meetings" not in signed_in(staff).get("/").content.decode()
    an_action(meeting, by=staff, what="Write to the school of Jordan")
    home = signed_in(staff).get("/").content.decode()
    assert "Action 1 of Panel meeting 1" in home
    assert "Jordan" not in home
