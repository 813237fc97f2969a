"""Whom an acknowledgement or a snooze will spare on a day to come, for a preview."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from django.db.models import F
from django.utils import timezone

from notifications.acknowledged import ESCALATION, THEIR_OWN
from notifications.ladder import LAST_DAYS, Tier
from notifications.models import Acknowledgement, Snooze
from notifications.models.acknowledgement import HOLDS
from reviews.models import Deadline
from reviews.models.deadline import ASKED_FOR


@dataclass(slots=True)
class Spared:
    """What people have said of some deadlines, as they are due now."""

    by: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    held_until: dict[int, date] = field(default_factory=dict)
    put_off_until: dict[int, date] = field(default_factory=dict)

    @classmethod
    def on(cls, deadlines: Iterable[Deadline]) -> Self:
        """Return what was said of the deadlines, by three queries."""
        found = cls()
        said = Acknowledgement.objects.filter(
            deadline__in=deadlines, due_version=F("deadline__version")
        )
        for each in said:
            found.by[each.deadline_id].add(each.by_id)
        now = timezone.now()
        for each in said.hold_back(now).order_by("at"):
            found.held_until[each.deadline_id] = timezone.localdate(each.at + HOLDS)
        for snooze in Snooze.objects.in_force().filter(deadline__in=deadlines):
            found.put_off_until[snooze.deadline_id] = snooze.until_on
        return found

    def is_spared(self, deadline: Deadline, who: int, tier: Tier, stage: int, day: date) -> bool:
        """Return whether the person is not told of the stage on the day."""
        return (
            (stage < 0 and who in self.by[deadline.pk])
            or self._is_held_back(deadline, tier, day)
            or self._is_put_off(deadline, stage, day)
        )

    def _is_held_back(self, deadline: Deadline, tier: Tier, day: date) -> bool:
        is_theirs = deadline.kind == THEIR_OWN.get(tier)
        until = self.held_until.get(deadline.pk, day)
        return tier in ESCALATION and not is_theirs and day < until

    def _is_put_off(self, deadline: Deadline, stage: int, day: date) -> bool:
        is_last_day_warning = stage in LAST_DAYS and deadline.kind not in ASKED_FOR
        return day < self.put_off_until.get(deadline.pk, day) and not is_last_day_warning
