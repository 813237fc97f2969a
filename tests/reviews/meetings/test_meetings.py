"""Meetings: called, moved, minuted; who may; and what is never lost."""

from datetime import time, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from icalendar import Calendar

from boards.roles import AgencyAuthor, PanelMember
from reviews.models import Commission, Meeting
from tests.factories import AgencyFactory, appointed, person
from tests.reviews.meeting_scenes import HELD_ON, a_meeting, an_action, minutes_of
from tests.reviews.test_case_page import day, signed_in

pytestmark = pytest.mark.django_db


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
