"""Whoever is invited to a meeting is told by mail that it was called, moved or cancelled.

The calendar file is attached where a mail server sends the mail. GOV.UK Notify attaches nothing:
the page that the link opens has the file.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.db.models import Exists, OuterRef
from django.dispatch import receiver
from django.utils import timezone

from boards.models import Membership, User
from boards.roles import AgencyAuthor
from notifications.ladder import Tier
from notifications.models import Kind, Reminder
from reviews.meetings import calendar
from reviews.models import Invitee, Meeting, MeetingChange
from reviews.models.meeting import ChangeOfMeeting
from reviews.signals import meeting_changed

MOVED_AGAIN = "The meeting was moved again or cancelled."
NOT_INVITED = "They are not invited any more, or may not see the review."
NEWS_LASTS = timedelta(days=7)  # what is entered long after it was done is no news
NEWS: dict[str, str] = {
    ChangeOfMeeting.CALLED: "You are invited",
    ChangeOfMeeting.MOVED: "Meeting moved",
    ChangeOfMeeting.CANCELLED: "Meeting cancelled",
}


@receiver(meeting_changed, dispatch_uid="notifications.meeting_changed")
def tell_the_invited(sender: type, change: MeetingChange, by: User, **_: Any) -> None:
    """Each person invited who has an account, but for who did it, has a row; it goes at once.

    A meeting whose day is over when it is entered is told to nobody.
    """
    now, meeting = timezone.now(), change.meeting
    if meeting.on < timezone.localdate(now) or now - change.at > NEWS_LASTS:
        return
    invited = meeting.invitees.open().filter(user__is_active=True).exclude(user=by)
    rows = [
        Reminder(
            kind=Kind.MEETING,
            review_id=meeting.review_id,
            meeting_change=change,
            recipient_id=who,
            tier=Tier.INVITED,
            planned_at=now,
        )
        for who in invited.values_list("user", flat=True)
    ]
    Reminder.objects.bulk_create(rows, ignore_conflicts=True)


def no_longer_news(rows: Iterable[Reminder], seen: set[tuple[int, int]]) -> dict[int, str]:
    """Return {row: why it is not sent}, of those about meetings.

    `seen` are (review, person) where the person sees the review; an agency's representative is
    told while the review asks something of their agency. Two queries, or none.
    """
    about = {row.pk: row for row in rows if row.meeting_change_id}
    if not about:
        return {}
    wanted = {row.meeting_change.meeting_id for row in about.values()}
    invited = Invitee.objects.open().filter(meeting__in=wanted, user__isnull=False)
    seat = Membership.objects.open().filter(
        user=OuterRef("user"),
        role=AgencyAuthor.slug,
        agency__commissions__review=OuterRef("meeting__review"),
    )
    asked = set(invited.values_list("meeting", "user"))
    as_agency = set(invited.filter(Exists(seat)).values_list("meeting", "user"))
    reasons = {}
    for pk, row in about.items():
        change = row.meeting_change
        key = (change.meeting_id, row.recipient_id)
        opens = (row.review_id, row.recipient_id) in seen or key in as_agency
        if change.sequence != change.meeting.sequence:
            reasons[pk] = MOVED_AGAIN
        elif key not in asked or not opens:
            reasons[pk] = NOT_INVITED
    return reasons


class Told:
    """What a mail says of a meeting: its kind and number, when and where as that change had it."""

    def __init__(self, change: MeetingChange) -> None:
        self.change, self.meeting = change, change.meeting

    def __str__(self) -> str:
        return str(self.meeting)

    @property
    def news(self) -> str:
        return NEWS[self.change.change]

    @property
    def is_cancelled(self) -> bool:
        return self.change.change == ChangeOfMeeting.CANCELLED

    @property
    def as_it_was(self) -> Meeting:
        """Return the meeting as it stood by this change, for what is read again later."""
        change, meeting = self.change, self.meeting
        facts = {
            n: getattr(change, n) for n in ("sequence", "on", "starts", "ends", "place", "link")
        }
        kept = {"pk": meeting.pk, "kind": meeting.kind, "number": meeting.number}
        cancelled_at = change.at if self.is_cancelled else None
        return Meeting(
            **facts, **kept, review=meeting.review, chair=meeting.chair, cancelled_at=cancelled_at
        )

    @property
    def when(self) -> str:
        return self.as_it_was.when

    @property
    def place(self) -> str:
        return self.change.place

    @property
    def join(self) -> str:
        return self.change.link


def meeting_of(row: Reminder) -> Told | None:
    """Return what the row tells of a meeting, None where it is about something else."""
    return Told(row.meeting_change) if row.meeting_change else None


def attach_invitation(
    message: EmailMultiAlternatives, told: Told, to: User, *, at: datetime
) -> None:
    """The mail carries the calendar file, as calendar programs take it."""
    meeting = told.as_it_was
    content = calendar.invitation(meeting, to.full_name, to.email, at=at)
    name = f"meeting-{meeting.pk}.ics"
    message.attach(name, content.decode(), calendar.media_type(meeting))
