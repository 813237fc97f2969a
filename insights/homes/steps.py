"""The next step of a review, by the road that it travels and the role that looks."""

from functools import cache

from django_fsm import Transition

from boards.roles import Role
from reviews.models import Review
from reviews.permissions import ALLOWED, DECISIONS
from reviews.states import ROAD, State


@cache
def next_step(state: str, roles: tuple[type[Role], ...]) -> str:
    """Return the move onward from the state, or whom it waits for when no role may make it.

    What the move still needs is on the review's own page.
    """
    moves = [move for move in _onward(state) if set(ALLOWED[move.name]) & set(roles)]
    if moves and moves[0].name in DECISIONS:
        return "Make the decision"  # to name one of its outcomes would be to suggest it
    if moves:
        return moves[0].custom["label"]
    for move in _onward(state):
        names = " or ".join(role.name for role in ALLOWED[move.name])
        return f"Waits for the {names}"
    return ""


def _onward(state: str) -> list[Transition]:
    """Return the transitions to a later stop of the road, the nearest first."""
    places = {stop: place for place, stop in enumerate(ROAD)}
    here = places.get(State(state), -1)
    moves = Review._meta.get_field("state").get_all_transitions(Review)
    onward = [m for m in moves if m.source == state and places.get(m.target, -1) > here]
    return sorted(onward, key=lambda move: places[move.target])
