"""A review with everybody of its board, for tests of the pages of a chronology."""

import pytest

from boards.models import User
from reviews.models import Review
from tests.chronology.rows import a_panel, a_review


@pytest.fixture
def review() -> Review:
    return a_review()


@pytest.fixture
def people(review: Review) -> dict[str, User]:
    return a_panel(review)
