"""What the log says of a case: under its board and its reference, so that both can be searched."""

from datetime import datetime
from typing import Any

from django.forms import Form

from boards.models import User
from records.incoming import SealedUpload
from records.models import AuditEvent, log
from records.scanning import ScanState
from reviews.models import RefusedFile, Review


def log_about(
    review: Review, verb: str, sentence: str, *, by: User | None, at: datetime, **details: Any
) -> AuditEvent:
    """The log says what was done with the review, or that it was looked at; it names nobody."""
    return log(
        verb,
        sentence,
        by=by,
        at=at,
        board=review.board_id,
        subject=review,
        reference=review.reference,
        **details,
    )


def note_infected(form: Form, review: Review, *, by: User, at: datetime) -> None:
    """The facts of each file of the form in which malware was found are on the review."""
    for upload in form.files.values():
        if not isinstance(upload, SealedUpload) or upload.scan is None:
            continue
        if upload.scan.state == ScanState.INFECTED:
            refused = RefusedFile.note(review, upload, by=by, at=at)
            sentence = f"A file was refused: malware was found in it ({refused.finding})."
            log_about(review, "refuse_file", sentence, by=by, at=at, sha256=refused.sha256)
