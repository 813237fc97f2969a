"""What a mail says, for reading in the portal."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import timezone

from notifications.letters import compose
from notifications.models import Mail, Reminder


@dataclass(frozen=True, slots=True)
class Preview:
    """The two parts and the headers of a mail, as they are on the day `on`."""

    on: date
    subject: str
    text: str
    html: str
    headers: dict[str, str]


def preview(reminder: Reminder, *, on: date) -> Preview:
    """Return the mail as it was on the day that it ended, or else is on the day `on`.

    The words are not kept: they are written anew from the ledger and the review's history.
    """
    mail = reminder.mail or Mail(recipient=reminder.recipient, made_at=reminder.planned_at)
    ended_at = reminder.superseded_at or mail.sent_at or mail.failed_at
    day = timezone.localdate(ended_at) if ended_at else on
    message = compose(mail, _rows(reminder), on=day)
    headers = {
        "From": settings.DEFAULT_FROM_EMAIL,
        "To": ", ".join(message.to),
        "Subject": message.subject,
        **message.extra_headers,
    }
    if mail.message_id:
        headers["Message-ID"] = mail.message_id
    elif mail.pk is None:
        del headers["Message-ID"]  # it follows from the mail that it will be put into
    html = message.alternatives[0].content
    return Preview(day, message.subject, message.body.strip(), without_empty_lines(html), headers)


def without_empty_lines(source: str) -> str:
    return "\n".join(line for line in source.splitlines() if line.strip())


def _rows(reminder: Reminder) -> list[Reminder]:
    """Return all that is told in the same mail; what is told no more stands alone."""
    if reminder.mail is None or reminder.superseded_at:
        return [reminder]
    return Reminder.objects.held_by([reminder.mail])
