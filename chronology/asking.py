"""What is asked of a worker for a whole review."""

from datetime import datetime

from boards.models import User
from chronology.models import Release, Work, WorkKind
from chronology.working import set_to_work
from reviews.models import Review


def name_again(review: Review, *, by: User | None, at: datetime) -> None:
    """A worker will find the people in the rows, because the cast or the rows have changed."""
    set_to_work(Work.ask(review, WorkKind.NAME, at=at, by=by))


def match_again(review: Review, *, by: User | None, at: datetime) -> None:
    """A worker will look for accounts of the same event, because rows have changed."""
    set_to_work(Work.ask(review, WorkKind.MATCH, at=at, by=by))


def prepare_copy(release: Release) -> None:
    """A worker will prepare the copy that was asked for."""
    set_to_work(
        Work.ask(
            release.review,
            WorkKind.EXPORT,
            at=release.at,
            by=release.by,
            subject_id=release.pk,
        )
    )
