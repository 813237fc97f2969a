"""Meetings: called, moved, minuted; who may; and what is never lost."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from icalendar import Calendar

from boards.roles import AgencyAuthor, Coordinator, Manager, PanelMember
from records.models import AuditEvent
from reviews.models import AgendaItem, Commission, Meeting, Minutes, MinutesChangedMeanwhile, Review
from tests.factories import AgencyFactory, BoardFactory, a_review, appointed, person
from tests.reviews.meeting_scenes import HELD_ON, a_meeting, a_paper, an_action, minutes_of
from tests.reviews.test_case_page import day, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return person(Coordinator)


@pytest.fixture
def review(staff) -> Review:
    review = a_review(staff.seats()[0].board, owner=staff)
    Review.objects.filter(pk=review.pk).update(state="panel")
    return Review.objects.get(pk=review.pk)


def called(**fields: str) -> dict[str, str]:
    """Return what the form for calling a meeting sends."""
    facts = {"kind": "panel", "starts": "10am", "ends": "12.30pm", "place": "Hall", "chair": "Dr A"}
    return facts | day("on", timezone.localdate() + timedelta(days=9)) | fields


def test_meetings_are_numbered_in_their_kind_and_have_its_agenda(staff, review):
    for kind in ("scoping", "panel", "panel"):
        signed_in(staff).post(f"/reviews/{review.reference}/meetings/call/", called(kind=kind))
    names = {str(meeting) for meeting in Meeting.objects.all()}
    assert names == {"Scoping meeting 1", "Panel meeting 1", "Panel meeting 2"}
    for meeting in Meeting.objects.all():
        assert meeting.agenda.count() >= 5
        assert meeting.agenda.filter(is_actions=True).count() == 1
    assert (meeting.starts, meeting.ends) == (time(10), time(12, 30))


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"ends": "9am"}, "must end after it starts"),
        ({"place": ""}, "Enter the place or the link"),
        ({"starts": "early"}, "like 10am, 2:30pm or 14:30"),
        ({"link": "javascript:alert(1)"}, "web address"),
        ({"chair": ""}, "Enter who chairs it"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(staff, review, wrong, words):
    path = f"/reviews/{review.reference}/meetings/call/"
    page = signed_in(staff).post(path, called(**{"place": "Room <b>4", **wrong})).content.decode()
    assert words in page
    assert "place" in wrong or "Room &lt;b&gt;4" in page
    assert not Meeting.objects.exists()


def test_a_moved_meeting_keeps_its_history_and_its_uid_and_its_sequence_rises(staff, review):
    later = timezone.localdate() + timedelta(days=20)
    meeting = a_meeting(review, by=staff, on=later)
    client = signed_in(staff)
    first = Calendar.from_ical(client.get(f"/meetings/{meeting.pk}/invitation.ics").content)
    facts = called(because="The hall is shut.") | day("on", later + timedelta(days=1))
    client.post(f"/meetings/{meeting.pk}/record/move_meeting/", facts)
    answer = client.get(f"/meetings/{meeting.pk}/invitation.ics")
    moved = Calendar.from_ical(answer.content)
    before, now = first.events[0], moved.events[0]
    assert before["UID"] == now["UID"]
    assert (before["SEQUENCE"], now["SEQUENCE"]) == (0, 1)
    assert now["DTSTART"].dt.tzinfo.key == "Europe/London"
    assert moved["METHOD"] == "REQUEST" and "method=REQUEST" in answer["Content-Type"]
    assert [c.on for c in meeting.changes.all()] == [later, later + timedelta(days=1)]
    assert "The hall is shut." in client.get(meeting.get_absolute_url()).content.decode()
    client.post(f"/meetings/{meeting.pk}/record/cancel_meeting/", {"because": "Snow."})
    gone = Calendar.from_ical(client.get(f"/meetings/{meeting.pk}/invitation.ics").content)
    assert (gone["METHOD"], gone.events[0]["SEQUENCE"]) == ("CANCEL", 2)
    assert gone.events[0]["STATUS"] == "CANCELLED"


def test_a_meeting_that_was_cancelled_takes_nothing_more(staff, review):
    meeting = a_meeting(review, by=staff)
    at = timezone.now()
    review.record("cancel_meeting", by=staff, at=at, meeting=meeting, because="Snow.")
    with pytest.raises(ValidationError, match="was cancelled"):
        an_action(meeting, by=staff)
    again = signed_in(staff).post(
        f"/meetings/{meeting.pk}/record/cancel_meeting/", {"because": "Again."}
    )
    assert "This meeting was cancelled." in again.content.decode()


def test_a_panel_member_reads_and_writes_nothing(staff, review):
    member = person(PanelMember, review.board)
    appointed(review, member, "panel_member", at=timezone.now())
    meeting = a_meeting(review, by=staff)
    client = signed_in(member)
    page = client.get(meeting.get_absolute_url())
    assert page.status_code == 200
    assert "Cancel" not in page.content.decode()
    item = meeting.agenda.first()
    for path in (
        f"/meetings/{meeting.pk}/record/cancel_meeting/",
        f"/meetings/{meeting.pk}/minutes/",
        f"/agenda-items/{item.pk}/drop/",
        f"/agenda-items/{item.pk}/place/",
    ):
        assert client.post(path, {"because": "x"}).status_code == 403
    with pytest.raises(PermissionDenied):
        minutes_of(meeting, by=member)


def test_an_agency_representative_opens_the_invitation_and_nothing_else(staff, review):
    agency = AgencyFactory(board=review.board)
    author = person(AgencyAuthor, review.board, agency=agency)
    stranger = person(AgencyAuthor, review.board)
    meeting = a_meeting(review, by=staff, asked=[author, stranger])
    Commission.objects.create(
        review=review,
        agency=agency,
        kind="imr",
        asked_on=HELD_ON,
        due_on=HELD_ON,
        by=staff,
        at=timezone.now(),
    )
    client = signed_in(author)
    assert client.get(f"/meetings/{meeting.pk}/invitation/").status_code == 200
    assert client.get(f"/meetings/{meeting.pk}/invitation.ics").status_code == 200
    for path in ("", "pack/", "minutes.pdf", "invitation.ics?for=1"):
        assert client.get(f"/meetings/{meeting.pk}/{path}").status_code in {403, 404}
    # Asked by mistake: the review asks nothing of their agency.
    assert signed_in(stranger).get(f"/meetings/{meeting.pk}/invitation/").status_code == 404


def test_the_order_of_the_agenda_is_changed_one_place_at_a_time(staff, review):
    meeting = a_meeting(review, by=staff)
    first, second, *rest = meeting.agenda.all()
    client = signed_in(staff)
    client.post(f"/agenda-items/{second.pk}/place/", {"way": "up"})
    assert list(meeting.agenda.all()) == [second, first, *rest]
    client.post(f"/agenda-items/{second.pk}/place/", {"way": "up"})  # it is the first already
    client.post(f"/agenda-items/{rest[-1].pk}/place/", {"way": "down"})  # and this the last
    assert list(meeting.agenda.all()) == [second, first, *rest]
    client.post(f"/agenda-items/{first.pk}/drop/")
    assert [item.position for item in meeting.agenda.all()] == list(range(1, len(rest) + 2))


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
    signed_in(staff).post(path, day("on", HELD_ON) | {"outcome": "It is booked."})
    again = signed_in(staff).post(path, day("on", HELD_ON))
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
