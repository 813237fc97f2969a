"""The ledger as a queue: what waits, and which worker has it."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Self
from uuid import uuid4

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q

from boards.models import User
from notifications.expressions import is_told
from notifications.ladder import Ladder
from reviews.models import Deadline, Review

if TYPE_CHECKING:
    from notifications.models.reminder import Reminder

# A worker that was killed held its rows for so long; nobody works on a batch for half of it.
CLAIM_LASTS = timedelta(minutes=10)
NO_LONGER_TOLD = "The board’s reminders were changed."
WAITING = Q(sent_at=None, failed_at=None, superseded_at=None)


class ReminderQuerySet(models.QuerySet["Reminder"]):
    def visible_to(self, user: User) -> Self:
        """Keep what is about deadlines and reviews that the user may see."""
        return self.filter(
            Q(deadline__in=Deadline.objects.visible_to(user))
            | Q(deadline=None, review__in=Review.objects.visible_to(user))
        )

    def for_review(self, review: Review) -> Self:
        """Keep the review's own, newest first, with what a list of them shows."""
        return (
            self.filter(review=review)
            .select_related("recipient", "deadline", "change")
            .order_by("-planned_at", "-id")
        )

    def undelivered(self) -> Self:
        """Keep what was refused or came back, while it is still of use to mend that."""
        missed = Q(failed_at__isnull=False) | Q(bounced_at__isnull=False)
        return self.filter(missed).exclude(deadline__is_open=False)

    def waiting(self) -> Self:
        """Keep what is neither sent, failed nor superseded."""
        return self.filter(WAITING)

    def unclaimed(self, at: datetime) -> Self:
        """Keep what no worker holds; one that was killed holds nothing for ever."""
        return self.filter(Q(claimed_at=None) | Q(claimed_at__lt=at - CLAIM_LASTS))

    def due(self, at: datetime) -> Self:
        """Keep what a worker may take now."""
        return self.waiting().unclaimed(at).filter(next_attempt_at__lte=at)

    def claim(self, limit: int, *, at: datetime) -> list["Reminder"]:
        """Up to `limit` due rows are this caller's alone until sent, put off or CLAIM_LASTS later.

        They come in the order of their recipients, so that each is asked about once a batch.
        """
        token = uuid4()
        with transaction.atomic():
            # Ordered by the column: by the relation, the person's row would be locked as well, and
            # a second worker would pass over all that is theirs. SKIP LOCKED lets it take the next
            # rows; SQLite has one writer at a time. The UPDATE's condition decides in any case.
            wanted = self.due(at).order_by("recipient_id", "id").select_for_update(skip_locked=True)
            holders = dict(wanted.values_list("pk", "claim")[:limit])
            self.due(at).filter(pk__in=holders).update(claim=token, claimed_at=at)
        related = ("recipient", "review", "deadline__commission", "change")
        mine = self.filter(claim=token).select_related(*related).order_by("recipient_id", "id")
        for reminder in mine:
            reminder.is_taken_over = holders[reminder.pk] is not None
        return list(mine)

    def supersede(self, because: str, *, at: datetime) -> int:
        """Those that wait and that nobody is sending are not sent, for this reason."""
        return (
            self.waiting()
            .unclaimed(at)
            .update(superseded_at=at, superseded_because=because, claim=None, claimed_at=None)
        )

    def told_by(self, ladder: Ladder, on: date) -> Self:
        """Keep the reminders of deadlines that the ladder still tells their tiers of."""
        due = Deadline.objects.filter(
            pk=OuterRef("deadline"), due_on__lte=on + timedelta(days=ladder.reach)
        )
        wanted = Q(pk__in=[])
        for tier, told in ladder.by_tier().items():
            wanted |= Q(Exists(due.filter(is_told(told, on))), tier=tier)
        return self.filter(wanted)

    def revive(self, ladder: Ladder, *, on: date, at: datetime) -> int:
        """Those that an earlier ladder left out, and that this one tells, wait again."""
        later = self.model.objects.filter(
            deadline=OuterRef("deadline"),
            due_version=OuterRef("due_version"),
            recipient=OuterRef("recipient"),
            stage__lt=OuterRef("stage"),
        )
        left_out = self.filter(
            ~Exists(later),
            superseded_because=NO_LONGER_TOLD,
            deadline__is_open=True,
            due_version=F("deadline__version"),
        )
        return left_out.told_by(ladder, on).update(
            superseded_at=None, superseded_because="", next_attempt_at=at
        )
