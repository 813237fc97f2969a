"""The terms of reference of the demo's cases: drafted part by part, then agreed."""

from datetime import timedelta

from boards.models import Agency, AgencyKind
from boards.roles import Chair, Coordinator
from lscb_portal.demo.story import Story
from reviews.models.commission import named_agencies, usual_agencies
from reviews.models.question_library import starting_set
from reviews.models.terms import Content, Part
from reviews.terms.planning import completion_of, planned

QUESTIONS = (
    "What did each agency know, and what did it do?",
    "Was the child seen, seen alone and heard?",
    "Did agencies tell one another what they knew?",
)
FAMILY = (
    "The panel chair writes to the parents once the terms are agreed, and the overview author "
    "meets them before the first draft. The findings are shared with them before publication."
)
PROCEEDINGS = (
    "The police and the coroner were asked on the day of the first panel meeting. No witness is "
    "interviewed for a review report before the police agree."
)
PERIOD = "From two years before the incident, when the family came to the area."
LEFT_OUT = frozenset({AgencyKind.PROBATION, AgencyKind.YOUTH_OFFENDING, AgencyKind.CAFCASS})


def draft_terms(story: Story) -> None:
    """The draft of the next version lacks nothing."""
    story.record("start_terms", Coordinator)
    for part, content in _contents(story).items():
        story.record("write_terms", Coordinator, part=part, content=content, seen=0)


def who_agreed(story: Story) -> list[tuple[str, str]]:
    held = [(a.name, a.get_post_display()) for a in story.review.appointments.open()]
    return [*held, (story.who(Chair).full_name, Chair.name)] if Chair in story.cast else held


def _contents(story: Story) -> dict[str, Content]:
    texts = [*QUESTIONS, starting_set()[0].questions[1]]
    numbered = [{"number": number, "text": text} for number, text in enumerate(texts, 1)]
    has_date = completion_of(story.review) is not None
    return {
        Part.PERIOD: {
            "from_on": story.day - timedelta(days=730),
            "to_on": story.day - timedelta(days=30),
            "period_because": PERIOD,
        },
        Part.QUESTIONS: {"questions": numbered},
        Part.AGENCIES: {"agencies": _agencies(story)},
        Part.FAMILY: {"is_family_involved": True, "family": FAMILY},
        Part.PROCEEDINGS: {"proceedings": PROCEEDINGS},
        Part.TIMETABLE: planned(story.review, on=story.day)
        if has_date
        else {"planned_to": None, "milestones": []},
    }


def _agencies(story: Story) -> list[Content]:
    known = {agency.pk for agency in named_agencies(story.review)}
    usual = {agency.pk for agency in usual_agencies(story.review)}

    def reason(agency: Agency) -> str:
        if agency.kind in LEFT_OUT:
            return "Its check found no contact with the family."
        if agency.pk in known:
            return "Named in the notification."
        return "It knew the family." if agency.pk in usual else "It may hold records of the family."

    everyone = Agency.objects.filter(board=story.board, is_active=True)
    return [
        {"agency_id": a.pk, "is_asked": a.kind not in LEFT_OUT, "reason": reason(a)}
        for a in everyone
    ]
