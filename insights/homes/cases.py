"""Reviews as tasks: what each waits for, soonest date first, in one query."""

from collections.abc import Callable
from datetime import date

from django.db.models import F, QuerySet
from django.urls import reverse

from boards.models import User
from boards.roles import Role
from insights.filters import STAGES, boards_seen
from insights.homes.sections import LONGEST, Task
from insights.homes.steps import next_step
from insights.reviews import reviews_for
from reviews.models import Review
from reviews.states import WITHOUT_CLOCK

Words = Callable[[Review], str]


def current(user: User, *roles: type[Role]) -> QuerySet[Review]:
    """Return the reviews under way on the boards where the user holds one of the roles."""
    return (
        reviews_for(user)
        .filter(board__in=user.boards_seen_as(*roles), is_past=False)
        .exclude(state__in=WITHOUT_CLOCK)
    )


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
