"""What a mail says, for reading in the portal."""

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.utils import timezone

from boards.models import Board, User
from notifications.ahead import Letter, letters_ahead, waits_beside
from notifications.letters import compose
from notifications.models import Mail, MailKind, Reminder


@dataclass(frozen=True, slots=True)
class Preview:
    """The two parts and the headers of a mail, as they are on the day `on`.

    `hidden` is how many things it tells that the reader may not see, and so are left out.
    """

    on: date
    subject: str
    text: str
    html: str
    headers: dict[str, str]
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Ahead:
    """A mail that is about to go to a person of a board."""

    board: Board
    is_digest: bool
    mail: Preview


def preview(reminder: Reminder, *, seen_by: User, at: datetime) -> Preview:
    """Return the mail as it was on the day that it ended, or else as it is at `at`.

    The words are not kept: they are written anew from the ledger and the review's history.
    """
    mail = reminder.mail or Mail(recipient=reminder.recipient, made_at=reminder.planned_at)
    ended_at = reminder.superseded_at or mail.sent_at or mail.failed_at
    rows, hidden = _rows(reminder, seen_by, at)
    return _written(mail, rows, on=timezone.localdate(ended_at or at), hidden=hidden)


def ahead(person: User, board: Board, *, seen_by: User, at: datetime) -> list[Ahead]:
    """Return the mails of the person up to the next working morning, of what `seen_by` may see."""
    return [
        Ahead(board, letter.kind == MailKind.DIGEST, _foreseen(letter, person, at))
        for letter in letters_ahead(person, board, seen_by=seen_by, at=at)
    ]


def _foreseen(letter: Letter, person: User, at: datetime) -> Preview:
    return _written(Mail(recipient=person, made_at=at), letter.rows, on=letter.on)


def _written(mail: Mail, rows: list[Reminder], *, on: date, hidden: int = 0) -> Preview:
    message = compose(mail, rows, on=on)
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
    text, html = message.body.strip(), without_empty_lines(html)
    return Preview(on, message.subject, text, html, headers, hidden)


def without_empty_lines(source: str) -> str:
    return "\n".join(line for line in source.splitlines() if line.strip())


def _rows(reminder: Reminder, seen_by: User, at: datetime) -> tuple[list[Reminder], int]:
    """Return what is told in the same mail, and how much of it the reader may not see.

    What is told no more stands alone.
    """
    if reminder.superseded_at:
        return [reminder], 0
    if reminder.mail is None:
        return waits_beside(reminder, seen_by=seen_by, at=at), 0
    rows = Reminder.objects.visible_to(seen_by).held_by([reminder.mail])
    return rows, reminder.mail.reminders.filter(superseded_at=None).count() - len(rows)
