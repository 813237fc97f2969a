"""Themes of the demo's reviews that have come far enough: some of them come back."""

from boards.roles import Coordinator
from lscb_portal.demo.story import Story

# By case: {code: why}. The case whose chronology is told is left to whoever tries the portal.
THEMES: dict[str, dict[str, str]] = {
    "closed": {
        "neglect": "The home was described at nineteen visits and never photographed.",
        "not_seen": "",
        "supervision": "The case was not discussed in supervision for five months.",
    },
    "reconsidered": {
        "neglect": "",
        "domestic_abuse": "Six call-outs, each dealt with by itself.",
        "information_sharing": "The school knew of the move and nobody asked it.",
    },
    "evaluated": {
        "domestic_abuse": "",
        "fathers": "The partner’s name was on one agency’s file alone.",
        "challenge": "Explanations were taken as given.",
    },
    "with-ofsted-in-full": {"not_seen": "", "fathers": ""},
    "ratified": {"hard_to_engage": "Visits were agreed to and not kept.", "not_brought": ""},
}


def code_themes(story: Story) -> None:
    """The review is coded, where the demo has themes for it."""
    if shown := THEMES.get(story.case.key):
        story.record("code_themes", Coordinator, shown=shown)
