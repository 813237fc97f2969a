"""Delivery, ledger and re-checks included, beside one bare smtplib connection to the same sink."""

import smtplib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from multiprocessing import Process
from statistics import median

from django.core.mail.backends.smtp import EmailBackend
from django.db import connection
from django.test.utils import override_settings
from django.utils import timezone

from notifications.assembly import assemble
from notifications.delivery import deliver_all
from notifications.models import Mail
from notifications.planning import plan
from tests.faults.owed import owe
from tests.faults.post import Post
from tests.faults.table import empty_the_database

Figures = dict[str, str | int | float]


def measure(*, mails: int, runs: int) -> Iterator[Figures]:
    """Yield the figures for so many mails, each to a person of their own. Empties the database."""
    taken: dict[str, list[float]] = {"ours": [], "bare": []}
    with a_sink() as port:
        for _ in range(runs):
            taken["bare"].append(sent_barely(mails, port))
            taken["ours"].append(delivered(mails, port))
    ours, bare = median(taken["ours"]), median(taken["bare"])
    yield {
        "case": f"delivery/{connection.vendor}",
        "n": mails,
        "seconds": round(ours, 6),
        "per_item_us": round(ours / mails * 1e6, 1),
        "baseline_seconds": round(bare, 6),
        "ratio": round(ours / bare, 2),
    }


@contextmanager
def a_sink() -> Iterator[int]:
    """Yield the port of a mail server in a process of its own."""
    post = Post()
    server = Process(target=serve, args=(post.port,), daemon=True)
    server.start()
    time.sleep(2)
    try:
        yield post.port
    finally:
        server.terminate()
        server.join()


def serve(port: int) -> None:
    post = Post()
    post.port = port
    post.start()
    time.sleep(3600)


def sent_barely(mails: int, port: int) -> float:
    """Send as many letters of the same size over one connection; return the seconds."""
    letter = EmailMessage()
    letter["From"], letter["Subject"] = "portal@lscb.example", "Action needed by 9 April 2010"
    letter.set_content("A line of a reminder, as long as such a line is.\n" * 12)
    letter.add_alternative("<p>A line of a reminder, as long as it is.</p>\n" * 24, subtype="html")
    start = time.perf_counter()
    with smtplib.SMTP("127.0.0.1", port) as server:
        for n in range(mails):
            del letter["To"], letter["Message-ID"]
            letter["To"], letter["Message-ID"] = f"p{n}@bench.example", f"<{n}@bench.example>"
            server.send_message(letter)
    return time.perf_counter() - start


def delivered(mails: int, port: int) -> float:
    """Deliver what so many people are owed; return the seconds, planning left out."""
    empty_the_database()
    now, today = timezone.now(), timezone.localdate()
    owe(mails, on=today)
    plan(on=today, at=now)
    assemble(on=today, at=now, is_morning=False)
    backend = f"{EmailBackend.__module__}.{EmailBackend.__qualname__}"
    with override_settings(EMAIL_BACKEND=backend, EMAIL_HOST="127.0.0.1", EMAIL_PORT=port):
        start = time.perf_counter()
        deliver_all(on=today, now=timezone.now)
        seconds = time.perf_counter() - start
    if (sent := Mail.objects.exclude(sent_at=None).count()) != mails:
        raise AssertionError(f"{sent} of {mails} mails were sent.")
    return seconds
