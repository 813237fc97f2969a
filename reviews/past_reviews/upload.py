"""An uploaded file, previewed and then brought in once."""

from datetime import datetime

from django.db import transaction

from boards.models import User
from reviews.models import PastReviewsFile
from reviews.past_reviews.keeping import PastFile, bring_in, preview
from reviews.past_reviews.outcome import Outcome


def preview_upload(upload: PastReviewsFile, *, at: datetime) -> Outcome:
    """Return what bringing the file in would come to now."""
    return preview(_file(upload), board=upload.board, at=at)


def bring_in_upload(upload: PastReviewsFile, *, by: User, at: datetime) -> PastReviewsFile:
    """The file's reviews are kept, its outcome recorded and its content let go.

    A second go-ahead finds it done and changes nothing.
    """
    with transaction.atomic():
        held = PastReviewsFile.objects.select_for_update().get(pk=upload.pk)
        if held.brought_in_at is None:
            held.outcome = bring_in(_file(held), board=held.board, by=by, at=at)
            held.brought_in_by, held.brought_in_at, held.content = by, at, b""
            held.save()
    return held


def _file(upload: PastReviewsFile) -> PastFile:
    return PastFile(upload.name, bytes(upload.content))
