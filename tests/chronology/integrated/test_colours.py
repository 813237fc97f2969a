"""An agency's colour on whole rows: a choice, and readable on every tint."""

import re
from datetime import date
from pathlib import Path

import pytest

from chronology.agency_marks import TINTS
from tests.chronology.integrated.test_list import opened
from tests.chronology.rows import agencies, an_entry

STYLE = Path(__file__).parents[3] / "static" / "portal.css"
INKS = {"text": ("#0b0c0c", 16), "link": ("#1d70b8", 4.5), "quiet words": ("#505a5f", 4.5)}


def luminance(colour: str) -> float:
    """Return WCAG's relative luminance of #rrggbb."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.django_db
def test_whole_rows_have_their_agencys_colour_where_it_is_chosen(review, people):
    (police,) = agencies(review, "Police")
    an_entry(review, police, date(2009, 5, 12))
    manager = people["manager"]
    assert "portal-chronology--coloured" not in opened(manager, review).content.decode()
    page = opened(manager, review, "colour=rows")
    assert "portal-chronology--coloured" in page.content.decode()
    assert page.context["shown"].query.urlencode() == "colour=rows"


@pytest.mark.parametrize("called", INKS)
def test_every_tint_leaves_words_readable(called):
    ink, least = INKS[called]
    tints = re.findall(r"portal-of-agency--\d [^}]*background: (#\w{6})", STYLE.read_text())
    assert tuple(tints) == TINTS
    for tint in tints:
        assert (luminance(tint) + 0.05) / (luminance(ink) + 0.05) >= least, tint
