"""What a row of the ledger may be about, and which of its columns each kind has."""

from django.db import models
from django.db.models import Q


class Kind(models.TextChoices):
    REMINDER = "reminder", "Reminder"
    DATE_CHANGED = "date_changed", "News of a changed date"
    TURN = "turn", "News that it is their turn"
    ASKED = "asked", "Reminder that somebody asked for"
    SNOOZED = "snoozed", "News that reminders are put off"
    SENT_BACK = "sent_back", "News that a chronology was sent back"
    MEETING = "meeting", "Invitation to a meeting"
    APPOINTED = "appointed", "News of an appointment"
    HAND_OVER = "hand_over", "News to an owner"


HELD = "Their address takes no mail. It waits until that is mended."
TOLD_WHEN: dict[Kind, str] = {
    Kind.TURN: "When it became their turn",
    Kind.DATE_CHANGED: "When the date changed",
    Kind.ASKED: "When somebody asked",
    Kind.SNOOZED: "When reminders were put off",
    Kind.SENT_BACK: "When it was sent back",
    Kind.MEETING: "When it was called, moved or cancelled",
    Kind.APPOINTED: "When they were appointed",
    Kind.HAND_OVER: "When they were asked",
}
OF_NO_DATE = (Kind.TURN, Kind.MEETING, Kind.APPOINTED, Kind.HAND_OVER)


def _holds(kind: Kind, *columns: str) -> Q:
    """Return that a row of the kind has these columns, and of the others none."""
    of_a_date = ("deadline", "due_version", "due_on")
    wanted = set(columns) | (set() if kind in OF_NO_DATE else set(of_a_date))
    causes = (
        "change",
        "nudge",
        "snooze",
        "submission",
        "meeting_change",
        "appointment",
        "hand_over",
    )
    known = (*of_a_date, "stage", "previous_due_on", *causes)
    facts = {f"{column}__isnull": column not in wanted for column in known}
    if kind == Kind.DATE_CHANGED:
        del facts["stage__isnull"]  # where the new date is at one
    return Q(kind=kind, **facts)


ABOUT_WHAT_ITS_KIND_SAYS = (
    _holds(Kind.REMINDER, "stage")
    | _holds(Kind.DATE_CHANGED, "previous_due_on")
    | _holds(Kind.TURN, "change")
    | _holds(Kind.ASKED, "nudge")
    | _holds(Kind.SNOOZED, "snooze")
    | _holds(Kind.SENT_BACK, "submission")
    | _holds(Kind.MEETING, "meeting_change")
    | _holds(Kind.APPOINTED, "appointment")
    | _holds(Kind.HAND_OVER, "hand_over")
)
