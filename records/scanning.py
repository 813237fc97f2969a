"""What the malware scanner says of a file. ClamAV is asked through CLAMD, where that is set."""

import logging
from dataclasses import dataclass
from typing import IO
from urllib.parse import urlsplit

from clamav_client.clamd import ClamdError, ClamdNetworkSocket, ClamdUnixSocket
from django.conf import settings
from django.db import models

logger = logging.getLogger(__name__)
SECONDS = 60  # that the scanner may be silent


class ScanState(models.TextChoices):
    NOT_SCANNED = "not_scanned", "Not scanned"
    WAITING = "waiting", "Waiting to be scanned"
    CLEAN = "clean", "Scanned: nothing found"
    INFECTED = "infected", "Refused: malware"


@dataclass(frozen=True)
class Scan:
    """The outcome; `finding` is the name of what was found, or why nothing could be said."""

    state: ScanState
    finding: str = ""


def is_configured() -> bool:
    return bool(settings.CLAMD)


def scanner() -> ClamdNetworkSocket:
    """Return the client for `unix:/path`, `tcp://host:port` or `host:port`."""
    if settings.CLAMD.startswith("unix:"):
        path = settings.CLAMD.removeprefix("unix:")
        return ClamdUnixSocket(path.removeprefix("//"), timeout=SECONDS)
    at = urlsplit(f"//{settings.CLAMD.removeprefix('tcp:').lstrip('/')}")
    return ClamdNetworkSocket(at.hostname or "127.0.0.1", at.port or 3310, timeout=SECONDS)


def answers() -> bool:
    """Return whether the scanner is there."""
    try:
        return scanner().ping() == "PONG"
    except (ClamdError, OSError):
        return False


def scan(content: IO[bytes]) -> Scan:
    """Return what the scanner says; a file it could not look at waits for it."""
    if not is_configured():
        return Scan(ScanState.NOT_SCANNED)
    try:
        found = scanner().instream(content)
    except (ClamdError, OSError) as wrong:
        logger.warning("A file could not be scanned: %s: %s", type(wrong).__name__, wrong)
        return Scan(ScanState.WAITING, str(wrong)[:200] or type(wrong).__name__)
    status, finding = next(iter(found.values()), ("ERROR", "no answer"))
    if status == "FOUND":
        return Scan(ScanState.INFECTED, (finding or "unnamed")[:200])
    if status == "OK":
        return Scan(ScanState.CLEAN)
    logger.warning("A file could not be scanned: %s", finding)
    return Scan(ScanState.WAITING, (finding or "no answer")[:200])
