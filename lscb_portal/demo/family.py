"""The family of one of the demo's reviews, and why that of the others took no part."""

from datetime import timedelta

from boards.roles import Coordinator
from lscb_portal.demo.story import Story
from reviews.models import Relative

CASE = "panel-due-in-days"


def leave_family_out(story: Story) -> None:
    reason = "The family was written to twice and did not wish to take part."
    story.record("leave_family_out", Coordinator, reason=reason, on=story.day)


def tell_family(story: Story) -> None:
    """The mother and grandmother were spoken with, and the funeral is kept free of contact."""
    mother, grandmother = _people(story)
    story.record(
        "record_consent",
        Coordinator,
        relative=mother,
        about="contributing",
        asked_on=story.day - timedelta(days=12),
        answer="given",
        answered_on=story.day - timedelta(days=5),
    )
    day = {"first_on": story.today + timedelta(days=9), "last_on": story.today + timedelta(days=9)}
    story.record("keep_days_quiet", Coordinator, reason="The funeral", **day)
    _contacts(story, mother, grandmother)
    story.record(
        "record_contribution",
        Coordinator,
        relative=grandmother,
        on=story.day,
        words="I told them in the spring that something was wrong. Nobody rang me back.",
    )


def _people(story: Story) -> tuple[Relative, Relative]:
    mother = {"name": "Kerry Baitup", "relationship": "Mother", "way": "through"}
    mother |= {"way_details": "Through her advocate", "advocate": "Downs Family Advocacy"}
    grandmother = {"name": "Una Baitup", "relationship": "Grandmother", "way": "telephone"}
    grandmother |= {"language": "Polish", "interpreter": "Needed for meetings"}
    for facts in (mother, grandmother):
        story.record("add_relative", Coordinator, involvement="yes", **facts)
    first, second = story.review.relatives.order_by("id")
    return first, second


def _contacts(story: Story, mother: Relative, grandmother: Relative) -> None:
    story.record(
        "record_contact",
        Coordinator,
        with_whom=[mother],
        on=story.day - timedelta(days=12),
        way="letter",
        made_by="Carla Quill",
        said="Told of the review, its purpose and how she may take part.",
    )
    story.record(
        "record_contact",
        Coordinator,
        with_whom=[mother, grandmother],
        on=story.day,
        way="meeting",
        made_by="Carla Quill",
        said="They were told how the report comes about and that they will see the draft.",
        next_step="Visit to hear what they want the review to ask",
        next_on=story.today + timedelta(days=11),
    )
