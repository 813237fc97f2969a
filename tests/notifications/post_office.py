"""A real SMTP server that refuses, hangs up and comes back as a test wants it to."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.servers import SmtpSink, free_port


@dataclass
class PostOffice(SmtpSink):
    """`refuse` gives the answer to some recipients; `hang_up_after` so many messages a connection.

    `connections` counts those over which a message came.
    """

    refuse: dict[str, str] = field(default_factory=dict)
    hang_up_after: int | None = None
    connections: set[tuple[str, int]] = field(default_factory=set)
    controller: Controller | None = None

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        taken = getattr(session, "taken", 0)
        if self.hang_up_after is not None and taken >= self.hang_up_after:
            server.transport.close()
        envelope.mail_from = address
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.connections.add(session.peer)
        session.taken = getattr(session, "taken", 0) + 1
        return await super().handle_DATA(server, session, envelope)

    def close(self) -> None:
        """Nobody answers on the port."""
        if self.controller:
            self.controller.stop()
            self.controller = None

    def open(self) -> None:
        """Somebody answers again."""
        self.controller = Controller(self, hostname=self.host, port=self.port)
        self.controller.start()

    def recipients(self) -> list[str]:
        return [str(message["To"]) for message in self.messages]


@contextmanager
def post_office() -> Iterator[PostOffice]:
    server = PostOffice("127.0.0.1", free_port())
    server.open()
    try:
        yield server
    finally:
        server.close()
