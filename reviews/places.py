"""The parts of the case file: each has a page of its own, and a line of how it stands."""

from collections.abc import Callable
from dataclasses import dataclass

from boards.models import User
from reviews import people
from reviews.models import Review
from reviews.permissions import may_read
from reviews.states import BEFORE_DECISION, DECIDED_AGAINST, State


@dataclass(frozen=True)
class Place:
    """A page of the review, for those whose roles open it."""

    url: str  # its name; takes the review's reference
    text: str
    standing: Callable[[Review], str]  # how it stands, in a few words


# In the order in which a review comes to them.
PLACES: tuple[Place, ...] = (Place("people", "People and declarations", people.standing),)
WITHOUT_FILE: tuple[State, ...] = (*BEFORE_DECISION, *DECIDED_AGAINST, State.WITHDRAWN)


def places_for(review: Review, user: User) -> list[Place]:
    """Return the parts that the person may open; there are none before a review is decided on."""
    if review.state in WITHOUT_FILE:
        return []
    return [place for place in PLACES if may_read(user, place.url, review)]
