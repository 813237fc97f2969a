"""The mail that waits, and which worker has it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self
from uuid import uuid4

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q

from boards.models import User
from boards.roles import Manager
from notifications.models.held_address import HeldAddress

if TYPE_CHECKING:
    from notifications.models.mail import Mail

# A worker that was killed held its mail for so long; nobody works on a batch for half of it.
CLAIM_LASTS = timedelta(seconds=settings.REMINDER_CLAIM_SECONDS)
WAITING = Q(sent_at=None, failed_at=None, emptied_at=None)
AT_ONCE = "at_once"


class MailQuerySet(models.QuerySet["Mail"]):
    def visible_to(self, user: User) -> Self:
        """Keep the person's own, and those of the boards that they manage."""
        return self.filter(Q(recipient=user) | Q(board__in=user.boards_seen_as(Manager)))

    def waiting(self) -> Self:
        """Keep what is neither sent, failed nor empty."""
        return self.filter(WAITING)

    def unclaimed(self, at: datetime) -> Self:
        """Keep what no worker holds; one that was killed holds nothing for ever."""
        return self.filter(Q(claimed_at=None) | Q(claimed_at__lt=at - CLAIM_LASTS))

    def due(self, at: datetime, *, is_morning: bool) -> Self:
        """Keep what a worker may take now; digests wait for a working morning.

        What would go to an address that took no mail waits until somebody has seen to that.
        """
        held = HeldAddress.objects.in_force().filter(user=OuterRef("recipient"))
        due = self.waiting().unclaimed(at).filter(~Exists(held), next_attempt_at__lte=at)
        return due if is_morning else due.filter(kind=AT_ONCE)

    def claim(self, limit: int, *, at: datetime, is_morning: bool) -> list["Mail"]:
        """Up to `limit` due mails are this caller's alone until sent, put off or CLAIM_LASTS later.

        What may not wait comes first, then what has waited longest.
        """
        token = uuid4()
        due = self.due(at, is_morning=is_morning)
        with transaction.atomic():
            # SKIP LOCKED lets a second worker take the next rows; SQLite has one writer at a
            # time. The UPDATE's condition decides in any case.
            wanted = due.order_by("kind", "id").select_for_update(skip_locked=True)
            holders = dict(wanted.values_list("pk", "claim")[:limit])
            due.filter(pk__in=holders).update(claim=token, claimed_at=at)
        mine = list(
            self.filter(claim=token).select_related("recipient", "board").order_by("kind", "id")
        )
        for mail in mine:
            mail.is_taken_over = holders[mail.pk] is not None
        return mine

    def hold_back(self, mails: Iterable[int], *, at: datetime) -> list[int]:
        """Return those of `mails` that nobody is sending, nor will before the transaction ends."""
        free = self.waiting().unclaimed(at).filter(pk__in=mails)
        return list(free.order_by("id").select_for_update().values_list("pk", flat=True))
