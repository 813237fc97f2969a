"""The parts of the case file: each has a page of its own, and a line of how it stands."""

from collections.abc import Callable
from dataclasses import dataclass

from boards.models import User
from reviews import people
from reviews.meetings.standing import standing as meetings_stand
from reviews.models import Hold, Review
from reviews.models.terms import terms_standing
from reviews.permissions import may_read
from reviews.report_page import reports_stand
from reviews.standing import (
    contributions_stand,
    documents_stand,
    evaluation_stands,
    family_stands,
    final_set_stands,
    has_evaluation,
    proceedings_stand,
    publication_stands,
    readiness_stands,
    submission_stands,
)
from reviews.states import BEFORE_DECISION, DECIDED_AGAINST, State
from reviews.themes import themes_stand


@dataclass(frozen=True)
class Place:
    """A page of the review, for those whose roles open it."""

    url: str  # its name; takes the review's reference
    text: str
    standing: Callable[[Review], str]  # how it stands, in a few words
    is_part_of: Callable[[Review], bool] = lambda review: True


# In the order in which a review comes to them.
PLACES: tuple[Place, ...] = (
    Place("terms", "Terms of reference", terms_standing),
    Place("people", "People and declarations", people.standing),
    Place("proceedings", "Parallel proceedings", proceedings_stand),
    Place("family", "Family", family_stands),
    Place("contributions", "Agencies’ contributions", contributions_stand),
    Place("meetings", "Meetings", meetings_stand),
    Place("reports", "Reports", reports_stand),
    Place("themes", "Themes", themes_stand),
    Place("readiness", "Readiness for evaluation", readiness_stands),
    Place("final-set", "Final set", final_set_stands),
    Place("submission", "Submission and copies", submission_stands),
    Place("evaluation", "Evaluation by Ofsted", evaluation_stands, has_evaluation),
    Place("publication", "Publication", publication_stands),
    Place("documents", "Documents", documents_stand),
    Place("letters", "Letters and forms", lambda review: "In Word"),
)
WITHOUT_FILE: tuple[State, ...] = (*BEFORE_DECISION, *DECIDED_AGAINST, State.WITHDRAWN)


def places_for(review: Review, user: User) -> list[Place]:
    """Return the parts that the person may open; there are none before a review is decided on."""
    if review.state in WITHOUT_FILE:
        return []
    open_ones = (place for place in PLACES if may_read(user, place.url, review))
    return [place for place in open_ones if place.is_part_of(review)]


def holds_shown(review: Review, user: User) -> list[Hold]:
    """Return what proceedings hold up now, for those who may read of the proceedings."""
    if not may_read(user, "proceedings", review):
        return []
    return list(Hold.objects.of_review(review).in_force())
