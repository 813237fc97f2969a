"""The invitation to a meeting as an iCalendar file (RFC 5545, RFC 5546): the UID stays.

Reference, kind of meeting, day, time, place and a link: calendars are shared and kept by others.
"""

from datetime import datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from icalendar import Calendar, Event, vCalAddress
from icalendar.prop import vText, vUri

from reviews.models import Meeting

PRODUCT = "-//Serious case review portal//Meetings//EN"
MEDIA_TYPE = "text/calendar; charset=utf-8; method={method}"


def method_of(meeting: Meeting) -> str:
    """Return what the file does in a calendar: puts the meeting in, or takes it out."""
    return "CANCEL" if meeting.is_cancelled else "REQUEST"


def media_type(meeting: Meeting) -> str:
    return MEDIA_TYPE.format(method=method_of(meeting))


def invitation(meeting: Meeting, name: str, address: str, *, at: datetime) -> bytes:
    """Return the file for one person, written at `at`; SEQUENCE rises when the meeting moves."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method_of(meeting))
    calendar.add_component(_event(meeting, name, address, at=at))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _event(meeting: Meeting, name: str, address: str, *, at: datetime) -> Event:
    event, london = Event(), ZoneInfo(settings.TIME_ZONE)
    host = urlsplit(settings.PORTAL_ADDRESS).hostname or "localhost"
    event.add("uid", f"meeting.{meeting.pk}@{host}")
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", at)
    event.add("dtstart", datetime.combine(meeting.on, meeting.starts, london))
    event.add("dtend", datetime.combine(meeting.on, meeting.ends, london))
    event.add("summary", f"{meeting.review.reference}: {meeting}")
    event.add("location", meeting.where)
    event.add("url", vUri(link_to(meeting)))
    event.add("description", f"Chair: {meeting.chair}.\n{link_to(meeting)}")
    event.add("status", "CANCELLED" if meeting.is_cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("organizer", _person(meeting.review.board.name, settings.DEFAULT_FROM_EMAIL))
    if address:
        event.add("attendee", _person(name, address, RSVP="FALSE", ROLE="REQ-PARTICIPANT"))
    return event


def _person(name: str, address: str, **parameters: str) -> vCalAddress:
    who = vCalAddress(f"mailto:{address}")
    for parameter, value in {"CN": name, **parameters}.items():
        who.params[parameter] = vText(value)
    return who


def link_to(meeting: Meeting) -> str:
    """Return the page that everybody invited with an account may open."""
    path = reverse("meeting-invitation", args=[meeting.pk])
    return f"{settings.PORTAL_ADDRESS.rstrip('/')}{path}"
