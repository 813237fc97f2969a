"""Which reviews exist for a person."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from boards.models import User
from boards.roles import ROLES, Chair, Role, Sees
from reviews.models.evaluation import Evaluation
from reviews.models.panel import Appointment
from reviews.states import AFTER_AGREEMENT, BEFORE_DECISION, DECIDED_AGAINST, State

if TYPE_CHECKING:
    from reviews.models.review import Review  # noqa: F401 - names the type parameter


class ReviewQuerySet(models.QuerySet["Review"]):
    def visible_to(self, user: User) -> Self:
        """Keep the reviews that the user's roles today let them see; nobody else's exist."""
        wanted = Q(pk__in=[])
        for seat in user.seats():
            wanted |= self._seen_from(ROLES[seat.role], seat.board_id, user)
        return self.filter(wanted)

    @staticmethod
    def _seen_from(role: type[Role], board_id: int | None, user: User) -> Q:
        mine = Q(owner=user) | Q(deputy=user)
        open_to_board = Q(board=board_id, is_restricted=False)
        if role is Chair:
            return Q(board=board_id)  # somebody always sees a case, and the Chair decides it
        match role.sees:
            case Sees.BOARD:
                return open_to_board | (Q(board=board_id) & mine)
            case Sees.ASSIGNED:
                return (Q(board=board_id) & mine) | (open_to_board & Q(owner=None))
            case Sees.REFERRALS:
                return open_to_board & Q(state__in=[*BEFORE_DECISION, *DECIDED_AGAINST])
            case Sees.APPOINTED:
                held = Appointment.objects.open().filter(user=user, review=OuterRef("pk"))
                return Q(board=board_id) & Exists(held)
            case Sees.SUBMITTED:
                sent = Exists(Evaluation.objects.filter(review=OuterRef("pk")))
                return Q(is_restricted=False, state__in=[*AFTER_AGREEMENT, State.CLOSED]) & sent
        return Q(pk__in=[])  # agency authors see their commissions, auditors the log
