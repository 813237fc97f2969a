"""What one person is on one review, and what that lets them do."""

from functools import cached_property
from typing import TYPE_CHECKING

from boards.models import User
from boards.roles import OverviewAuthor, PanelChair, PanelMember, Role
from reviews.permissions.acts import ACTS
from reviews.permissions.groups import Roles
from reviews.permissions.moves import MOVES
from reviews.permissions.reads import READS

if TYPE_CHECKING:
    from reviews.models import Review

ALLOWED: dict[str, Roles] = MOVES | ACTS
DECISIONS = frozenset({"decide_scr", "decide_other_review", "decide_no_review"})
SIGNATURES = frozenset({"sign_off_report", "ratify", "sign_again"})
FOR_APPOINTED = frozenset({PanelChair, OverviewAuthor, PanelMember})


class Involvement:
    """The person's part in the review, each fact of it read once.

    It is made anew for each question or each page, and kept by none: what somebody may do changes.
    """

    def __init__(self, user: User, review: "Review") -> None:
        self.user, self.review = user, review

    @cached_property
    def posts(self) -> set[str]:
        """Return the posts that the person holds on the review and has declared for."""
        held = self.review.appointments.cleared().filter(user=self.user)
        return set(held.values_list("post", flat=True))

    def holds(self, *roles: type[Role]) -> bool:
        """Return whether one of the roles is theirs on this very review."""
        mine = [role for role in roles if self.user.has_role(role, board=self.review.board_id)]
        return any(role not in FOR_APPOINTED or role.slug in self.posts for role in mine)

    def may_read(self, place: str) -> bool:
        """Return whether they open this part of the review's file."""
        return self.holds(*READS[place])

    def refusal(self, action: str) -> str | None:
        """Return why the person may not do this on the review, or None if they may."""
        if not self.holds(*ALLOWED[action]):
            names = " or ".join(role.name for role in ALLOWED[action])
            return f"This is for the {names} of the board that leads the review."
        if action in DECISIONS and self.has_recommended:
            return "You recommended on this review, so somebody else has to decide."
        if action in SIGNATURES:
            return self.why_not_sign
        return None

    @cached_property
    def has_recommended(self) -> bool:
        return self.review.recommendations.filter(by=self.user, withdrawn_at=None).exists()

    @cached_property
    def why_not_sign(self) -> str | None:
        """Return why they may not sign a report, or the set that is before the board."""
        if self.review.was_written_by(self.user):
            return "You wrote for this review, so somebody else has to sign it off."
        if self.review.final_sets.open().filter(put_by=self.user).exists():
            return "You put this set to the board, so somebody else has to sign it."
        return None
