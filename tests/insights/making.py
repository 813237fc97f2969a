"""Rows for lists and counts, made directly: how they come about is tested elsewhere."""

from datetime import date, timedelta
from typing import Any

from django.test import Client

from boards.models import Agency, Board, User
from reviews.models import Commission, Deadline, Review
from tests.factories import AT, TODAY, UserFactory, a_review


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


def in_state(review: Review, state: str, **fields: Any) -> Review:
    """Return the review as if it had come to the state long ago."""
    Review.objects.filter(pk=review.pk).update(state=state, **fields)
    return Review.objects.get(pk=review.pk)


def owed(board: Board, days: int, *, state: str = "chronology", **fields: Any) -> Deadline:
    """Return the only deadline of a new review, due so many days from today."""
    review = a_case(board, owner=fields.pop("owner", None))
    return add_deadline(in_state(review, state), days, **fields)


def a_case(board: Board, **options: Any) -> Review:
    """Return a review that owes nothing, logged by whoever there is: passwords take long."""
    by = User.objects.order_by("pk").first() or UserFactory()
    review = a_review(board, by=by, **options)
    review.deadlines.all().delete()
    return review


def add_deadline(review: Review, days: int, **fields: Any) -> Deadline:
    due = TODAY + timedelta(days=days)
    return Deadline.objects.create(
        **{
            "review": review,
            "round": 1,
            "kind": "complete",
            "name": "Complete the serious case review",
            "guidance": "wt2010",
            "trigger": "decided",
            "trigger_on": date(2009, 9, 1),
            "original_due_on": due,
            "computed_on": due,
            "due_on": due,
            "act_by": due,
            **fields,
        }
    )


def asked(review: Review, agency: Agency, days: int, **fields: Any) -> Commission:
    """Return what the agency was asked for on the review, with its deadline."""
    due = TODAY + timedelta(days=days)
    commission = Commission.objects.create(
        review=review,
        agency=agency,
        kind="imr",
        asked_on=date(2009, 9, 1),
        due_on=due,
        by=review.incident.logged_by,
        at=AT,
        **fields,
    )
    returned = fields.get("returned_on")
    add_deadline(
        review,
        days,
        commission=commission,
        kind="agency_return",
        name=str(commission),
        is_open=returned is None,
        met_on=returned,
    )
    return commission
