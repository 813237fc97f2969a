"""Questions to the deadlines."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from boards.models import User
from boards.roles import AgencyAuthor
from reviews.statutory import GUIDANCE, Unit

if TYPE_CHECKING:
    from reviews.models.deadline import Deadline  # noqa: F401 - names the type parameter

STATUTORY = Q(commission=None, action=None, question=None)  # nobody asked: the guidance does


def of_agencies(agencies: Sequence[int]) -> Q:
    """Return the condition of what these agencies were asked for, and the questions put to them."""
    asked = Q(commission__agency__in=agencies)
    return asked | Q(question__commission__agency__in=agencies)


def counted_in_working_days() -> Q:
    """Return the condition of those whose rule skips bank holidays."""
    kinds = {
        slug: [rule.code for rule in guidance.deadlines if rule.unit is Unit.WORKING_DAYS]
        for slug, guidance in GUIDANCE.items()
    }
    which = (Q(guidance=slug, kind__in=codes) for slug, codes in kinds.items() if codes)
    return Q(*which, _connector=Q.OR)


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    def visible_to(self, user: User) -> Self:
        """Keep those of reviews the user may see, and what their agency or they for it must do."""
        from reviews.models.minutes import MeetingAction
        from reviews.models.review import Review

        agencies = user.led_agencies() + [
            seat.agency_id for seat in user.seats() if seat.role == AgencyAuthor.slug
        ]
        mine = Q(review__in=Review.objects.visible_to(user))
        if not agencies:
            return self.filter(mine)
        given = Q(action__in=MeetingAction.objects.given_to(user))
        return self.filter(mine | of_agencies(agencies) | given)

    def statutory(self) -> Self:
        """Keep those of the guidance: nobody asked for them."""
        return self.filter(STATUTORY)

    def of_agencies(self, agencies: Sequence[int]) -> Self:
        """Keep what these agencies were asked for, and the questions put to them."""
        return self.filter(of_agencies(agencies))

    def beside_what_was_asked(self) -> Self:
        """Read with each what its names and addresses are made of."""
        of = ("commission__agency", "action__meeting", "question__commission__agency")
        return self.select_related("review", *of)

    def may_be_extended(self) -> Self:
        """Keep those owed whose day may be agreed anew, which no action's and no question's is."""
        return self.open().filter(action=None, question=None)

    def open(self) -> Self:
        """Keep those still owed."""
        return self.filter(is_open=True)

    def overdue(self, on: date) -> Self:
        """Keep those owed whose day has passed; due today is not overdue."""
        return self.open().filter(due_on__lt=on)

    def due_within(self, days: int, on: date) -> Self:
        """Keep those owed from today to `days` days ahead."""
        return self.open().filter(due_on__range=(on, on + timedelta(days=days)))

    def touched_by(self, day: date) -> Self:
        """Keep those owed that may move when `day` becomes a bank holiday, or is one no longer.

        It lies within the working days that were counted, or between `act_by` and the due day.
        """
        after = Q(trigger_on__lte=day, computed_on__gte=day)
        before = Q(trigger_on__gte=day, computed_on__lte=day)
        acts = Q(act_by__lte=day, due_on__gte=day)
        return self.open().filter(acts | (counted_in_working_days() & (after | before)))
