"""An evaluator's home: the submissions that wait for a letter, and below them those with one."""

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from boards.models import User
from insights.homes.sections import LONGEST, Queue, Submission
from insights.submissions import AWAITED, JUDGED, awaited, days_waiting, judged
from reviews.models import Evaluation


def queues(user: User, *, on: date) -> Iterator[Queue]:
    """Yield what waits, the longest first, and what was evaluated, the latest first."""
    yield Queue(
        title="Reviews that wait for your letter",
        rows=_rows(awaited(user), on),
        empty="No submitted review waits for a letter.",
        more_href=reverse("submissions", query={"standing": AWAITED}),
    )
    yield Queue(
        title="Evaluated",
        rows=_rows(judged(user), on),
        empty="No letter has been recorded yet.",
        more_href=reverse("submissions", query={"standing": JUDGED}),
        is_judged=True,
    )


def _rows(evaluations: QuerySet[Evaluation], on: date) -> list[Submission]:
    """Return the first of them, and one more where there are more than are shown."""
    found = evaluations.select_related("review__board", "final_set")
    return [
        Submission(
            reference=each.review.reference,
            href=each.review.get_absolute_url(),
            board=each.review.board.name,
            set_number=each.final_set.number if each.final_set else None,
            round=each.number,
            submitted_on=each.submitted_on,
            days=days_waiting(each.submitted_on, each.evaluated_on, on),
            grade=each.get_grade_display(),
        )
        for each in found[: LONGEST + 1]
    ]
