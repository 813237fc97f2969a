"""The next step of a review, by the road that it travels and the role that looks."""

from functools import cache

from django_fsm import Transition

from boards.roles import Role
from reviews.conditions import FACTS
from reviews.models import Review
from reviews.permissions import ALLOWED, DECISIONS
from reviews.states import ROAD, State


@cache
def next_step(
    state: str,
    roles: tuple[type[Role], ...],
    *,
    has_open_set: bool = False,
    is_evaluated: bool = True,
) -> str:
    """Return the move onward from the state, or whom it waits for when no role may make it.

    A set before the board is signed first, and what Ofsted does not evaluate is not submitted.
    What the move still needs is on the review's own page.
    """
    if has_open_set and state in FACTS["sign_again"]:
        return _of_the_open_set(roles)
    onward = [move for move in _onward(state) if is_evaluated or move.name != "submit"]
    moves = [move for move in onward if set(ALLOWED[move.name]) & set(roles)]
    if moves and moves[0].name in DECISIONS:
        return "Make the decision"  # to name one of its outcomes would be to suggest it
    if moves:
        return moves[0].custom["label"]
    return _waits_for(ALLOWED[onward[0].name]) if onward else ""


def _of_the_open_set(roles: tuple[type[Role], ...]) -> str:
    signing = ALLOWED["sign_again"]
    return "Sign the final set for the board" if set(signing) & set(roles) else _waits_for(signing)


def _waits_for(roles: tuple[type[Role], ...]) -> str:
    return f"Waits for the {' or '.join(role.name for role in roles)}"


def _onward(state: str) -> list[Transition]:
    """Return the transitions to a later stop of the road, the nearest first."""
    places = {stop: place for place, stop in enumerate(ROAD)}
    here = places.get(State(state), -1)
    moves = Review._meta.get_field("state").get_all_transitions(Review)
    onward = [m for m in moves if m.source == state and places.get(m.target, -1) > here]
    return sorted(onward, key=lambda move: places[move.target])
