"""What waits for the Chair."""

from datetime import date

from django.db.models import OuterRef, Q, Subquery

from boards.models import User
from boards.roles import Chair
from insights.homes.cases import as_tasks, current, list_of_reviews
from insights.homes.sections import Waiting
from reviews.models import Outcome, Recommendation, Review
from reviews.states import State


def decisions(user: User, *, on: date) -> Waiting:
    """Return the recommendations that wait for a decision, each with its advice."""
    advice = Recommendation.objects.filter(
        review=OuterRef("pk"), round=OuterRef("round"), withdrawn_at=None
    )
    waiting = current(user, Chair).filter(state=State.RECOMMENDED)
    return Waiting(
        title="Decisions that wait for you",
        tasks=as_tasks(
            user,
            waiting.annotate(advice=Subquery(advice.values("outcome")[:1])),
            Chair,
            on=on,
            what=_advice,
        ),
        empty="No recommendation waits for a decision.",
        what_label="Advice",
        more_href=list_of_reviews(state=State.RECOMMENDED),
    )


def _advice(review: Review) -> str:
    return Outcome(review.advice).label if review.advice else "None recorded"


def ratifications(user: User, *, on: date) -> Waiting:
    reviews = current(user, Chair)
    before_the_board = reviews.filter(Q(state=State.RATIFICATION) | Q(has_open_set=True))
    return Waiting(
        title="Final sets before the board",
        tasks=as_tasks(user, before_the_board, Chair, on=on),
        empty="No review waits for the board's agreement.",
        more_href=list_of_reviews(state=State.RATIFICATION),
    )
