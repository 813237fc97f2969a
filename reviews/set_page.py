"""What one person may do about the final set of a review."""

from django.urls import reverse

from boards.models import User
from reviews import permissions
from reviews.models import Review
from reviews.states import State

Link = dict[str, str]
OF_A_SET = ("put_to_board", "ratify", "send_back", "submit", "resubmit")


def links_for(user: User, review: Review) -> list[Link]:
    """Return the moves and acts about the set that are open to the person now."""
    moves = [
        {"text": move.label, "href": reverse("move", args=[review.reference, move.action])}
        for move in review.moves_for(user)
        if move.action in OF_A_SET and not move.missing
    ]
    acts = [
        {"text": text, "href": reverse("record", args=[review.reference, act])}
        for act, text in _acts(review)
        if _is_open(user, act, review)
    ]
    if _is_open(user, "record_report", review):
        href = reverse("reports", args=[review.reference])
        acts.append({"text": "Complete a report", "href": href})
    if _is_open(user, "file_for_set", review):
        href = reverse("final-set-file", args=[review.reference])
        acts.append({"text": "File a document of the set", "href": href})
    return [*moves, *acts]


def _is_open(user: User, act: str, review: Review) -> bool:
    return review.has_room_for(act) and permissions.refusal(user, act, review) is None


def _acts(review: Review) -> list[tuple[str, str]]:
    """Return the acts that make sense beside the moves: those of a review that is redone."""
    if review.final_sets.open().exists():
        return [
            ("sign_again", "Sign the final set for the board"),
            ("return_again", "Send the final set back"),
        ]
    if _may_be_put_again(review):
        return [("put_again", "Put the final set to the board")]
    return []


def _may_be_put_again(review: Review) -> bool:
    is_redone = review.state == State.RECONSIDERATION
    return is_redone or not review.final_sets.agreed().exists()
