"""People are called together about a review. Methods of Review.

What is typed comes as rows not yet saved: the log tells of rows and repeats no text.
"""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db.models import Max

from boards.models import User
from reviews.meetings.agendas import standard_agenda
from reviews.models.agenda import AgendaItem
from reviews.models.invitee import Attendance, Invitee
from reviews.models.meeting import ChangeOfMeeting, Meeting, MeetingChange
from reviews.signals import meeting_changed


class Convening:
    """Each records one fact and returns the news of it, without a full stop."""

    def call_meeting(
        self, *, by: User, at: datetime, meeting: Meeting, invitees: Iterable[Invitee] = ()
    ) -> str:
        """The meeting has its number, its people and the standard agenda of its kind."""
        earlier = self.meetings.filter(kind=meeting.kind)
        meeting.review, meeting.by, meeting.at = self, by, at
        meeting.number = (earlier.aggregate(n=Max("number"))["n"] or 0) + 1
        meeting.save(force_insert=True)
        for position, item in enumerate(standard_agenda(meeting.kind), 1):
            AgendaItem.objects.create(meeting=meeting, position=position, **item)
        _ask(meeting, invitees, by=by, at=at)
        _changed(meeting, ChangeOfMeeting.CALLED, by=by, at=at)
        return f"{meeting} was called for {meeting.when}"

    def move_meeting(self, *, by: User, at: datetime, meeting: Meeting, because: str) -> str:
        """The meeting is at its new time and place, and everybody invited is told."""
        self._require_standing(meeting)
        _require_not_minuted(meeting)
        before = Meeting.objects.get(pk=meeting.pk)
        facts = ("on", "starts", "ends", "place", "link")
        if all(getattr(before, fact) == getattr(meeting, fact) for fact in facts):
            raise ValidationError("Change the day, the time or the place to move the meeting.")
        meeting.sequence = before.sequence + 1
        meeting.save(update_fields=[*facts, "sequence"])
        _changed(meeting, ChangeOfMeeting.MOVED, by=by, at=at, because=because)
        return f"{meeting} was moved to {meeting.when}"

    def cancel_meeting(self, *, by: User, at: datetime, meeting: Meeting, because: str) -> str:
        """The meeting will not be held, and everybody invited is told."""
        self._require_standing(meeting)
        _require_not_minuted(meeting)
        meeting.sequence += 1
        meeting.cancelled_at, meeting.cancelled_because = at, because
        meeting.save(update_fields=["sequence", "cancelled_at", "cancelled_because"])
        _changed(meeting, ChangeOfMeeting.CANCELLED, by=by, at=at, because=because)
        return f"{meeting} was cancelled"

    def invite(
        self, *, by: User, at: datetime, meeting: Meeting, invitees: Iterable[Invitee]
    ) -> str:
        """These people are invited too."""
        self._require_standing(meeting)
        _ask(meeting, invitees, by=by, at=at)
        last = meeting.changes.get(sequence=meeting.sequence)
        meeting_changed.send(sender=Meeting, change=last, by=by)
        return f"People were invited to {meeting}"

    def uninvite(self, *, by: User, at: datetime, invitee: Invitee) -> str:
        """This person is invited no more."""
        if invitee.meeting.review_id != self.pk or invitee.attendance:
            raise ValidationError("Their attendance is recorded, so they stay on the list.")
        invitee.uninvited_at = at
        invitee.save(update_fields=["uninvited_at"])
        return f"Somebody was taken off the list of {invitee.meeting}"

    def record_attendance(
        self, *, by: User, at: datetime, meeting: Meeting, invitees: Iterable[Invitee]
    ) -> str:
        """Who came, who sent apologies or a deputy, and whether there were enough."""
        self._require_standing(meeting)
        if not meeting.was_held_by(at):
            raise ValidationError(f"{meeting} is on {meeting.when}: record who came afterwards.")
        for invitee in invitees:
            if invitee.attendance != Attendance.DEPUTY:
                invitee.deputy = ""
            invitee.save(update_fields=["attendance", "deputy"])
        meeting.save(update_fields=["quoracy"])
        return f"Attendance at {meeting} was recorded"

    def _require_standing(self, meeting: Meeting) -> None:
        if meeting.review_id != self.pk or meeting.is_cancelled:
            raise ValidationError("This meeting was cancelled.")


def _require_not_minuted(meeting: Meeting) -> None:
    if meeting.minutes.exists():
        raise ValidationError("The meeting has minutes, so it was held: it stays as it was.")


def _ask(meeting: Meeting, invitees: Iterable[Invitee], *, by: User, at: datetime) -> None:
    """Each is on the list of the meeting, whoever is on it already but once."""
    asked = set(meeting.invitees.open().values_list("user", flat=True))
    for invitee in invitees:
        if invitee.user_id is None or invitee.user_id not in asked:
            invitee.meeting, invitee.by, invitee.at = meeting, by, at
            invitee.save(force_insert=True)
            asked.add(invitee.user_id)


def _changed(
    meeting: Meeting, change: ChangeOfMeeting, *, by: User, at: datetime, because: str = ""
) -> None:
    """How the meeting stands now is in its history, and travels upwards."""
    row = MeetingChange.objects.create(
        meeting=meeting,
        sequence=meeting.sequence,
        change=change,
        on=meeting.on,
        starts=meeting.starts,
        ends=meeting.ends,
        place=meeting.place,
        link=meeting.link,
        because=because,
        by=by,
        at=at,
    )
    meeting_changed.send(sender=Meeting, change=row, by=by)
