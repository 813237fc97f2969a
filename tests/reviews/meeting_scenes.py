"""Meetings as the tests need them."""

from collections.abc import Iterable
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from django.utils import timezone

from boards.models import User
from reviews.models import (
    AgendaItem,
    AgendaPaper,
    CaseDocument,
    Invitee,
    Meeting,
    MeetingAction,
    Minutes,
    Review,
)

HELD_ON = date(2010, 3, 22)


def a_meeting(
    review: Review,
    *,
    by: User,
    on: date = HELD_ON,
    asked: Iterable[User] = (),
    at: datetime | None = None,
    **fields: Any,
) -> Meeting:
    """Return a panel meeting called for a day, with these people asked to it."""
    facts = {
        "kind": "panel",
        "on": on,
        "starts": time(10),
        "ends": time(12, 30),
        "place": "County Hall",
        "chair": "Dr Petra Lindfield",
    }
    meeting = Meeting(**facts | fields)
    people = [
        Invitee(name=u.full_name, job_title="Nurse", employer="The hospital", user=u) for u in asked
    ]
    review.record("call_meeting", by=by, at=at or timezone.now(), meeting=meeting, invitees=people)
    return Meeting.objects.get(pk=meeting.pk)


def a_paper(
    item: AgendaItem, *, by: User, content: bytes = b"What we know.", **fields: str
) -> AgendaPaper:
    """Return a paper that lies before the meeting."""
    facts = {"kind": "paper", "title": "Timetable", "name": "a.txt", "media_type": "text/plain"}
    review, said = item.meeting.review, {"by": by, "at": timezone.now()}
    version = CaseDocument.file(review, BytesIO(content), **facts | fields, **said)
    review.record("table_paper", paper=AgendaPaper(item=item, version=version), **said)
    return item.papers.get(version=version)


def minutes_of(
    meeting: Meeting, text: str = "All was said.", *, by: User, seen: int = 0
) -> Minutes:
    """Return minutes that say this under the first item."""
    item = meeting.agenda.first()
    minutes = Minutes(meeting=meeting, texts=[{"item": item.pk, "title": item.title, "text": text}])
    meeting.review.record("write_minutes", by=by, at=timezone.now(), minutes=minutes, seen=seen)
    return minutes


def an_action(meeting: Meeting, *, by: User, **fields: Any) -> MeetingAction:
    facts = {"what": "Write to the surgery", "who": "Designated nurse", "due_on": date(2010, 4, 1)}
    action = MeetingAction(meeting=meeting, **facts | fields)
    meeting.review.record("ask_for_action", by=by, at=timezone.now(), action=action)
    return action
