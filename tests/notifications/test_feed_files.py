"""The file of a calendar feed, read by a library and, line by line, by the grammar of RFC 5545."""

import re
from datetime import date, timedelta

import icalendar
import pytest

from boards.roles import Manager
from notifications.feeds import as_ical
from notifications.models import CalendarFeed
from reviews.fields import exactly
from reviews.models import Deadline, Review
from tests.factories import AgencyFactory, person
from tests.notifications.scenes import DUE, a_case, deadline_of, noon

pytestmark = pytest.mark.django_db

TODAY = date(2010, 3, 29)
# name *(";" parameter) ":" value, with no control character but the tab
LINE = re.compile(r"[A-Z0-9-]+(;[A-Z0-9-]+=[^;:,\"\x00-\x1f]+)*:[^\x00-\x08\x0a-\x1f\x7f]*")
UTC_INSTANT = re.compile(r"\d{8}T\d{6}Z")
ONCE = {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "SEQUENCE", "STATUS", "URL"}


def file_for(review: Review, on: date = TODAY) -> bytes:
    feed, _ = CalendarFeed.make(person(Manager, review.board), None, at=noon(on))
    return as_ical(feed, on=on, at=noon(on))


def events_of(content: bytes) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(content).events


def the_decision(review: Review, on: date = TODAY) -> icalendar.Event:
    """Return the event of the review's decision."""
    deadline = deadline_of(review)
    (event,) = (e for e in events_of(file_for(review, on)) if f".{deadline.pk}@" in e["uid"])
    return event


def lines_of(content: bytes) -> list[str]:
    """Return the unfolded lines; AssertionError where the file is not as RFC 5545 wants it."""
    assert content.endswith(b"\r\n")
    physical = content.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 for line in physical), "a line is longer than 75 octets"
    assert not any(b"\r" in line or b"\n" in line for line in physical), "a bare CR or LF"
    for line in physical:
        line.decode()  # no character is cut in two by folding
    return content.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def components(lines: list[str], name: str) -> list[dict[str, list[str]]]:
    """Return {property: its lines} for every component of that name, opened and closed rightly."""
    found, path = [], []
    for line in lines:
        assert LINE.fullmatch(line), line
        key = re.split("[;:]", line, maxsplit=1)[0]
        value = line.partition(":")[2]
        if key == "BEGIN":
            path.append(value)
            if value == name:
                found.append({})
        elif key == "END":
            assert path.pop() == value
        elif path and path[-1] == name:
            found[-1].setdefault(key, []).append(line)
    assert not path
    return found


def test_the_file_follows_the_grammar_line_by_line():
    lines = lines_of(file_for(a_case()))
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    (calendar,) = components(lines, "VCALENDAR")
    assert calendar["VERSION"] == ["VERSION:2.0"]
    assert calendar["METHOD"] == ["METHOD:PUBLISH"]
    assert calendar["REFRESH-INTERVAL"] == ["REFRESH-INTERVAL;VALUE=DURATION:PT1H"]
    assert len(calendar["PRODID"]) == len(calendar["X-WR-CALNAME"]) == 1
    events = components(lines, "VEVENT")
    assert events
    for event in events:
        assert set(event) >= ONCE
        assert all(len(same) == 1 for same in event.values())
        assert UTC_INSTANT.fullmatch(event["DTSTAMP"][0].removeprefix("DTSTAMP:"))
        assert event["DTSTART"][0].startswith("DTSTART;VALUE=DATE:")
    assert "BEGIN:VALARM" not in lines


def test_text_is_escaped_as_the_grammar_wants_it():
    review = a_case()
    board = review.board
    board.name = "Bath, Wells; and \\ LSCB"
    board.save()
    Deadline.objects.update(name="Tell the council, the police; and “others”")
    feed, _ = CalendarFeed.make(person(Manager, board), board, at=noon(TODAY))
    lines = lines_of(as_ical(feed, on=TODAY, at=noon(TODAY)))
    for name in ("NAME", "X-WR-CALNAME"):
        assert name + r":Review deadlines\, Bath\, Wells\; and \\ LSCB" in lines
    summary = r"SUMMARY:{}: Tell the council\, the police\; and “others” – due"
    assert summary.format(review.reference) in lines


def test_a_deadline_is_an_all_day_event_on_its_due_date():
    review = a_case()
    event = the_decision(review)
    assert event["dtstart"].dt == DUE
    assert event["summary"] == (
        f"{review.reference}: Decide whether to hold a serious case review – due"
    )
    assert "Act by 9 April 2010." in event["description"]
    assert event["url"].endswith(f"/reviews/{review.reference}/deadlines/{deadline_of(review).pk}/")
    assert (event["status"], event["sequence"]) == ("CONFIRMED", 0)


def test_a_moved_date_moves_the_same_event_by_a_higher_sequence():
    review = a_case()
    before = the_decision(review)
    review.record(
        "correct_event",
        by=person(Manager, review.board),
        at=noon(TODAY),
        event="referred",
        on=exactly(date(2010, 3, 11)),
        reasons="The letter came two days later.",
    )
    after = the_decision(review)
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert (before["dtstart"].dt, after["dtstart"].dt) == (DUE, date(2010, 4, 11))


def test_what_was_met_is_cancelled_for_thirty_days_and_then_gone():
    review = a_case()
    Deadline.objects.filter(kind="decide").update(is_open=False, met_on=TODAY)
    assert the_decision(review)["status"] == "CANCELLED"
    deadline = deadline_of(review)
    for days, is_there in ((30, True), (31, False)):
        content = file_for(review, TODAY + timedelta(days=days))
        assert (f"deadline.{deadline.pk}@".encode() in content) is is_there


def test_what_ended_on_a_day_that_nobody_noted_goes_thirty_days_after_it_was_due():
    review = a_case()
    Deadline.objects.update(is_open=False, ended_because="The referral was withdrawn.")
    assert the_decision(review)["status"] == "CANCELLED"
    assert events_of(file_for(review, DUE + timedelta(days=365))) == []


def test_a_feed_without_deadlines_is_still_a_calendar():
    review = a_case()
    Deadline.objects.all().delete()
    content = file_for(review)
    assert components(lines_of(content), "VTIMEZONE")
    assert events_of(content) == []


def test_nothing_personal_is_in_the_file():
    review = a_case(children=2)
    incident = review.incident
    incident.children.update(name="Peter Connelly", born=exactly(date(2006, 3, 1)))
    review.move("screen", by=review.owner, at=noon(TODAY))
    school = AgencyFactory(board=review.board, name="Long Man Primary School")
    review.record(
        "ask_agencies",
        by=review.owner,
        at=noon(TODAY),
        agencies=[school],
        kind="check",
        on=TODAY,
        due_on=date(2010, 4, 6),
    )
    text = "\n".join(lines_of(file_for(review)))
    assert "Agency return – due" in text
    personal = ["Peter", "Connelly", "2006", "20060301", "Long Man", review.owner.full_name]
    personal += [incident.get_harm_display(), incident.harm, "death", "@lscb.example"]
    for word in personal:
        assert word.lower() not in text.lower(), word
