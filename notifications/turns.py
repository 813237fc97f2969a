"""Whose turn it is when a review has arrived in a state."""

from dataclasses import dataclass

from notifications.ladder import Tier
from reviews.models import Deadline, StateChange
from reviews.states import State


@dataclass(frozen=True, slots=True)
class Turn:
    """The tiers that are told, and what waits for them."""

    tiers: tuple[Tier, ...]
    what: str


THEIRS = (Tier.OWNER, Tier.COVER, Tier.STAND_IN)
TURNS: dict[State, Turn] = {
    State.RECOMMENDED: Turn((Tier.CHAIR,), "Decide on the sub-committee's recommendation"),
    State.SCOPING: Turn(THEIRS, "Settle the terms of reference, panel chair and overview author"),
    State.PANEL: Turn((Tier.PANEL,), "Begin the panel's analysis and the overview report"),
    State.RATIFICATION: Turn((Tier.CHAIR,), "Put the final set before the board"),
    State.RATIFIED: Turn(THEIRS, "Submit the review where the guidance asks for it, and publish"),
    State.EVALUATED: Turn(THEIRS, "Act on Ofsted's letter and grade"),
}
# A set put again without a move, and moves back that hand the case to those who run it.
TURNS_BY_ACTION: dict[str, Turn] = {
    "put_again": Turn((Tier.CHAIR,), "Put the final set before the board"),
    "ask_for_information": Turn(THEIRS, "Ask the referrer for what the referral lacks"),
    "return_advice": Turn(THEIRS, "Take the recommendation back to the sub-committee"),
    "reopen": Turn(THEIRS, "Screen the case again on the new information"),
}
# What the Chair's own act meets, while the review waits for it.
OF_THE_CHAIR: dict[str, str] = {State.RECOMMENDED: "decide", State.RATIFICATION: "complete"}


def waits_for_chair(deadline: Deadline, state: str) -> bool:
    """Return whether in this state of the review it is the Chair who has to meet the deadline."""
    return OF_THE_CHAIR.get(state) == deadline.kind


def turn_after(change: StateChange) -> Turn | None:
    """Return whose turn it is after the move, None where nobody is told."""
    return TURNS_BY_ACTION.get(change.action) or TURNS.get(State(change.after))
