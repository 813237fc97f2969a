"""What the people of a demo review declare before its case is opened to them."""

from boards.roles import Manager
from lscb_portal.demo.story import Story
from reviews.models import Appointment, Declaration, Post

JOB_TITLES = {
    Post.PANEL_CHAIR: "Independent safeguarding consultant",
    Post.OVERVIEW_AUTHOR: "Independent social work consultant",
    Post.PANEL_MEMBER: "Designated nurse for safeguarding children",
}
EMPLOYERS = {
    Post.PANEL_CHAIR: "Self-employed",
    Post.OVERVIEW_AUTHOR: "Self-employed",
    Post.PANEL_MEMBER: "Southdown Community Health",
}
NO_CONFLICT = {"is_involved": False, "has_interest": False, "keeps_confidence": True}


def declare(story: Story, appointment: Appointment) -> None:
    """Whoever has an account declares there; for the others it is taken down from paper."""
    declared = NO_CONFLICT | {"on": story.day}
    if appointment.user:
        Declaration.make(appointment, by=appointment.user, at=story.at, **declared)
    else:
        story.record("take_declaration", Manager, appointment=appointment, **declared)


def conflict(story: Story) -> None:
    """A member of the panel has found that they are not as independent as they had thought."""
    member = story.review.appointments.open().get(post=Post.PANEL_MEMBER)
    found = {"has_interest": True, "particulars": "My sister began to work at Cuckmere Hospital."}
    if member.user:
        declared = NO_CONFLICT | found | {"on": story.day}
        Declaration.make(member, by=member.user, at=story.at, **declared)
