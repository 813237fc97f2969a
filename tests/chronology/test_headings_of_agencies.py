"""Headings that agencies give their columns, each among plain ones and over cells of its kind."""

import random

import pytest

from tests.chronology.invented_words import cell
from tests.chronology.tables_read import OTHER_STORY, STORY, THIRD_STORY, of_csv, roles

STORIES = (STORY, OTHER_STORY, THIRD_STORY)
HEADINGS = {
    "event": "Presenting problem|Consultation|Circumstances|Recording|Findings|Reason for call",
    "source": "Evidenced by|Paper/electronic|Notes from|How known|Came from|Screen|Day book|Ledger",
    "present": "With|Clinician|Subject(s)|Accompanied by|Adults and children present|"
    "Crew|Also there|Household members seen",
    "seen": "Child met|Child there?",
    "voice": "VOC|V.O.C.|W&F|A day in the life|Words of child|Child comments|Child's opinion|"
    "Presentation of child",
    "action": "Action / by whom|F/U|What did the agency do|Advice given|Tasks|Services provided",
    "comment": "Additional information|Queries|KLOE|Themes|In line with policy?|Editor's note|NB",
    "significance": "R/A/G|HML|KPE|Relevance (1-3)|Risk",
    "ref": "Ser|Sr|UID|Nº|Order|Chron ref|Unique ref",
}
PLAIN = {"date": "Date", "event": "Event details", "source": "Source", "action": "Action taken"}


@pytest.mark.parametrize(
    ("role", "heading"), [(role, h) for role, hs in HEADINGS.items() for h in hs.split("|")]
)
def test_a_heading_says_what_its_column_is_for(role, heading):
    rng = random.Random(heading)
    others = [name for name in PLAIN if name != role]
    lines = [[heading, *(PLAIN[name] for name in others)]]
    for n in range(1, 13):
        told = {"date": f"{n:02}/05/2009", "event": f"{STORIES[n % 3]} {n}"}
        lines.append([told.get(name) or cell(name, rng, n) for name in (role, *others)])
    assert roles(of_csv(lines)) == [role, *others]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ("Date|Outcome of contact|Presenting problem", "date action event"),
        ("Date|Further information|Consultation", "date comment event"),
        ("Date|What happened next|Recording", "date action event"),
        ("Date|Response to event|Findings", "date action event"),
    ],
)
def test_what_came_of_an_event_is_not_the_event(headings, expected):
    lines = [headings.split("|")]
    lines += [[f"{n:02}/05/2009", "Letter sent", f"{STORIES[n % 3]} {n}"] for n in range(1, 9)]
    assert roles(of_csv(lines)) == expected.split()
