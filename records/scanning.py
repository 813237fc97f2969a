"""What the malware scanner says of a file. ClamAV is asked through CLAMD, where that is set."""

import logging
from dataclasses import dataclass
from typing import IO

from django.conf import settings
from django.db import models

from records.clamd import NoAnswer, ask

logger = logging.getLogger(__name__)
LONGEST_FINDING = 200


class ScanState(models.TextChoices):
    NOT_SCANNED = "not_scanned", "Not scanned"
    WAITING = "waiting", "Waiting to be scanned"
    CLEAN = "clean", "Scanned: nothing found"
    INFECTED = "infected", "Refused: malware"


SCAN_COLOURS = {
    ScanState.NOT_SCANNED: "grey",
    ScanState.WAITING: "yellow",
    ScanState.CLEAN: "green",
    ScanState.INFECTED: "red",
}


@dataclass(frozen=True)
class Scan:
    """The outcome; `finding` is the name of what was found, or why nothing could be said."""

    state: ScanState
    finding: str = ""


def is_configured() -> bool:
    return bool(settings.CLAMD)


def standing() -> str:
    """Return in a sentence whether files are scanned."""
    if not is_configured():
        return "Files are not scanned for malware: no scanner is configured."
    if answers():
        return "Files are scanned for malware: the scanner answers."
    return (
        "The malware scanner does not answer: files are kept, and released once they were scanned."
    )


def answers() -> bool:
    """Return whether the scanner is there."""
    try:
        return ask(settings.CLAMD, "PING") == "PONG"
    except NoAnswer:
        return False


def scan(content: IO[bytes]) -> Scan:
    """Return what the scanner says; a file it could not look at waits for it."""
    if not is_configured():
        return Scan(ScanState.NOT_SCANNED)
    try:
        said = ask(settings.CLAMD, "INSTREAM", content).removeprefix("stream: ")
    except NoAnswer as silence:
        said = str(silence)
    if said.endswith(" FOUND"):
        return Scan(ScanState.INFECTED, said.removesuffix(" FOUND")[:LONGEST_FINDING])
    if said == "OK":
        return Scan(ScanState.CLEAN)
    logger.warning("A file could not be scanned: %s", said or "no answer")
    return Scan(ScanState.WAITING, (said or "no answer")[:LONGEST_FINDING])
