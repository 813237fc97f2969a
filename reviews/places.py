"""The parts of the case file: each has a page of its own, and a line of how it stands."""

from collections.abc import Callable
from dataclasses import dataclass

from boards.models import User
from reviews import people
from reviews.known import Known
from reviews.meetings.standing import standing as meetings_stand
from reviews.models import Hold
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
    terms_stand,
)
from reviews.states import BEFORE_DECISION, DECIDED_AGAINST, State
from reviews.themes import themes_stand


@dataclass(frozen=True)
class Place:
    """A page of the review, for those whose roles open it."""

    url: str  # its name; takes the review's reference
    text: str
    standing: Callable[[Known], str]  # how it stands, in a few words
    is_part_of: Callable[[Known], bool] = lambda known: True


# In the order in which a review comes to them.
PLACES: tuple[Place, ...] = (
    Place("terms", "Terms of reference", terms_stand),
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
    Place("letters", "Letters and forms", lambda known: "In Word"),
)
WITHOUT_FILE: tuple[State, ...] = (*BEFORE_DECISION, *DECIDED_AGAINST, State.WITHDRAWN)


def places_for(known: Known, user: User) -> list[Place]:
    """Return the parts that the person may open; there are none before a review is decided on."""
    if known.review.state in WITHOUT_FILE:
        return []
    involved = known.involvement_of(user)
    open_ones = (place for place in PLACES if involved.may_read(place.url))
    return [place for place in open_ones if place.is_part_of(known)]


def holds_shown(known: Known, user: User) -> list[Hold]:
    """Return what proceedings hold up now, for those who may read of the proceedings."""
    return known.holds if known.involvement_of(user).may_read("proceedings") else []
