"""Deadlines as an iCalendar file (RFC 5545, RFC 7986), as calendar programs subscribe to it.

Reference, deadline, dates and a link: calendars are shared, shown on telephones and kept by others.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.urls import reverse
from icalendar import Calendar, Event, Timezone
from icalendar.prop import vText, vUri

from boards.govuk.words import on_paper
from notifications.letters import host
from notifications.models import CalendarFeed
from reviews.models import Deadline
from reviews.models.deadline import AGENCY_QUESTION, AGENCY_RETURN

PRODUCT = "-//Serious case review portal//Deadlines//EN"
OF_AGENCIES = {AGENCY_RETURN: "Agency return", AGENCY_QUESTION: "Question to an agency"}
READ_AGAIN_AFTER = timedelta(hours=1)


def as_ical(feed: CalendarFeed, *, on: date, at: datetime) -> bytes:
    """Return the file as it stands on the day `on`, written at the instant `at`."""
    calendar = _empty(f"Review deadlines, {feed.board}" if feed.board else "Review deadlines")
    rows = feed.deadlines(on=on).beside_what_was_asked()
    for event in (event_of(deadline, at=at) for deadline in rows):
        calendar.add_component(event)
    if not calendar.subcomponents:
        # A calendar without any component is none by the grammar, and some programs refuse it.
        calendar.add_component(Timezone.from_tzid(settings.TIME_ZONE))
    return calendar.to_ical()


def _empty(name: str) -> Calendar:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", vText(name))  # icalendar escapes no comma in what it does not know
    calendar.add("x-wr-calname", vText(name))
    calendar.add("refresh-interval", READ_AGAIN_AFTER, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    return calendar


def event_of(deadline: Deadline, *, at: datetime) -> Event:
    """Return the day of a deadline; when it moves, SEQUENCE rises and the UID stays."""
    event = Event()
    event.add("uid", f"deadline.{deadline.pk}@{host()}")
    event.add("dtstamp", at)
    event.add("sequence", deadline.version - 1)
    event.add("dtstart", deadline.due_on)
    event.add("summary", f"{deadline.review.reference}: {what(deadline)} – due")
    event.add("description", _description(deadline))
    event.add("url", vUri(link_to(deadline)))
    event.add("status", "CONFIRMED" if deadline.is_open else "CANCELLED")
    event.add("transp", "TRANSPARENT")  # nobody is busy all day because something is due
    event.add("class", "PRIVATE")
    return event


def what(deadline: Deadline) -> str:
    """Return what is due; an agency goes unnamed, because it may be a child's school."""
    return OF_AGENCIES.get(deadline.kind, deadline.name)


def link_to(deadline: Deadline) -> str:
    """Return the page that everybody who sees the deadline may open."""
    own = reverse("deadline", args=[deadline.review.reference, deadline.pk])
    return absolute(deadline.place if deadline.asked_of else own)


def absolute(path: str) -> str:
    """Return the path as an address that can be opened from outside the portal."""
    return f"{settings.PORTAL_ADDRESS.rstrip('/')}{path}"


def _description(deadline: Deadline) -> str:
    lines: Iterable[str] = (
        f"Act by {on_paper(deadline.act_by)}." if deadline.is_open else "This is no longer owed.",
        link_to(deadline),
    )
    return "\n".join(lines)
