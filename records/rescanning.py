"""Documents that no scanner has looked at are scanned as soon as one answers."""

import logging
from datetime import datetime

from records.models import Document, log
from records.scanning import ScanState, answers, is_configured, scan
from records.sealing import Tampered

logger = logging.getLogger(__name__)
AT_ONCE = 50  # documents in one sweep


def scan_waiting(*, at: datetime) -> int:
    """Those that wait, and those from before there was a scanner, are scanned; return how many.

    Done twice at once, or begun again after it was stopped, it does no harm.
    """
    if not is_configured() or not answers():
        return 0
    waiting_first = Document.objects.unscanned().order_by("-scan", "pk")
    return sum(scan_again(document, at=at) for document in waiting_first[:AT_ONCE])


def scan_again(document: Document, *, at: datetime) -> bool:
    """The document has what the scanner says of it; return whether it said anything."""
    try:
        with document.open() as content:
            found = scan(content)
    except Tampered as wrong:
        logger.warning("Document %s was not scanned: %s", document.pk, wrong)
        return False
    if found.state == ScanState.INFECTED:
        document.quarantine(found.finding, at=at)
        sentence = f"Malware was found in document {document.pk} ({found.finding}): it is gone."
        log("quarantine", sentence, by=None, at=at, board=document.board_id, subject=document)
    elif found.state == ScanState.CLEAN:
        Document.objects.unscanned().filter(pk=document.pk).update(
            scan=found.state, finding="", scanned_at=at
        )
    return found.state in {ScanState.INFECTED, ScanState.CLEAN}
