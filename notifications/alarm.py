"""The second path: mail that goes straight to the mail server, past ledger, worker and broker."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from smtplib import SMTPException

from django.core.mail import EmailMessage, get_connection

from boards.govuk.words import moment_on_paper
from notifications.letters import host
from notifications.troubles import Trouble

AGAIN_AFTER = timedelta(hours=1)


class NotMailed(Exception):
    """The alarm reached nobody; the words are the mail server's."""


class Alarm:
    """Remembers in a file when it was sounded for which part, so that it does not nag."""

    def __init__(self, kept_in: Path) -> None:
        self.kept_in = kept_in
        self.sounded = self._read()

    def sound(self, troubles: list[Trouble], to: list[str], *, at: datetime) -> list[str]:
        """Those in `to` have one mail if a trouble was not mailed in the last hour.

        Returns who was mailed. What is well again is forgotten: the next time it is news.
        Raises NotMailed.
        """
        parts = [trouble.part for trouble in troubles]
        self.sounded = {part: when for part, when in self.sounded.items() if part in parts}
        news = [part for part in parts if not _is_recent(self.sounded.get(part), at)]
        if not news or not to:
            return []
        _mail(troubles, to, at)
        self.sounded = dict.fromkeys(parts, at)
        return to

    def keep(self) -> None:
        """The next run knows what this one did. Raises OSError when the disk takes nothing."""
        text = json.dumps({part: when.isoformat() for part, when in self.sounded.items()})
        fresh = self.kept_in.with_suffix(".new")
        fresh.write_text(text)
        fresh.replace(self.kept_in)

    def _read(self) -> dict[str, datetime]:
        """Return {part: when}; a file that is missing or cannot be read remembers nothing."""
        try:
            kept = json.loads(self.kept_in.read_text())
            return {p: datetime.fromisoformat(when).astimezone(UTC) for p, when in kept.items()}
        except (OSError, ValueError, AttributeError, TypeError):
            return {}


def _is_recent(when: datetime | None, at: datetime) -> bool:
    return when is not None and when <= at < when + AGAIN_AFTER


def _mail(troubles: list[Trouble], to: list[str], at: datetime) -> None:
    said = ["\n".join(filter(None, (t.sentence, t.why, t.what_to_do))) for t in troubles]
    message = EmailMessage(
        subject=f"Portal at {host()}: {troubles[0].sentence.partition(':')[0].rstrip('.')}",
        body="\n\n".join([f"Seen on {moment_on_paper(at)}.", *said]),
        to=to,
        headers={"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "OOF, AutoReply"},
    )
    try:
        get_connection().send_messages([message])
    except (SMTPException, OSError, ValueError) as error:
        raise NotMailed(" ".join(str(error).split()) or type(error).__name__) from error
