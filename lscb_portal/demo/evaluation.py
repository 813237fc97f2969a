"""Ofsted's letters in the demo: what they say under each heading."""

from typing import Any

from boards.roles import Evaluator
from lscb_portal.demo.documents import pdf
from lscb_portal.demo.story import Story
from records.incoming import Incoming, SealedUpload
from records.kinds import PDF
from reviews.models import Element, Grade
from reviews.models.judgement import elements_of
from reviews.statutory import HEADINGS

RANKS = list(Grade)  # the best first
OTHERWISE = {"timescales": 1, "equality": 1, "learning": -1}  # grades below the whole, or above
OVERALL = {
    Grade.OUTSTANDING: "The review is searching, and says plainly what was learned from what.",
    Grade.GOOD: "The review is clear about what was learned, and from what.",
    Grade.INADEQUATE: "The review tells what took place and not why, so that little is learned.",
}
SAID = "The letter says under this heading what the review did well and what it left out."


def record_evaluation(story: Story) -> None:
    """The evaluator has recorded the letter of what waits."""
    waiting = story.review.evaluations.get(grade="")
    said = {
        "grade": story.case.grade,
        "letter_reference": f"DEMO/{story.review.reference}",
        "narrative": OVERALL[story.case.grade],
        **({} if waiting.is_streamlined else by_part(story, elements_of(waiting))),
    }
    with a_letter("The evaluation of your review") as letter:
        story.move("record_evaluation", Evaluator, on=story.day, letter=letter, **said)


def by_part(story: Story, elements: list[Element]) -> dict[str, Any]:
    """Return the grades of headings and documents: some a little off the grade of the whole."""
    whole = RANKS.index(Grade(story.case.grade))
    headings = {
        heading.code: (near(whole + OTHERWISE.get(heading.code, 0)), SAID) for heading in HEADINGS
    }
    return {
        "headings": headings,
        "elements": {each.key: near(whole + place % 2) for place, each in enumerate(elements)},
    }


def near(rank: int) -> Grade:
    return RANKS[min(max(rank, 0), len(RANKS) - 1)]


def a_letter(text: str) -> SealedUpload:
    """Return a letter as a form takes it: close it."""
    incoming = Incoming()
    incoming.write(pdf(text))
    upload = incoming.finish("letter-of-evaluation.pdf")
    upload.kind = PDF
    return upload
