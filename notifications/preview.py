"""What a mail says, for reading in the portal."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import timezone

from notifications.letters import compose
from notifications.models import Reminder


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
    ended_at = reminder.sent_at or reminder.failed_at or reminder.superseded_at
    day = timezone.localdate(ended_at) if ended_at else on
    mail = compose(reminder, on=day)
    headers = {
        "From": settings.DEFAULT_FROM_EMAIL,
        "To": ", ".join(mail.to),
        "Subject": mail.subject,
        **mail.extra_headers,
    }
    if reminder.message_id:
        headers["Message-ID"] = reminder.message_id
    html = mail.alternatives[0].content
    return Preview(day, mail.subject, mail.body.strip(), without_empty_lines(html), headers)


def without_empty_lines(source: str) -> str:
    return "\n".join(line for line in source.splitlines() if line.strip())
