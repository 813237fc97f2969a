"""How open deadlines stand beside their reminders: in hand, put off, or asked for today."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import F

from boards.models import User
from notifications.models import Acknowledgement, Nudge, Snooze
from notifications.permissions import may_see_to
from reviews.models import Deadline


@dataclass(slots=True)
class Standing:
    """What people have said of one deadline as it is due now, and what one person may do."""

    deadline: Deadline
    may_see_to: bool
    acknowledgements: list[Acknowledgement] = field(default_factory=list)
    snooze: Snooze | None = None
    nudge: Nudge | None = None
    is_said_by_me: bool = False


def standings(deadlines: Iterable[Deadline], user: User, *, on: date) -> list[Standing]:
    """Return one for each open deadline, in order of days, by three queries at most."""
    owed = sorted((d for d in deadlines if d.is_open), key=lambda d: (d.due_on, d.pk))
    if not owed:
        return []
    said = defaultdict(list)
    now = Acknowledgement.objects.filter(deadline__in=owed, due_version=F("deadline__version"))
    for each in now.select_related("by"):
        said[each.deadline_id].append(each)
    put_off = Snooze.objects.in_force().filter(deadline__in=owed).select_related("by")
    snoozes = {each.deadline_id: each for each in put_off}
    asked = Nudge.objects.filter(deadline__in=owed, on=on).select_related("by")
    nudges = {each.deadline_id: each for each in asked}
    return [
        Standing(
            deadline,
            may_see_to=may_see_to(user, deadline.review),
            acknowledgements=said[deadline.pk],
            snooze=snoozes.get(deadline.pk),
            nudge=nudges.get(deadline.pk),
            is_said_by_me=any(each.by_id == user.pk for each in said[deadline.pk]),
        )
        for deadline in owed
    ]
