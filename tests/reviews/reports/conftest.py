"""A review at the panel that lacks nothing for the board but its reports."""

import pytest
from django.utils import timezone

from boards.models import Agency, User
from reviews.models import Review
from tests.factories import BoardFactory, everybody
from tests.reviews.reporting import at_panel
from tests.reviews.reports.acting import act


@pytest.fixture
def people() -> dict[str, User]:
    return everybody(BoardFactory())


@pytest.fixture
def agency(people) -> Agency:
    return people["agency_author"].memberships.get().agency


@pytest.fixture
def review(people, agency) -> Review:
    """Return a review at the panel that lacks nothing for the board but its reports."""
    found = at_panel(agency.board, people)
    act(found, "leave_family_out", people["manager"], reason="None.", on=timezone.localdate())
    return found
