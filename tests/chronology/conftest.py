"""What every test of the chronology may ask for."""

import pytest
from django.test import Client

from chronology.models import AgencyChronology
from tests.chronology.file_visits import author_of, signed_in
from tests.chronology.sending import a_chronology
from tests.factories import AgencyFactory, BoardFactory, a_review


@pytest.fixture(autouse=True)
def _documents_lie_elsewhere(settings, tmp_path):
    settings.DOCUMENTS = tmp_path / "documents"


@pytest.fixture
def chronology() -> AgencyChronology:
    board = BoardFactory()
    agency = AgencyFactory(board=board, name="Health visiting")
    return a_chronology(agency, a_review(board))


@pytest.fixture
def author(chronology: AgencyChronology) -> Client:
    """The author of the agency, signed in."""
    return signed_in(author_of(chronology))
