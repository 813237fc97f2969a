"""What one person may do about the final set of a review."""

from django.urls import reverse

from boards.models import User
from reviews.known import Known
from reviews.models import Review
from reviews.permissions import Involvement
from reviews.states import State

Link = dict[str, str]
OF_A_SET = ("put_to_board", "ratify", "send_back", "submit", "resubmit")


def links_for(user: User, review: Review) -> list[Link]:
    """Return the moves and acts about the set that are open to the person now."""
    known = Known(review)
    involved = known.involvement_of(user)
    moves = [
        {"text": move.label, "href": reverse("move", args=[review.reference, move.action])}
        for move in review.moves_for(user, known)
        if move.action in OF_A_SET and not move.missing
    ]
    acts = acts_for(known, involved)
    if _is_open(involved, "record_report"):
        href = reverse("reports", args=[review.reference])
        acts.append({"text": "Complete a report", "href": href})
    if _is_open(involved, "file_for_set"):
        href = reverse("final-set-file", args=[review.reference])
        acts.append({"text": "File a document of the set", "href": href})
    return [*moves, *acts]


def acts_for(known: Known, involved: Involvement) -> list[Link]:
    """Return the acts beside the moves that are open to the person now."""
    return [
        {
            "act": act,
            "text": text,
            "href": reverse("record", args=[known.review.reference, act]),
        }
        for act, text in _acts(known)
        if _is_open(involved, act)
    ]


def _is_open(involved: Involvement, act: str) -> bool:
    return involved.review.has_room_for(act) and involved.refusal(act) is None


def _acts(known: Known) -> list[tuple[str, str]]:
    """Return the acts that make sense beside the moves: those of a review that is redone."""
    if any(each.is_open for each in known.final_sets):
        return [
            ("sign_again", "Sign the final set for the board"),
            ("return_again", "Send the final set back"),
        ]
    is_redone = known.review.state == State.RECONSIDERATION
    if is_redone or not any(each.is_agreed for each in known.final_sets):
        return [("put_again", "Put the final set to the board")]
    return []
