"""What every test of the chronology may ask for."""

import pytest


@pytest.fixture(autouse=True)
def _documents_lie_elsewhere(settings, tmp_path):
    settings.DOCUMENTS = tmp_path / "documents"
