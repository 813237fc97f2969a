"""Reviews as tasks: what each waits for, soonest date first, in one query."""

from collections.abc import Callable
from datetime import date

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.urls import reverse

from boards.models import User
from boards.roles import Role
from insights.filters import STAGES, boards_seen
from insights.homes.sections import LONGEST, Task
from insights.homes.steps import next_step
from insights.reviews import reviews_for
from reviews.models import Event, FinalSet, Review
from reviews.states import WITHOUT_CLOCK
from reviews.statutory import evaluation_applies

Words = Callable[[Review], str]
RATIFIED = Event.objects.current().filter(
    review=OuterRef("pk"), round=OuterRef("round"), name="ratified"
)


def current(user: User, *roles: type[Role]) -> QuerySet[Review]:
    """Return the reviews under way on the boards where the user holds one of the roles."""
    return (
        reviews_for(user)
        .filter(board__in=user.boards_seen_as(*roles), is_past=False)
        .exclude(state__in=WITHOUT_CLOCK)
        .annotate(
            has_open_set=Exists(FinalSet.objects.open().filter(review=OuterRef("pk"))),
            ratified=Subquery(RATIFIED.values("on")[:1]),
        )
    )


def _is_evaluated(review: Review) -> bool:
    """Return whether Ofsted evaluates a review that was agreed when this one was."""
    on = review.ratified and review.ratified.exact
    return on is None or evaluation_applies(on)


def stage(review: Review) -> str:
    return STAGES[review.state]


def as_tasks(
    user: User, reviews: QuerySet[Review], *roles: type[Role], on: date, what: Words = stage
) -> list[Task]:
    """Return the first of the reviews, and one more where there are more than are shown.

    The next step is the one that the user takes in one of the roles, or whom it waits for.
    """
    has_others = len(boards_seen(user)) > 1
    rows = reviews.select_related("board").order_by(F("next_due").asc(nulls_last=True), "pk")
    return [
        Task.due(
            name=review.reference,
            href=review.get_absolute_url(),
            what=what(review),
            step=next_step(
                review.state,
                tuple(role for role in roles if user.has_role(role, board=review.board_id)),
                has_open_set=review.has_open_set,
                is_evaluated=_is_evaluated(review),
            ),
            board=review.board.name if has_others else "",
            due_on=review.next_due,
            on=on,
        )
        for review in rows[: LONGEST + 1]
    ]


def list_of_reviews(**filters: str) -> str:
    """Return the address of the list of reviews with these filters."""
    return reverse("reviews", query=filters)
