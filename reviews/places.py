"""The parts of the case file: each has a page of its own, and a line of how it stands."""

from collections.abc import Callable
from dataclasses import dataclass

from boards.govuk.words import counted
from boards.models import User
from reviews.meetings.standing import standing as standing_of_meetings
from reviews.models import Contribution, Review
from reviews.permissions import may_read
from reviews.states import BEFORE_DECISION, DECIDED_AGAINST, State


@dataclass(frozen=True)
class Place:
    """A page of the review, for those whose roles open it."""

    url: str  # its name; takes the review's reference
    text: str
    standing: Callable[[Review], str]  # how it stands, in a few words


def documents_filed(review: Review) -> str:
    return counted(n, "document") if (n := review.documents.count()) else "None yet"


def standing_of_contributions(review: Review) -> str:
    asked = review.commissions.contributions()
    outstanding, waiting = asked.outstanding().count(), waiting_in(review)
    if not asked.exists():
        return "Nobody asked yet"
    words = [f"{outstanding} outstanding"] if outstanding else ["All returned or waived"]
    return ", ".join([*words, *([f"{waiting} to read"] if waiting else [])])


def waiting_in(review: Review) -> int:
    """Return how many reports the panel has neither accepted nor sent back."""
    return Contribution.objects.waiting().filter(commission__review=review).count()


# In the order in which a review comes to them.
PLACES: tuple[Place, ...] = (
    Place("contributions", "Agencies’ contributions", standing_of_contributions),
    Place("meetings", "Meetings", standing_of_meetings),
    Place("documents", "Documents", documents_filed),
)
WITHOUT_FILE: tuple[State, ...] = (*BEFORE_DECISION, *DECIDED_AGAINST, State.WITHDRAWN)


def places_for(review: Review, user: User) -> list[Place]:
    """Return the parts that the person may open; there are none before a review is decided on."""
    if review.state in WITHOUT_FILE:
        return []
    return [place for place in PLACES if may_read(user, place.url, review)]
