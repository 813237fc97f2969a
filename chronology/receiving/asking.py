"""A person's wish becomes work: the file is read and taken in by a worker, once."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from boards.models import User
from chronology.models import AgencyChronology, SourceFile, Work, WorkKind
from chronology.receiving.keeping import keep
from chronology.receiving.taking import require_ready
from chronology.working import carry_on, set_to_work

READ_AT_ONCE = 250_000  # bytes: some 1,000 rows, in well under a second


def receive(
    content: bytes, *, name: str, chronology: AgencyChronology, by: User, at: datetime
) -> tuple[SourceFile, bool]:
    """The file is kept and a worker will read it. Returns and raises as `keep`."""
    with transaction.atomic():
        file, is_new = keep(content, name=name, chronology=chronology, by=by, at=at)
        if is_new:
            ask(file, WorkKind.READ, by=by, at=at)
    return file, is_new


def ask_to_take(file: SourceFile, *, by: User, at: datetime) -> None:
    """A worker will take the file in; raises NotYet where it cannot be. Asked twice, it is once."""
    if file.taken_at is None:
        require_ready(file, file.chronology)
        ask(file, WorkKind.TAKE, by=by, at=at)


def ask_to_read(file: SourceFile, change: Callable[[], None], *, by: User, at: datetime) -> None:
    """The file is changed and read again: a short one at once, a long one by a worker.

    What is changed while a worker is at it is read by that worker.
    """
    with transaction.atomic():
        change()
        work = Work.ask(file.chronology.review, WorkKind.READ, at=at, by=by, subject_id=file.pk)
    if file.document.size > READ_AT_ONCE or not carry_on(work, at=at):
        set_to_work(work)


def ask(file: SourceFile, kind: str, *, by: User, at: datetime) -> None:
    """A worker will do this with the file, unless one is at it already."""
    work = Work.ask(file.chronology.review, kind, at=at, by=by, subject_id=file.pk)
    set_to_work(work)


def last_work(file: SourceFile) -> Work | None:
    """Return what a worker did last with the file, or is at."""
    kinds = (WorkKind.READ, WorkKind.TAKE)
    return Work.objects.filter(kind__in=kinds, subject_id=file.pk).first()
