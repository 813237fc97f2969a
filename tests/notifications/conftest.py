"""What the tests of reminders may ask for."""

from collections.abc import Iterator

import pytest

from notifications import mornings
from tests.notifications.post_office import PostOffice, post_office
from tests.servers import SmtpSink


def send_by(server: SmtpSink, settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = server.host, server.port
    settings.EMAIL_TIMEOUT = 5
    settings.PORTAL_ADDRESS = "https://portal.lscb.example"


@pytest.fixture(autouse=True)
def every_moment_is_a_working_morning(monkeypatch) -> None:
    """Digests may go whenever a test is run; test_mornings has the real calendar and clock."""
    monkeypatch.setattr(mornings, "is_open", lambda at: True)
    monkeypatch.setattr(mornings, "is_working_day", lambda day: True)


@pytest.fixture
def post(settings) -> Iterator[PostOffice]:
    """Yield a mail server that can be told to misbehave, and to which the portal's mail goes."""
    with post_office() as server:
        send_by(server, settings)
        yield server
