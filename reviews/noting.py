"""What the log says of a case: under its board and its reference, so that both can be searched."""

from datetime import datetime
from typing import Any

from boards.models import User
from records.models import AuditEvent, log
from reviews.models import Review


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
