"""Two proceedings beside one of the demo's reviews: a trial that holds things up, an inquest."""

from datetime import timedelta
from typing import Any

from boards.roles import Coordinator
from lscb_portal.demo.story import Story
from reviews.models import HeldUp, ProceedingsKind, ProceedingsState

CASE = "panel-due-in-days"


HOLDS = {
    HeldUp.PUBLICATION: "The report describes evidence that the jury will hear.",
    HeldUp.INTERVIEWS: "Two members of staff are witnesses at the trial.",
}


def tell_proceedings(story: Story) -> None:
    """The trial holds up the publication and interviews; the inquest waits for it."""
    known = (
        (trial_of(story), ProceedingsState.UNDER_WAY),
        (inquest_of(story), ProceedingsState.KNOWN),
    )
    for facts, state in known:
        story.record("add_proceedings", Coordinator, state=state, on=story.day, **facts)
    trial = story.review.proceedings.get(kind=ProceedingsKind.CRIMINAL)
    for what, reason in HOLDS.items():
        hold = {"what": what, "reason": reason, "expected_until_on": trial.expected_end_on}
        story.record("hold_up", Coordinator, proceedings=trial, since_on=story.day, **hold)


def trial_of(story: Story) -> dict[str, Any]:
    return {
        "kind": ProceedingsKind.CRIMINAL,
        "body": "Downs Crown Court",
        "their_reference": "T-0417",
        "contact_name": "Rhea Falmer",
        "contact_role": "Reviewing lawyer",
        "contact_phone": "01632 960417",
        "contact_email": "rhea.falmer@cps.example",
        "liaison": "Martin Ashdown",
        "next_on": story.today + timedelta(days=17),
        "next_what": "Plea and case management hearing",
        "expected_end_on": story.today + timedelta(days=120),
    }


def inquest_of(story: Story) -> dict[str, Any]:
    return {
        "kind": ProceedingsKind.INQUEST,
        "body": "Coroner for the Downs",
        "liaison": "Carla Quill",
        "expected_end_on": story.today + timedelta(days=200),
    }
