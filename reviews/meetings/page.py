"""What the page of one meeting shows to one person."""

from datetime import datetime
from functools import cached_property

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import localdate

from boards.models import User
from reviews.meetings.actions import actions_before
from reviews.models import AgendaItem, Invitee, Meeting, MeetingAction, Minutes
from reviews.permissions import refusal

UNTIL_MINUTED = (("move_meeting", "Move the meeting"), ("cancel_meeting", "Cancel the meeting"))
ALWAYS = (("invite", "Invite people"),)
AFTER = (
    ("record_attendance", "Record who came"),
    ("note_decision", "Record a decision"),
    ("ask_for_action", "Record an action"),
)


class MeetingPage:
    """The meeting for one person at one instant."""

    def __init__(self, meeting: Meeting, user: User, *, at: datetime) -> None:
        self.meeting, self.user, self.at, self.on = meeting, user, at, localdate(at)

    @cached_property
    def may_change(self) -> bool:
        """Return whether the person records what concerns a meeting that stands."""
        may = refusal(self.user, "set_item", self.meeting.review) is None
        return may and not self.meeting.is_cancelled

    @cached_property
    def was_held(self) -> bool:
        return self.meeting.was_held_by(self.at)

    @cached_property
    def acts(self) -> list[dict[str, str]]:
        """Return what may be recorded now."""
        if not self.may_change:
            return []
        acts = (
            *(() if self.minutes else UNTIL_MINUTED),
            *ALWAYS,
            *(AFTER if self.was_held else ()),
        )
        return [
            {"text": text, "href": reverse("meeting-act", args=[self.meeting.pk, act])}
            for act, text in acts
        ]

    @cached_property
    def invitees(self) -> list[Invitee]:
        return list(self.meeting.invitees.open().select_related("user"))

    @cached_property
    def agenda(self) -> list[AgendaItem]:
        return self.meeting.agenda_items()

    @cached_property
    def minutes_allotted(self) -> int:
        return sum(item.minutes or 0 for item in self.agenda)

    @cached_property
    def actions_before(self) -> QuerySet[MeetingAction]:
        return actions_before(self.meeting)

    @cached_property
    def minutes(self) -> Minutes | None:
        return self.meeting.latest_minutes

    @cached_property
    def versions(self) -> list[Minutes]:
        return list(self.meeting.minutes.select_related("by", "agreed_at").order_by("-version"))

    @cached_property
    def may_write(self) -> bool:
        """Return whether minutes may be written: the meeting was held and none are agreed."""
        is_agreed = self.minutes is not None and self.minutes.is_agreed
        return self.may_change and self.was_held and not is_agreed
