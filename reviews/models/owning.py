"""Who runs the review. Methods of Review."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError

from boards.models import User
from reviews.models.hand_over import OWNERS, HandOver, HandOverAnswer
from reviews.signals import owner_asked

if TYPE_CHECKING:
    from reviews.models.review import Review


class Owning:
    """Each records one fact and returns the news of it, without a full stop."""

    def hand_over(
        self: "Review",
        *,
        by: User,
        at: datetime,
        owner: User | None,
        deputy: User | None = None,
    ) -> str:
        """The review has its owner and deputy, or waits for the new owner to accept it.

        It is assigned outright where nobody who is still there owns it, and where people take it
        themselves.
        """
        if owner and owner == deputy:
            raise ValidationError({"deputy": "The deputy must be somebody other than the owner."})
        for waiting in self.hand_overs.waiting():
            waiting.settle(HandOverAnswer.WITHDRAWN, at=at)
        said = {"to": owner, "deputy": deputy, "by": by, "at": at}
        if owner in {None, by, self.owner}:
            return self._assign(owner, deputy)
        if not self.has_owner():
            outright = {"answer": HandOverAnswer.ACCEPTED, "answered_at": at}
            self._tell(self.hand_overs.create(**said, **outright))
            return self._assign(owner, deputy)
        self._tell(self.hand_overs.create(**said))
        return f"{owner} was asked to take the review over from {self.owner}"

    def answer_hand_over(
        self: "Review",
        *,
        by: User,
        at: datetime,
        hand_over: HandOver,
        is_accepted: bool,
        reasons: str = "",
    ) -> str:
        """Whoever was asked owns the review, or has said why not.

        Raises PermissionDenied to anybody else, ValidationError when it waits no more.
        """
        if by.pk != hand_over.to_id:
            raise PermissionDenied("Only the person who was asked accepts or declines.")
        waiting = self.hand_overs.waiting().filter(pk=hand_over.pk).first()
        if waiting is None:
            raise ValidationError("This was answered already, or settled otherwise meanwhile.")
        if not is_accepted:
            waiting.settle(HandOverAnswer.DECLINED, at=at, because=reasons)
            return f"{by} declined to take the review over"
        waiting.settle(HandOverAnswer.ACCEPTED, at=at)
        return self._assign(by, waiting.deputy)

    def has_owner(self: "Review") -> bool:
        """Return whether somebody owns it who is still on the board and may sign in."""
        if self.owner is None or not self.owner.is_active:
            return False
        return self.owner.has_role(*OWNERS, board=self.board_id)

    def _tell(self: "Review", hand_over: HandOver) -> None:
        owner_asked.send(sender=HandOver, hand_over=hand_over)

    def _assign(self: "Review", owner: User | None, deputy: User | None) -> str:
        self.owner, self.deputy = owner, deputy
        self.save(update_fields=["owner", "deputy"])
        return f"{owner or 'Nobody'} owns the review"
