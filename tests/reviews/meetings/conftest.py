"""A review at the panel, and who carries it."""

import pytest

from boards.roles import Coordinator
from reviews.models import Review
from tests.factories import a_review, person


@pytest.fixture
def staff():
    return person(Coordinator)


@pytest.fixture
def review(staff) -> Review:
    review = a_review(staff.seats()[0].board, owner=staff)
    Review.objects.filter(pk=review.pk).update(state="panel")
    return Review.objects.get(pk=review.pk)
