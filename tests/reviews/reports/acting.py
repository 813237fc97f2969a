"""What the tests of reports do, and what the board still waits for."""

from django.test import Client
from django.utils import timezone

from boards.models import User
from reviews.conditions import missing_for
from reviews.models import Report, Review
from tests.reviews.reporting import complete

KINDS = ("overview", "summary", "action_plan")


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def act(review: Review, name: str, by: User, **facts: object) -> str:
    return review.record(name, by=by, at=timezone.now(), **facts)


def missing(review: Review) -> list[str]:
    return [each.sentence for each in missing_for(review, "put_to_board")]


def in_full(review: Review, people: dict[str, User]) -> list[Report]:
    return [complete(review, kind, by=people["overview_author"]) for kind in KINDS]
