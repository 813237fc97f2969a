"""How a message leaves: by a mail server or by GOV.UK Notify, as the settings say."""

from typing import Protocol, Self

from django.conf import settings
from django.core.mail import EmailMessage

from notifications.transport.notify import Notify
from notifications.transport.refusals import (
    NotNow,
    Refused,
    SpentForToday,
    Unreachable,
    WrongAddress,
)
from notifications.transport.smtp import MailServer

__all__ = [
    "MailServer",
    "NotNow",
    "Notify",
    "Refused",
    "SpentForToday",
    "Transport",
    "Unreachable",
    "WrongAddress",
    "chosen",
]


class Transport(Protocol):
    """What delivery needs of a way out: open it, hand messages over one by one, close it."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *raised: object) -> None: ...

    def hand_over(self, message: EmailMessage, *, may_have_left: bool) -> None:
        """It has accepted the message. Raises Refused, NotNow or Unreachable if it has not.

        `may_have_left` says that an earlier attempt ended without a clear answer.
        """


def chosen() -> Transport:
    """Return GOV.UK Notify where its key is set, else the mail server."""
    return Notify() if settings.GOVUK_NOTIFY_API_KEY else MailServer()
