"""A real HTTP server that speaks as much of GOV.UK Notify as the portal asks of it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

from notifications_python_client.authentication import decode_jwt_token
from notifications_python_client.errors import TokenError

from tests.servers import free_port

SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506"
SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0"
API_KEY = f"tests-{SERVICE}-{SECRET}"
TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a"
REFERENCE = "<reminder.1.1270209600@portal.lscb.example>"


def facts(**changes: Any) -> dict[str, Any]:
    """Return a delivery receipt as Notify posts it."""
    return {
        "id": str(uuid4()),
        "reference": REFERENCE,
        "to": "owner@lscb.example",
        "status": "delivered",
        "created_at": "2026-11-20T09:29:00.000000Z",
        "completed_at": "2026-11-20T09:30:00.000000Z",
        "sent_at": "2026-11-20T09:29:01.000000Z",
        "notification_type": "email",
        **changes,
    }


@dataclass
class Simulator:
    """`taken` are the mails accepted; `answer` and `refuse` make it say (status, kind, words).

    `drop_after` so many mails it takes the next and hangs up without an answer.
    """

    port: int = field(default_factory=free_port)
    taken: list[dict[str, Any]] = field(default_factory=list)
    answer: tuple[int, str, str] | None = None
    refuse: dict[str, tuple[int, str, str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    connections: set[tuple[str, int]] = field(default_factory=set)
    posts: int = 0
    drop_after: int | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def take(self, mail: dict[str, Any]) -> dict[str, Any]:
        identity = str(uuid4())
        self.taken.append({**mail, "id": identity, "status": "created"})
        return {"id": identity, "reference": mail["reference"], "content": {}}

    def known(self, reference: str) -> dict[str, Any]:
        self.asked.append(reference)
        found = [mail for mail in self.taken if mail["reference"] == reference]
        return {"notifications": found, "links": {}}

    def recipients(self) -> list[str]:
        return [mail["email_address"] for mail in self.taken]


class Counter(BaseHTTPRequestHandler):
    """Where the simulator's mails are handed in."""

    protocol_version = "HTTP/1.1"
    simulator: Simulator

    def do_POST(self) -> None:
        self.simulator.posts += 1
        mail = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path != "/v2/notifications/email" or not self.is_allowed():
            return
        refusal = self.simulator.answer or self.simulator.refuse.get(mail["email_address"])
        if refusal:
            self.refuse(*refusal)
        elif mail["template_id"] != TEMPLATE or set(mail["personalisation"]) != {"subject", "body"}:
            self.refuse(400, "BadRequestError", "Template not found")
        else:
            answer = self.simulator.take(mail)
            if len(self.simulator.taken) - 1 == self.simulator.drop_after:
                self.close_connection = True
                return
            self.say(201, answer)

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == "/v2/notifications" and self.is_allowed():
            (reference,) = parse_qs(address.query)["reference"]
            self.say(200, self.simulator.known(reference))

    def is_allowed(self) -> bool:
        self.simulator.connections.add(self.client_address)
        token = self.headers["Authorization"].removeprefix("Bearer ")
        try:
            return decode_jwt_token(token, SECRET)
        except TokenError:
            self.refuse(403, "AuthError", "Invalid token: signature, api token not found")
            return False

    def refuse(self, status: int, kind: str, words: str) -> None:
        errors = [{"error": kind, "message": words}]
        self.say(status, {"status_code": status, "errors": errors})

    def say(self, status: int, answer: dict[str, Any]) -> None:
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Tests print nothing."""


def send_by(simulator: Simulator, settings) -> None:
    settings.GOVUK_NOTIFY_API_KEY = API_KEY
    settings.GOVUK_NOTIFY_TEMPLATE_ID = TEMPLATE
    settings.GOVUK_NOTIFY_BASE_URL = simulator.url
    settings.PORTAL_ADDRESS = "https://portal.lscb.example"
    settings.EMAIL_TIMEOUT = 2


@contextmanager
def notify_simulator() -> Iterator[Simulator]:
    simulator = Simulator()
    handler = type("Counter", (Counter,), {"simulator": simulator})
    server = ThreadingHTTPServer(("127.0.0.1", simulator.port), handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield simulator
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
