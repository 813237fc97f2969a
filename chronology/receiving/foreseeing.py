"""What taking a file in would do, where the chronology has changed since the file was read."""

from django.db.models import Q

from chronology.models import Entry, SourceFile, Work, WorkKind
from chronology.receiving.plan import plan_of


def foresee(file: SourceFile) -> None:
    """`outcome` says what taking it in would do to the rows as they stand now; it is not saved."""
    if file.outcome and _has_changed_since_it_was_read(file):
        file.outcome = plan_of(file).counts()


def _has_changed_since_it_was_read(file: SourceFile) -> bool:
    """Return whether rows of the agency were written, put right, taken out or put back since."""
    work = Work.objects.filter(kind=WorkKind.READ, subject_id=file.pk).first()
    since = work.asked_at if work else file.uploaded_at
    later = Q(recorded_at__gt=since) | Q(changed_at__gt=since) | Q(withdrawn_at__gt=since)
    held = file.chronology
    rows = Entry.objects.filter(review=held.review_id, agency=held.agency_id)
    return rows.filter(later).exists()
