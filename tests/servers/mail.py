"""A mail server on a port, which keeps what it is given."""

import email
import email.policy
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.servers.processes import free_port


@dataclass
class SmtpSink:
    """The messages that arrived, oldest first; `answer` may be set to refuse the next ones."""

    host: str
    port: int
    answer: str = "250 Message accepted for delivery"
    messages: list[EmailMessage] = field(default_factory=list)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.answer.startswith("250"):
            message = email.message_from_bytes(envelope.content, policy=email.policy.default)
            self.messages.append(message)
        return self.answer

    @property
    def environment(self) -> dict[str, str]:
        """Return what makes the portal send its mail here."""
        return {"EMAIL_HOST": self.host, "EMAIL_PORT": str(self.port)}

    def wait_for(self, count: int, *, seconds: float) -> list[EmailMessage]:
        """Return the messages once there are so many; AssertionError when there never are."""
        deadline = time.monotonic() + seconds
        while len(self.messages) < count:
            if time.monotonic() > deadline:
                raise AssertionError(
                    f"{len(self.messages)} of {count} messages came within {seconds} s"
                )
            time.sleep(0.05)
        return self.messages


@contextmanager
def smtp_sink() -> Iterator[SmtpSink]:
    sink = SmtpSink("127.0.0.1", free_port())
    controller = Controller(sink, hostname=sink.host, port=sink.port)
    controller.start()
    try:
        yield sink
    finally:
        controller.stop()
