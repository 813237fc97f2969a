"""Long work, one piece at a time: begun when asked for, taken up again after a crash."""

import contextlib
from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from kombu.exceptions import OperationalError

from boards.models import User
from chronology.for_reviews import FOR_REVIEWS
from chronology.models import Release, Work, WorkKind
from chronology.receiving.working import FOR_FILES
from reviews.conditions import NotYet
from reviews.models import Review

HOW: dict[str, Callable[[Work], None]] = {**FOR_FILES, **FOR_REVIEWS}
MOST_ATTEMPTS = 3
GIVEN_UP = (
    "It was tried three times, and the portal stopped each time before it was done. "
    "Divide the file and send its parts, or tell whoever runs the portal."
)


def set_to_work(work: Work) -> None:
    """A worker hears of it once it is kept; without a broker, beat's sweep finds it."""
    from chronology.tasks import carry_out

    def tell() -> None:
        with contextlib.suppress(OperationalError):
            carry_out.apply_async((work.pk,), retry=False)

    transaction.on_commit(tell)


def carry_on(work: Work, *, at: datetime) -> bool:
    """The work is done, or refused with its sentence; return whether it was this worker's."""
    if work.kind not in HOW or not work.claim(at=at):
        return False
    failure = ""
    try:
        HOW[work.kind](work)
    except NotYet as refusal:
        failure = " ".join(refusal.reasons)
    work.end(at=timezone.now(), failure=failure)
    return True


def take_up(*, at: datetime) -> list[int]:
    """Work that nobody holds is to be done; what stopped the portal too often is given up."""
    waiting = Work.objects.unclaimed(at).filter(kind__in=HOW)
    for work in waiting.filter(attempts__gte=MOST_ATTEMPTS):
        work.end(at=at, failure=GIVEN_UP)
    return list(waiting.filter(attempts__lt=MOST_ATTEMPTS).values_list("pk", flat=True))


def name_again(review: Review, *, by: User | None, at: datetime) -> None:
    """A worker will find the people in the rows, because the cast or the rows have changed."""
    set_to_work(Work.ask(review, WorkKind.NAME, at=at, by=by))


def match_again(review: Review, *, by: User | None, at: datetime) -> None:
    """A worker will look for accounts of the same event, because rows have changed."""
    set_to_work(Work.ask(review, WorkKind.MATCH, at=at, by=by))


def prepare_copy(release: Release) -> None:
    """A worker will prepare the copy that was asked for."""
    asked = {"at": release.at, "by": release.by, "subject_id": release.pk}
    set_to_work(Work.ask(release.review, WorkKind.EXPORT, **asked))
