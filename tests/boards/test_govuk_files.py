"""What was taken from GOV.UK Frontend, without what a service off GOV.UK may not use."""

from pathlib import Path

import pytest
from django.conf import settings

VENDORED = Path(settings.BASE_DIR) / "static" / "govuk"


@pytest.mark.parametrize("name", ["govuk-frontend.min.css", "govuk-frontend.min.js"])
@pytest.mark.parametrize("word", ["GDS Transport", "crest.svg", "sourceMappingURL", "@font-face"])
def test_neither_typeface_nor_crest_nor_missing_map_is_served(name: str, word: str) -> None:
    assert word not in (VENDORED / name).read_text()


def test_licence_is_beside_the_files() -> None:
    assert "MIT" in (VENDORED / "LICENSE.txt").read_text()
