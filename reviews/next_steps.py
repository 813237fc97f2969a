"""What the page of a review offers one person to do next with it. Mixed into that page."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.urls import reverse

from boards.models import User
from reviews.known import Known
from reviews.models import Review
from reviews.models.review import Move
from reviews.permissions import ALLOWED, Involvement
from reviews.set_page import acts_for
from reviews.standing import is_evaluated
from reviews.states import State

# Moves that end a review or turn it back, and decisions other than for an SCR.
QUIET = frozenset(
    {
        "ask_for_information",
        "return_advice",
        "send_back",
        "return_again",
        "withdraw",
        "transfer",
        "rescind",
        "withdraw_letter",
        "end_reconsideration",
        "take_back_closing",
        "decide_other_review",
        "decide_no_review",
    }
)


class NextSteps:
    """Moves, acts that take the place of one, and whom the review waits for."""

    review: Review
    user: User
    known: Known
    involved: Involvement
    _at: Callable[[str], str]  # the address of a place of the case file

    @cached_property
    def moves(self) -> list[dict[str, Any]]:
        """Return the moves open to the person; those that end or turn back are drawn quietly."""
        return [
            {
                "label": move.label,
                "missing": [
                    {"sentence": each.sentence, "href": self._at(each.place)}
                    for each in move.missing
                ],
                "href": reverse("move", args=[self.review.reference, move.action]),
                "kind": "secondary" if move.action in QUIET else "",
            }
            for move in sorted(self._moves_that_apply(), key=lambda m: m.action in QUIET)
        ]

    def _moves_that_apply(self) -> list[Move]:
        """Leave out the submission where the guidance has no evaluation for the review."""
        moves = self.review.moves_for(self.user, self.known)
        return [move for move in moves if move.action != "submit" or self.is_evaluated]

    @cached_property
    def is_evaluated(self) -> bool:
        return is_evaluated(self.known)

    @cached_property
    def set_acts(self) -> list[dict[str, str]]:
        """Return what the person may do with a set that the board has without a move."""
        acts = acts_for(self.known, self.involved)
        return [each | {"kind": "secondary" if each["act"] in QUIET else ""} for each in acts]

    @property
    def waits_for(self) -> str:
        """Return which move is left, and whose it is, where none is this person's."""
        if self.review.state != State.RATIFIED or self.is_evaluated or self.moves:
            return ""
        names = " or ".join(role.name for role in ALLOWED["close"])
        return f"“{Review.transition('close').custom['label']}” waits for the {names}."
