"""What every test of the chronology may ask for."""

import pytest

from chronology import reading
from tests.chronology import plain_reader


@pytest.fixture(autouse=True)
def _files_are_read(monkeypatch):
    """Install the plain reader where the full one is missing."""
    if not hasattr(reading, "read"):
        monkeypatch.setattr(reading, "read", plain_reader.read, raising=False)


@pytest.fixture(autouse=True)
def _documents_lie_elsewhere(settings, tmp_path):
    settings.DOCUMENTS = tmp_path / "documents"
