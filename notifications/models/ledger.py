"""Questions to the ledger."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q

from boards.models import User
from notifications.expressions import is_told, stage_owed
from notifications.ladder import Ladder
from notifications.models.held_address import HeldAddress
from notifications.models.mail import Mail
from reviews.models import Deadline, Review

if TYPE_CHECKING:
    from notifications.models.reminder import Reminder

SAID_IN_MAILS = (
    "review",
    "deadline__commission__agency",
    "deadline__action",
    "deadline__question__commission__agency",
    "change",
    "nudge__by",
    "snooze__by",
    "meeting_change__meeting",
    "appointment",
    "hand_over",
)
CHUNK = 1_000  # rows named one by one in a statement
OVERTAKEN = "A later reminder took its place."
NO_LONGER_TOLD = "The board’s reminders were changed."


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
            .beside_their_address()
            .select_related("recipient", "mail", "deadline", "change", "meeting_change__meeting")
            .select_related("appointment", "hand_over")
            .order_by("-planned_at", "-id")
        )

    def beside_their_address(self) -> Self:
        """Say of each, as `is_held`, whether the recipient's address takes no mail."""
        held = HeldAddress.objects.in_force().filter(user=OuterRef("recipient"))
        return self.annotate(is_held=Exists(held))

    def sent(self) -> Self:
        """Keep what the mail server has taken."""
        return self.filter(superseded_at=None, mail__sent_at__isnull=False)

    def undelivered(self) -> Self:
        """Keep what was refused or came back, while it is still of use to mend that."""
        missed = Q(mail__failed_at__isnull=False) | Q(mail__bounced_at__isnull=False)
        return self.filter(missed, superseded_at=None).exclude(deadline__is_open=False)

    def loose(self) -> Self:
        """Keep what waits to be put into a mail."""
        return self.filter(mail=None, superseded_at=None)

    def in_waiting_mail(self) -> Self:
        """Keep what a mail that has not ended holds."""
        return self.filter(
            superseded_at=None,
            mail__isnull=False,
            mail__sent_at=None,
            mail__failed_at=None,
            mail__emptied_at=None,
        )

    def waiting(self) -> Self:
        """Keep what is neither sent, failed nor superseded."""
        # A union of two: by an OR over both tables the database would read all that was ever sent.
        rows = self.model._default_manager.order_by()
        loose, in_mail = rows.loose().values("pk"), rows.in_waiting_mail().values("pk")
        return self.filter(pk__in=loose.union(in_mail, all=True))

    def held_by(self, mails: Iterable[Mail]) -> list["Reminder"]:
        """Return what the mails hold and still tell, each row with its mail and all it is about.

        Overdue comes first in each, then by date, then what has none.
        """
        by_key = {mail.pk: mail for mail in mails}
        rows = self.filter(mail__in=by_key, superseded_at=None).select_related(*SAID_IN_MAILS)
        found = list(rows.order_by("mail", F("due_on").asc(nulls_last=True), "id"))
        for row in found:
            row.mail = by_key[row.mail_id]
            row.recipient = row.mail.recipient
        return found

    def end(self, reasons: Mapping[int, str], *, at: datetime) -> int:
        """These are not sent, each for its reason; the caller holds their mails."""
        by_reason: dict[str, list[int]] = {}
        for row, reason in reasons.items():
            by_reason.setdefault(reason, []).append(row)
        return sum(
            self.filter(pk__in=rows).update(superseded_at=at, superseded_because=because[:200])
            for because, rows in by_reason.items()
        )

    def supersede(self, because: str, *, at: datetime) -> int:
        """Those that wait and that nobody is sending are not sent, for this reason."""
        ended = {"superseded_at": at, "superseded_because": because[:200]}
        rows = self.model._default_manager.filter(superseded_at=None)
        # In two steps: right after a large plan PostgreSQL does not know yet how many rows wait,
        # and in one statement would compare each with each.
        loose = list(self.loose().order_by().values_list("pk", flat=True))
        number = 0
        for first in range(0, len(loose), CHUNK):
            # Asked once more of the row itself: it may be put into a mail meanwhile.
            named = rows.filter(pk__in=loose[first : first + CHUNK], mail=None)
            number += named.update(**ended)
        mails = sorted(set(self.in_waiting_mail().order_by().values_list("mail", flat=True)))
        for first in range(0, len(mails), CHUNK):
            with transaction.atomic():
                free = Mail.objects.hold_back(mails[first : first + CHUNK], at=at)
                mine = self.filter(mail__in=free).order_by().values("pk")
                number += rows.filter(pk__in=mine).update(**ended)
        return number

    def told_by(self, ladder: Ladder, on: date) -> Self:
        """Keep the reminders of deadlines that the ladder still tells their tiers of."""
        due = (
            Deadline.objects.filter(pk=OuterRef("deadline"))
            .annotate(owed=stage_owed(ladder, on))
            .filter(owed__isnull=False)
        )
        wanted = Q(pk__in=[])
        for tier, told in ladder.by_tier().items():
            wanted |= Q(Exists(due.filter(is_told(told, on))), tier=tier)
        return self.filter(wanted)

    def left_out(self, because: str) -> Self:
        """Keep those that were not sent for this reason, and nothing more urgent since."""
        later = self.model._default_manager.filter(
            deadline=OuterRef("deadline"),
            due_version=OuterRef("due_version"),
            recipient=OuterRef("recipient"),
            stage__lt=OuterRef("stage"),
        )
        return self.filter(
            ~Exists(later),
            superseded_because=because,
            deadline__is_open=True,
            due_version=F("deadline__version"),
        )

    def wait_again(self) -> int:
        """They wait for a new mail; return how many."""
        rows = self.model._default_manager.filter(pk__in=self.order_by().values("pk"))
        return rows.update(superseded_at=None, superseded_because="", mail=None)

    def revive(self, ladder: Ladder, *, on: date) -> int:
        """Those that an earlier ladder left out, and that this one tells, wait for a new mail."""
        return self.left_out(NO_LONGER_TOLD).told_by(ladder, on).wait_again()
