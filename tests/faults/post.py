"""A mail server that can be stopped, refuse for now, or refuse some people for good."""

import asyncio
from collections import Counter
from contextlib import suppress
from email.parser import BytesHeaderParser

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.servers.processes import free_port


class Post:
    """Counts what it has accepted: (address, Message-ID) and how often; each takes it `pace`."""

    def __init__(self) -> None:
        self.port = free_port()
        self.accepted: Counter[tuple[str, str]] = Counter()
        self.closed_to: set[str] = set()
        self.busy = False
        self.pace = 0.0  # seconds
        self._controller: Controller | None = None

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.closed_to:
            return "550 5.1.1 No such person here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.busy:
            return "451 4.3.0 Try again later"
        if self.pace:
            await asyncio.sleep(self.pace)
        message = BytesHeaderParser().parsebytes(envelope.content)
        self.accepted[envelope.rcpt_tos[0], message["Message-ID"]] += 1
        return "250 OK"

    def start(self) -> None:
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def stop(self) -> None:
        """Nobody answers any more; connections in use are cut."""
        if self._controller:
            with suppress(AssertionError):
                self._controller.stop()
            self._controller = None

    @property
    def environment(self) -> dict[str, str]:
        return {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(self.port)}

    def forget(self) -> None:
        """What was accepted until now is not counted."""
        self.accepted.clear()

    def reached(self) -> set[str]:
        return {address for address, _ in list(self.accepted)}  # the server is in another thread

    def repeats(self) -> tuple[int, int]:
        """Return how many mails came again with their own Message-ID, and with another one."""
        again = sum(times - 1 for times in list(self.accepted.values()))
        others = Counter(address for address, _ in list(self.accepted))
        return again, sum(times - 1 for times in others.values())
