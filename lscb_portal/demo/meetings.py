"""Meetings of the demo: one that was held, with minutes and actions, and one that is to come."""

from datetime import date, time, timedelta
from io import BytesIO

from boards.roles import AgencyAuthor, Coordinator, PanelChair
from lscb_portal.demo.story import Story
from reviews.meetings.blocks import bullet, heading, set_blocks, text
from reviews.meetings.people import candidates, usual
from reviews.models import (
    AgendaPaper,
    CaseDocument,
    DocumentKind,
    Meeting,
    MeetingAction,
    MeetingDecision,
    MeetingKind,
    Minutes,
)

WITH_MEETINGS = frozenset({"panel-due-in-days", "panel-overdue"})
SAID = (
    "Apologies from the police. No interests were declared.",
    "",
    "",
    "The coroner waits for this review; there are no criminal proceedings.",
    "The panel read the chronology and asked two agencies about gaps.",
    "The hospital’s report was thorough. The surgery’s does not say why appointments lapsed.",
)


def tell_meetings(story: Story) -> None:
    """A panel meeting was held four weeks ago; the next is in ten days, with a paper."""
    if story.case.key not in WITH_MEETINGS:
        return
    until = story.day
    held_on, next_on = story.today - timedelta(days=28), story.today + timedelta(days=10)
    story.day = held_on - timedelta(days=14)
    held = _call(story, held_on)
    story.day = held_on + timedelta(days=1)
    _attend(story, held)
    _minute(story, held)
    _do(story, held)
    story.day = story.today - timedelta(days=2)
    coming = _call(story, next_on)
    _paper(story, coming)
    story.day = until


def _call(story: Story, on: date) -> Meeting:
    review, people = story.review, candidates(story.review)
    meeting = Meeting(
        kind=MeetingKind.PANEL,
        on=on,
        starts=time(10),
        ends=time(13, 30),
        place="Committee room 2, County Hall",
        chair=story.who(PanelChair, Coordinator).full_name,
    )
    invitees = [people[key] for key in usual(review)]
    story.record("call_meeting", Coordinator, meeting=meeting, invitees=invitees)
    return meeting


def _attend(story: Story, meeting: Meeting) -> None:
    invitees = list(meeting.invitees.all())
    for invitee in invitees:
        invitee.attendance = "present"
    invitees[-1].attendance, invitees[-1].deputy = "deputy", "Practice manager, Weald Road Surgery"
    meeting.quoracy = "Quorate: the chair and three agencies were there."
    story.record("record_attendance", Coordinator, meeting=meeting, invitees=invitees)


def _minute(story: Story, meeting: Meeting) -> None:
    texts = [
        {"item": item.pk, "title": item.title, "text": words}
        for item, words in zip(meeting.agenda.all(), SAID, strict=False)
    ]
    minutes = Minutes(meeting=meeting, texts=texts)
    story.record("write_minutes", Coordinator, minutes=minutes, seen=0)
    decision = "The surgery’s report goes back with the panel’s questions."
    story.record(
        "note_decision", Coordinator, decision=MeetingDecision(meeting=meeting, text=decision)
    )
    for what, who, role, days in (
        ("Write to the surgery with the panel’s questions", "SCR coordinator", Coordinator, 7),
        ("Ask the coroner for the date of the inquest", "The coroner’s officer", None, 45),
        ("Read the hospital’s policy on missed appointments", "", PanelChair, 35),
        ("Ask the ward who sends letters about missed appointments", "", AgencyAuthor, 40),
    ):
        due_on = meeting.on + timedelta(days=days)
        person = story.cast.get(role)
        action = MeetingAction(meeting=meeting, what=what, who=who, person=person, due_on=due_on)
        story.record("ask_for_action", Coordinator, action=action)


def _do(story: Story, meeting: Meeting) -> None:
    """The panel chair read the policy; a part of it was missing, so it was opened again."""
    reader = story.cast.get(PanelChair)
    action = meeting.actions.filter(person=reader).first() if reader else None
    if action is None:
        return
    story.day = meeting.on + timedelta(days=6)
    facts = {"action": action, "on": story.day, "text": "I read the policy of 2008."}
    story.record("finish_action", PanelChair, **facts)
    story.day += timedelta(days=1)
    because = "The ward had a policy of its own until 2009. Read that as well."
    again_by_on = action.due_on
    story.record(
        "reopen_action", Coordinator, action=action, because=because, again_by_on=again_by_on
    )


def _paper(story: Story, meeting: Meeting) -> None:
    blocks = [
        heading("What the panel settles", 2),
        bullet("Which agencies come to explain their reports."),
        bullet("When the family is told of the first findings."),
        text("The timetable leaves four weeks between the draft and the board."),
    ]
    version = CaseDocument.file(
        story.review,
        BytesIO(set_blocks("Timetable to the board", blocks)),
        kind=DocumentKind.PAPER,
        title="Timetable to the board",
        name="timetable.pdf",
        media_type="application/pdf",
        by=story.who(Coordinator),
        at=story.at,
    )
    paper = AgendaPaper(item=meeting.agenda.last(), version=version)
    story.record("table_paper", Coordinator, paper=paper)
