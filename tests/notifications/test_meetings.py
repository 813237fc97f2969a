"""Whoever is invited to a meeting is told, with the calendar file, and nobody else is."""

from datetime import timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from boards.roles import AgencyAuthor, Coordinator, Manager
from notifications.models import Kind, Reminder
from reviews.models import Commission, Invitee, Review
from tests.factories import AgencyFactory, a_review, person
from tests.notifications.post_office import PostOffice
from tests.notifications.scenes import remind_on
from tests.reviews.meeting_scenes import a_meeting

pytestmark = pytest.mark.django_db


class Scene:
    """A review, who owns it, a manager and an agency that is asked for something."""

    def __init__(self) -> None:
        self.now, self.today = timezone.now(), timezone.localdate()
        self.staff = person(Coordinator)
        self.board = self.staff.seats()[0].board
        self.review: Review = a_review(self.board, owner=self.staff)
        self.manager = person(Manager, self.board)
        self.agency = AgencyFactory(board=self.board)
        self.author = person(AgencyAuthor, self.board, agency=self.agency)
        self.other = person(AgencyAuthor, self.board)
        Commission.objects.create(
            review=self.review,
            agency=self.agency,
            kind="imr",
            asked_on=self.today,
            due_on=self.today + timedelta(days=300),
            by=self.staff,
            at=self.now,
        )

    def calls(self, **fields: object):
        facts = {"on": self.today + timedelta(days=9), "by": self.staff}
        asked = [self.staff, self.manager, self.author, self.other]
        return a_meeting(self.review, **{**facts, "asked": asked, **fields})

    def deliver(self) -> None:
        remind_on(self.today, at=timezone.now())


def invitations(post: PostOffice) -> dict[str, list]:
    found: dict[str, list] = {}
    for message in post.messages:
        if "meeting 1" in message["Subject"]:
            found.setdefault(message["To"], []).append(message)
    return found


def test_who_may_open_the_invitation_is_told_and_nobody_else(post):
    scene = Scene()
    meeting = scene.calls()
    scene.deliver()
    told = invitations(post)
    # Not who called it; and not the agency of which the review asks nothing.
    assert set(told) == {scene.manager.email, scene.author.email}
    (message,) = told[scene.author.email]
    assert (
        f"You are invited: Panel meeting 1, review {scene.review.reference}" in message["Subject"]
    )
    for part in ("plain", "html"):
        words = message.get_body((part,)).get_content()
        assert "County Hall" in words and "10am to 12:30pm" in words
        assert f"/meetings/{meeting.pk}/invitation/" in words
        assert "Child 1" not in words and scene.agency.name not in words
    (file,) = message.iter_attachments()
    assert file.get_content_type() == "text/calendar"
    assert file["Content-Type"].params["method"] == "REQUEST"
    event = Calendar.from_ical(file.get_content()).events[0]
    assert scene.author.email in event["ATTENDEE"]


def test_a_meeting_moved_and_cancelled_is_told_each_time_with_a_higher_sequence(post):
    scene = Scene()
    meeting = scene.calls(asked=[scene.manager])
    scene.deliver()
    meeting.on += timedelta(days=1)
    said = {"by": scene.staff, "because": "The hall is shut."}
    scene.review.record("move_meeting", meeting=meeting, at=timezone.now(), **said)
    scene.deliver()
    scene.review.record("cancel_meeting", meeting=meeting, at=timezone.now(), **said)
    scene.deliver()
    messages = invitations(post)[scene.manager.email]
    files = [next(m.iter_attachments()).get_content() for m in messages]
    calendars = [Calendar.from_ical(file) for file in files]
    assert [c["METHOD"] for c in calendars] == ["REQUEST", "REQUEST", "CANCEL"]
    assert [c.events[0]["SEQUENCE"] for c in calendars] == [0, 1, 2]
    assert len({c.events[0]["UID"] for c in calendars}) == 1
    assert "The hall is shut" not in messages[1].get_body(("plain",)).get_content()


def test_what_was_moved_before_the_mail_left_is_told_once_as_it_stands(post):
    scene = Scene()
    meeting = scene.calls(asked=[scene.manager])
    meeting.on += timedelta(days=1)
    scene.review.record(
        "move_meeting", by=scene.staff, at=timezone.now(), meeting=meeting, because="x"
    )
    scene.deliver()
    (message,) = invitations(post)[scene.manager.email]
    assert "Meeting moved" in message["Subject"]


def test_somebody_taken_off_the_list_before_the_mail_left_is_not_told(post):
    scene = Scene()
    meeting = scene.calls(asked=[scene.manager])
    who = meeting.invitees.get()
    scene.review.record("uninvite", by=scene.staff, at=timezone.now(), invitee=who)
    scene.deliver()
    assert not invitations(post)
    assert Reminder.objects.get(kind=Kind.MEETING).superseded_at


def test_somebody_invited_later_is_told_and_the_others_not_again(post):
    scene = Scene()
    meeting = scene.calls(asked=[scene.manager])
    scene.deliver()
    late = Invitee(name="x", user=scene.author)
    scene.review.record(
        "invite", by=scene.staff, at=timezone.now(), meeting=meeting, invitees=[late]
    )
    scene.deliver()
    assert {to: len(found) for to, found in invitations(post).items()} == {
        scene.manager.email: 1,
        scene.author.email: 1,
    }


def test_a_meeting_entered_after_it_was_held_is_told_to_nobody():
    scene = Scene()
    scene.calls(on=scene.today - timedelta(days=1))
    assert not Reminder.objects.filter(kind=Kind.MEETING).exists()
