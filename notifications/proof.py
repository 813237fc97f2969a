"""The ledger of one review as a list for a file: who was told what and when, for an inspection."""

from datetime import datetime

from django.utils import timezone

from boards.listing import Column, Listing, Row, Value
from notifications.models import Mail, Reminder
from reviews.models import (
    Appointment,
    Deadline,
    HandOver,
    Meeting,
    MeetingChange,
    Review,
    StateChange,
)

REMINDER_FIELDS = (
    "kind",
    "stage",
    "tier",
    "due_on",
    "planned_at",
    "superseded_at",
    "superseded_because",
)
DEADLINE_FIELDS = ("deadline__name",)
CHANGE_FIELDS = ("change__action", "change__after")
INVITATION_FIELDS = ("meeting_change__change",)
APPOINTMENT_FIELDS = ("appointment__post",)
MEETING_FIELDS = ("meeting_change__meeting__kind", "meeting_change__meeting__number")
MAIL_FIELDS = (
    "mail__sent_at",
    "mail__message_id",
    "mail__failed_at",
    "mail__failure",
    "mail__bounced_at",
    "mail__attempts",
    "mail__next_attempt_at",
)


def entry(row: Row) -> Reminder:
    """Return the row of the ledger as far as the list has read it, so that it words itself."""
    reminder = Reminder(**{name: row[name] for name in REMINDER_FIELDS})
    reminder.is_held = bool(row["is_held"])
    if row["deadline__name"] is not None:
        reminder.deadline = Deadline(name=row["deadline__name"])
    if row["change__action"] is not None:
        reminder.change = StateChange(**_facts(row, CHANGE_FIELDS))
    if row["meeting_change__change"] is not None:
        meeting = Meeting(**_facts(row, MEETING_FIELDS))
        reminder.meeting_change = MeetingChange(meeting=meeting, **_facts(row, INVITATION_FIELDS))
    if row["appointment__post"] is not None:
        reminder.appointment = Appointment(**_facts(row, APPOINTMENT_FIELDS))
    if row["hand_over"] is not None:
        reminder.hand_over = HandOver(pk=row["hand_over"])
    if row["mail__attempts"] is not None:
        reminder.mail = Mail(**_facts(row, MAIL_FIELDS))
    return reminder


def _facts(row: Row, paths: tuple[str, ...]) -> dict[str, Value]:
    return {path.rpartition("__")[2]: row[path] for path in paths}


def state_of(reminder: Reminder) -> str:
    """Return how it stands in words, with the reason where there is one."""
    status = reminder.status
    return f"{status.label}: {status.because}" if status.because else status.label


def moment(at: datetime | None) -> datetime | None:
    """Return the second by the clock in London."""
    return timezone.localtime(at).replace(microsecond=0) if at else None


def _sent_at(row: Row) -> Value:
    return moment(None if row["superseded_at"] else row["mail__sent_at"])


def _message_id(row: Row) -> Value:
    return "" if row["superseded_at"] else row["mail__message_id"] or ""


ABOUT = (
    "kind",
    *DEADLINE_FIELDS,
    *CHANGE_FIELDS,
    *INVITATION_FIELDS,
    *MEETING_FIELDS,
    *APPOINTMENT_FIELDS,
    "hand_over",
)
STANDING = (*REMINDER_FIELDS, *MAIL_FIELDS, "is_held")
COLUMNS = (
    Column("about", "Deadline", ABOUT, lambda row: entry(row).about),
    Column("due", "Due", ("due_on",), lambda row: row["due_on"]),
    Column("stage", "Stage", ("kind", "stage"), lambda row: entry(row).rung),
    Column("to", "To", ("recipient__full_name",), lambda row: row["recipient__full_name"]),
    Column("tier", "Told as", ("tier",), lambda row: entry(row).get_tier_display()),
    Column(
        "planned",
        "Planned at",
        ("planned_at",),
        lambda row: moment(row["planned_at"]),
        order=("planned_at",),
    ),
    # What was left out of a mail was not sent, though the mail was.
    Column("sent", "Sent at", ("superseded_at", "mail__sent_at"), _sent_at),
    Column("message-id", "Message-ID", ("superseded_at", "mail__message_id"), _message_id),
    Column("state", "State", STANDING, lambda row: state_of(entry(row))),
    Column("since", "State since", STANDING, lambda row: moment(entry(row).status.at)),
)


def proof(review: Review) -> Listing:
    """Return the list of everything that anybody was, or will be, told about the review."""
    return Listing(
        name=f"reminders of {review.reference}",
        noun=f"reminder of {review.reference}",
        columns=COLUMNS,
        filters=(),
        sort="planned",
        keys=("pk", "review__board_id"),
        is_long=True,
    )
