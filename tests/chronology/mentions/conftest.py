"""A case in which two people are called Mark, for everything about its mentions."""

import pytest

from boards.roles import Manager
from chronology.models import Entry
from tests.chronology.mentioning import two_marks
from tests.factories import BoardFactory, person


@pytest.fixture
def board():
    return BoardFactory()


@pytest.fixture
def manager(board):
    return person(Manager, board)


@pytest.fixture
def review(board, manager):
    return two_marks(board, manager)


@pytest.fixture
def entry(review):
    return Entry.of(review)[0]


@pytest.fixture
def father(review):
    return review.cast.get(pseudonym="Father")
