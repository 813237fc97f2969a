"""What an acknowledgement or a snooze spares whom, for planning and again before sending."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from django.db.models import Exists, OuterRef, Q

from notifications.ladder import LAST_DAYS, Tier
from notifications.models import Acknowledgement, Kind, Reminder, Snooze
from reviews.models.deadline import ASKED_FOR

ESCALATION = (Tier.MANAGER, Tier.CHAIR, Tier.CHIEF)
THEIR_OWN = {Tier.CHAIR: "decide"}  # told because it is theirs to do, whoever else has it in hand


@dataclass(frozen=True, slots=True)
class Said:
    """What people have said of any deadline; of each, only that is asked."""

    is_put_off: bool
    is_in_hand: bool

    @classmethod
    def of_any(cls) -> Self:
        """Return it, by two queries that look at one row each."""
        put_off = Snooze.objects.filter(ended_at=None)
        return cls(put_off.exists(), Acknowledgement.objects.exists())


def is_told_still(tier: Tier, said: Said, *, on: date, at: datetime) -> Q:
    """Return the condition that nothing spares the `recipient` beside a deadline its `stage`."""
    told = _is_not_put_off(on) if said.is_put_off else Q()
    return told & _is_not_in_hand(tier, at=at) if said.is_in_hand else told


def _is_not_put_off(on: date) -> Q:
    put_off = Snooze.objects.order_by().filter(
        deadline=OuterRef("pk"), due_version=OuterRef("version"), ended_at=None, until_on__gt=on
    )
    return is_last_day_warning() | ~Exists(put_off)


def _is_not_in_hand(tier: Tier, *, at: datetime) -> Q:
    said = Acknowledgement.objects.order_by().filter(
        deadline=OuterRef("pk"), due_version=OuterRef("version")
    )
    told = Q(stage__gte=0) | ~Exists(said.filter(by=OuterRef("recipient")))
    if tier not in ESCALATION:
        return told
    not_held_back = Q(~Exists(said.hold_back(at)))
    if tier in THEIR_OWN:
        not_held_back |= Q(kind=THEIR_OWN[tier])
    return told & not_held_back


def is_last_day_warning() -> Q:
    """Return the condition that nothing puts a reminder off, at a deadline beside its `stage`."""
    return Q(stage__in=LAST_DAYS) & ~Q(kind__in=ASKED_FOR)


def put_off(rows: Iterable[Reminder]) -> set[int]:
    """Return the rows that a snooze holds back, by one query."""
    rows = [row for row in rows if row.kind == Kind.REMINDER and not _is_last_day_warning(row)]
    asked = {row.deadline_id for row in rows}
    open_ones = Snooze.objects.filter(deadline__in=asked, ended_at=None)
    held = set(open_ones.values_list("deadline", "due_version"))
    return {row.pk for row in rows if (row.deadline_id, row.due_version) in held}


def _is_last_day_warning(row: Reminder) -> bool:
    return row.stage in LAST_DAYS and row.deadline.kind not in ASKED_FOR


def sparing(rows: Iterable[Reminder], *, at: datetime) -> dict[int, Acknowledgement]:
    """Return {row: the acknowledgement that spares the person}, by two queries at most."""
    rows = [row for row in rows if row.kind == Kind.REMINDER]
    said = Acknowledgement.objects.filter(deadline__in={row.deadline_id for row in rows})
    given = list(said.select_related("by"))
    if not given:
        return {}
    holding = set(said.hold_back(at).values_list("pk", flat=True))
    found = {}
    for row in rows:
        for each in given:
            if _spares(each, row, is_holding=each.pk in holding):
                found[row.pk] = each
    return found


def _spares(said: Acknowledgement, row: Reminder, *, is_holding: bool) -> bool:
    if (said.deadline_id, said.due_version) != (row.deadline_id, row.due_version):
        return False
    if said.by_id == row.recipient_id and row.stage < 0:
        return True
    is_theirs = row.deadline.kind == THEIR_OWN.get(Tier(row.tier))
    return is_holding and row.tier in ESCALATION and not is_theirs
