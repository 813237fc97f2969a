"""Which reviews exist for a person."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.timezone import localdate

from boards.models import User
from boards.roles import ROLES, Chair, Role, Sees
from reviews.models.absence import covered_by
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

    def beside_viewers(self, people: Iterable[int]) -> set[tuple[int, int]]:
        """Return (review, person) wherever one of these people may see one of these reviews.

        What `visible_to` says of each, in one query for many; evaluators, who see across boards,
        are left out.
        """
        seat = "board__memberships"
        beside = self.filter(
            **{f"{seat}__user__in": people, f"{seat}__until_on": None},
            **{f"{seat}__user__is_active": True},
        ).annotate(viewer=F(f"{seat}__user"), viewed_as=F(f"{seat}__role"))
        wanted = Q(pk__in=[])
        for slug, role in ROLES.items():
            wanted |= Q(viewed_as=slug) & self._seen_from(role, F("board"), F("viewer"))
        return set(beside.filter(wanted).order_by().values_list("pk", "viewer"))

    @staticmethod
    def _seen_from(role: type[Role], board_id: int | F | None, user: User | F) -> Q:
        viewer = OuterRef(user.name) if isinstance(user, F) else user
        # Access is asked for now: the day of the request, or of the sending.
        covered = Q(covered_by(viewer, on=localdate()))
        mine = Q(owner=user) | Q(deputy=user) | covered
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
                held = Appointment.objects.cleared().filter(user=viewer, review=OuterRef("pk"))
                return Q(board=board_id) & Exists(held)
            case Sees.SUBMITTED:
                sent = Exists(Evaluation.objects.filter(review=OuterRef("pk")))
                return Q(is_restricted=False, state__in=[*AFTER_AGREEMENT, State.CLOSED]) & sent
        return Q(pk__in=[])  # agency authors see their commissions, auditors the log
