"""What a mail says in words: reference, stage, date, what to do and a link, one item after another.

No name, initials, date of birth or kind of incident: mail is read on other people's screens.
"""

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from notifications.ladder import Tier
from notifications.meetings import attach_invitation, meeting_of
from notifications.models import Kind, Mail, Reminder
from notifications.posts import link_of_post
from notifications.summary import summary_of
from reviews.states import State

# Of one deadline these are one item, worded as the first of them.
SAID_TOGETHER = (Kind.ASKED, Kind.REMINDER, Kind.SNOOZED)


def compose(mail: Mail, rows: Sequence[Reminder], *, on: date) -> EmailMultiAlternatives:
    """Return the mail, in text and HTML, as it stands on the day `on`: one row, then the rest.

    Its Message-ID follows from the mail, so that one sent again after a crash is known for it.
    """
    items = _items(rows)
    first, *rest = (_facts(item, on=on) for item in items)
    told_as = dict.fromkeys(row.get_tier_display() for row in rows)
    facts = {**first, "rest": rest, "told_as": "; ".join(told_as)}
    message = _message(mail, f"email/{items[0][0].kind}", facts)
    for meeting in filter(None, map(meeting_of, rows)):
        attach_invitation(message, meeting, mail.recipient, at=mail.made_at)
    return message


def compose_summary(mail: Mail, *, on: date) -> EmailMultiAlternatives:
    """Return the summary of the week for the manager of a board, as it stands on the day `on`."""
    summary = summary_of(mail.board, mail.recipient, on=on)
    facts = {"summary": summary, "link": _absolute(f"{reverse('deadlines')}")}
    return _message(mail, "email/weekly", facts)


def _message(mail: Mail, template: str, facts: dict[str, object]) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        subject=render_to_string(f"{template}.subject.txt", facts).strip(),
        body=render_to_string(f"{template}.txt", facts),
        to=[mail.recipient.email],
        headers={
            "Message-ID": message_id(mail),
            "List-ID": f"Reminders <reminders.{host()}>",
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "OOF, AutoReply",
        },
    )
    message.attach_alternative(render_to_string(f"{template}.html", facts), "text/html")
    return message


def facts_of(reminder: Reminder, *, on: date) -> dict[str, object]:
    """Return all that a template is given of one row."""
    deadline, is_copy = reminder.deadline, reminder.is_copy
    return {
        "reference": reminder.review.reference,
        "stage": stage_of(reminder),
        "what": deadline and deadline.plain_name,
        "kind": deadline.kind if deadline else "",
        "due_on": reminder.due_on,
        "previous_due_on": reminder.previous_due_on,
        "until_on": reminder.snooze.until_on if reminder.snooze else None,
        "act_by": deadline.act_by if deadline else None,
        "on": on,
        "is_overdue": bool(reminder.due_on and reminder.due_on < on),
        "turn": reminder.about if reminder.kind == Kind.TURN else "",
        "meeting": meeting_of(reminder),
        "is_for_agency": reminder.tier == Tier.AGENCY,
        "asked_by": reminder.nudge and str(reminder.nudge.by),
        "is_copy": is_copy,
        "reminded": _reminded(reminder) if is_copy else [],
        "put_off_by": reminder.snooze and str(reminder.snooze.by),
        "link": link_of(reminder),
        "in_hand": "" if is_copy else in_hand_link_of(reminder),
        "is_sent_back": reminder.kind == Kind.SENT_BACK,
        "post": reminder.appointment.get_post_display() if reminder.appointment else "",
        "hand_over": reminder.hand_over,
    }


def _items(rows: Sequence[Reminder]) -> list[list[Reminder]]:
    """Return the rows in their order, those that are said together as one item."""
    items: dict[object, list[Reminder]] = {}
    for row in rows:
        is_together = row.kind in SAID_TOGETHER
        items.setdefault(row.deadline_id if is_together else (row.kind, row.pk), []).append(row)
    return [
        sorted(item, key=lambda row: SAID_TOGETHER.index(row.kind)) if len(item) > 1 else item
        for item in items.values()
    ]


def _facts(item: Sequence[Reminder], *, on: date) -> dict[str, object]:
    """Return the facts of its first row, and until when the others say that it is put off."""
    facts, *others = (facts_of(row, on=on) for row in item)
    for other in others:
        facts |= {name: facts[name] or other[name] for name in ("until_on", "put_off_by")}
    return facts


def _reminded(reminder: Reminder) -> list[str]:
    """Return those whom somebody had reminded, of which this is a copy."""
    return [str(row.recipient) for row in reminder.nudge.reminded]


def stage_of(reminder: Reminder) -> str:
    """Return the review's stage: for what was sent, as it was then."""
    review, last = reminder.review, None
    if reminder.mail and reminder.mail.sent_at:
        last = review.changes.filter(at__lte=reminder.mail.sent_at).order_by("id").last()
    return State(last.after).label if last else review.get_state_display()


def link_of(reminder: Reminder) -> str:
    """Return the page where the recipient acts: that of what was asked for, else the review.

    What is put off is let go on from the page of the deadline.
    """
    if reminder.kind == Kind.SNOOZED:
        path = reverse("deadline", args=[reminder.review.reference, reminder.deadline_id])
    elif reminder.kind == Kind.MEETING:
        path = reverse("meeting-invitation", args=[reminder.meeting_change.meeting_id])
    elif reminder.kind in (Kind.APPOINTED, Kind.HAND_OVER):
        path = link_of_post(reminder)
    elif reminder.deadline and reminder.deadline.place:
        path = reminder.deadline.place
    else:
        path = reminder.review.get_absolute_url()
    return _absolute(path)


def in_hand_link_of(reminder: Reminder) -> str:
    """Return the page where the recipient of a reminder says that they have it in hand."""
    if reminder.kind not in (Kind.REMINDER, Kind.ASKED):
        return ""
    return _absolute(reverse("acknowledge", args=[reminder.deadline_id]))


def _absolute(path: str) -> str:
    return f"{settings.PORTAL_ADDRESS.rstrip('/')}{path}"


def message_id(mail: Mail) -> str:
    """Return the same for the mail, whoever sends it and however often."""
    return f"<mail.{mail.pk}.{int(mail.made_at.timestamp())}@{host()}>"


def host() -> str:
    """Return the portal's own name, as mail identifies it."""
    return urlsplit(settings.PORTAL_ADDRESS).hostname or "localhost"
