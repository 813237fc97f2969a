"""What a worker does with a file. Each may be done again from the start without harm."""

from django.utils import timezone

from chronology.models import SourceFile, Work, WorkKind
from chronology.receiving.reading_in import read_in
from chronology.receiving.taking import take

STEPS = 2


def read(work: Work) -> None:
    """The file that the work is about has been read, with all that was changed in it so far.

    The work ends with the reading: what is changed after that is work anew.
    """
    file = _file(work)
    if file.is_to_be_read:
        work.come_to(1, STEPS, at=timezone.now())
        read_in(file, then=lambda: work.end(at=timezone.now()))


def take_in(work: Work) -> None:
    """The file's rows stand in the chronology."""

    def come_to(done: int, total: int) -> None:
        work.come_to(done, total, at=timezone.now())

    take(_file(work), by=work.asked_by, at=timezone.now(), come_to=come_to)


def _file(work: Work) -> SourceFile:
    rows = SourceFile.objects.select_related("chronology__review", "chronology__agency", "document")
    return rows.get(pk=work.subject_id)


FOR_FILES = {WorkKind.READ: read, WorkKind.TAKE: take_in}
