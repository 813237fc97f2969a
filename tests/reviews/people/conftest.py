"""A review that is being scoped, and the manager who appoints."""

import pytest

from boards.roles import (
    Manager,
)
from reviews.models import Review
from tests.factories import (
    BoardFactory,
    a_review,
    person,
)


@pytest.fixture
def board():
    return BoardFactory()


@pytest.fixture
def manager(board):
    return person(Manager, board)


@pytest.fixture
def review(board) -> Review:
    """Return a review at `scoping`."""
    review = a_review(board)
    Review.objects.filter(pk=review.pk).update(state="scoping")
    return Review.objects.get(pk=review.pk)
