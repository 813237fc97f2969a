"""By a mail server: one connection for many messages."""

import smtplib
from contextlib import suppress
from types import TracebackType
from typing import Self

from django.core.mail import EmailMessage, get_connection

from notifications.transport.refusals import NotNow, Refused, Unreachable, WrongAddress

GOODBYE = 421  # the server closes the connection after these words


class MailServer:
    """Django's mail backend, connected at the first message and again when the server hangs up."""

    def __enter__(self) -> Self:
        self.connection = get_connection()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._hang_up()

    def hand_over(self, message: EmailMessage, *, may_have_left: bool) -> None:
        """The server has accepted the message.

        No mail server can say whether it had it before; the Message-ID tells the reader's program.
        """
        try:
            self._send(message)
        except (smtplib.SMTPServerDisconnected, ConnectionError):
            # It hung up between two messages, as servers do after a number of them.
            self._hang_up()
            self._send_or_give_up(message)

    def _send_or_give_up(self, message: EmailMessage) -> None:
        try:
            self._send(message)
        except (smtplib.SMTPServerDisconnected, ConnectionError) as error:
            raise Unreachable(in_words(error)) from error

    def _send(self, message: EmailMessage) -> None:
        """Send it, and tell by the reply whether it is worth another try."""
        self._connect()
        try:
            self.connection.send_messages([message])
        except smtplib.SMTPRecipientsRefused as error:
            self._explain(*next(iter(error.recipients.values())), refusal=WrongAddress)
        except smtplib.SMTPDataError as error:
            self._explain(error.smtp_code, error.smtp_error)
        except (smtplib.SMTPNotSupportedError, ValueError) as error:
            # An address that cannot be written into a message, or that this server cannot read.
            raise WrongAddress(in_words(error)) from error
        except (smtplib.SMTPServerDisconnected, ConnectionError):
            raise
        except OSError as error:
            # Our own address is refused, or there is no answer: an operator mends that for all.
            self._hang_up()
            raise Unreachable(in_words(error)) from error

    def _connect(self) -> None:
        try:
            self.connection.open()
        except (smtplib.SMTPServerDisconnected, ConnectionError):
            raise
        except OSError as error:  # so are all of smtplib's: a password, a certificate, no answer
            raise Unreachable(in_words(error)) from error

    def _explain(self, code: int, words: bytes | str, *, refusal: type[Refused] = Refused) -> None:
        text = words.decode(errors="replace") if isinstance(words, bytes) else words
        said = " ".join(f"{code} {text}".split())
        if code == GOODBYE:
            self._hang_up()
            raise Unreachable(said)
        raise refusal(said) if code >= 500 else NotNow(said)

    def _hang_up(self) -> None:
        with suppress(OSError):  # it may be gone already
            self.connection.close()


def in_words(error: Exception) -> str:
    """Return what went wrong on one line: the server's words where it gave some."""
    if isinstance(error, smtplib.SMTPResponseException):
        words = error.smtp_error
        text = words.decode(errors="replace") if isinstance(words, bytes) else str(words)
        return " ".join(f"{error.smtp_code} {text}".split())
    return " ".join(str(error).split()) or type(error).__name__
