"""Calendar feeds: deadlines at a secret address, for programs that cannot sign in."""

import hashlib
import secrets
from datetime import date, datetime, timedelta
from typing import ClassVar, Self

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import F, Q

from boards.models import Agency, Board, User
from boards.roles import ROLES, Sees
from records.models import log
from reviews.models import Deadline

SECRET_BYTES = 32
# So long is a deadline that is not owed any more shown as cancelled, so that calendars drop it.
CANCELLED_FOR = timedelta(days=30)


class CalendarFeedQuerySet(models.QuerySet["CalendarFeed"]):
    def visible_to(self, user: User) -> Self:
        """Keep the person's own; nobody sees the feeds of another."""
        return self.filter(user=user)

    def open(self) -> Self:
        """Keep those whose address has not been revoked."""
        return self.filter(revoked_at=None)

    def with_secret(self, secret: str) -> "CalendarFeed | None":
        """Return the feed at this address, or None if it is unknown, revoked or nobody's any more.

        Digests are compared and not secrets: how long a comparison takes tells nothing of them.
        """
        feed = self.open().select_related("user", "board").filter(digest=digest_of(secret)).first()
        return feed if feed and feed.is_for_somebody() else None


class CalendarFeed(models.Model):
    """A person reads the deadlines that they may see, or those of one board, at a secret address.

    The secret itself is kept nowhere.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="calendar_feeds")
    board = models.ForeignKey(
        Board,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Empty where it is of everything that the person may see.",
    )
    digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the secret.")
    made_at = models.DateTimeField()
    last_fetched_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "board"],
                condition=Q(revoked_at=None, board__isnull=False),
                name="one_open_feed_a_board",
            ),
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(revoked_at=None, board=None),
                name="one_open_feed_of_everything",
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None) | Q(revoked_at__gte=F("made_at")),
                name="feed_revoked_after_made",
            ),
        ]

    def __str__(self) -> str:
        return f"Calendar feed of {self.covers}"

    @property
    def covers(self) -> str:
        """Return what is in it."""
        return self.board.name if self.board else "everything you may see"

    @classmethod
    def make(cls, user: User, board: Board | None, *, at: datetime) -> tuple["CalendarFeed", str]:
        """The person has a new address, whose secret is returned here only; the old one is revoked.

        Raises PermissionDenied for people whose roles show them no deadlines there.
        """
        if not shows_deadlines(user, board):
            raise PermissionDenied("A calendar feed shows deadlines, and your roles show you none.")
        secret = secrets.token_urlsafe(SECRET_BYTES)
        with transaction.atomic():
            User.objects.select_for_update(no_key=True).get(pk=user.pk)  # one click at a time
            for old in cls.objects.visible_to(user).open().filter(board=board):
                old.revoke(at=at)
            feed = cls.objects.create(user=user, board=board, digest=digest_of(secret), made_at=at)
            feed._log("make_feed", "was made", at)
        return feed, secret

    def revoke(self, *, at: datetime) -> None:
        """Nothing is found at the address any more."""
        with transaction.atomic():
            if not type(self).objects.open().filter(pk=self.pk).update(revoked_at=at):
                return
            self.revoked_at = at
            self._log("revoke_feed", "was revoked", at)

    def note_fetch(self, *, at: datetime) -> None:
        """Somebody has read it at this instant."""
        self.last_fetched_at = at
        self.save(update_fields=["last_fetched_at"])

    def is_for_somebody(self) -> bool:
        """Return whether its person may sign in, and their roles still show them deadlines."""
        return self.user.is_active and shows_deadlines(self.user, self.board)

    def deadlines(self, *, on: date) -> models.QuerySet[Deadline]:
        """Return what its person may see on the day `on`: what is owed, and what lately was.

        Not every deadline that ended has the day on which it did; it stays past its due date.
        """
        since = on - CANCELLED_FOR
        lately = Q(met_on__gte=since) | Q(met_on=None, due_on__gte=since)
        shown = Deadline.objects.visible_to(self.user).filter(Q(is_open=True) | lately)
        return shown.filter(review__board=self.board_id) if self.board_id else shown

    def _log(self, verb: str, what: str, at: datetime) -> None:
        """Every board whose deadlines it shows has this in its log."""
        boards = [self.board_id] if self.board_id else boards_shown_to(self.user) or [None]
        for board_id in boards:
            log(
                verb,
                f"A calendar feed of {self.board or 'all that they may see'} {what}.",
                by=self.user,
                at=at,
                board=board_id,
                subject=self,
            )


def boards_shown_to(user: User) -> dict[int | None, Board | None]:
    """Return {id: board} of those whose deadlines the person sees; None is for evaluators."""
    seats = [seat for seat in user.seats() if ROLES[seat.role].sees is not Sees.LOG]
    led = Agency.objects.filter(pk__in=user.led_agencies()).select_related("board")
    return {place.board_id: place.board for place in (*seats, *led)}


def shows_deadlines(user: User, board: Board | None) -> bool:
    """Return whether the person sees deadlines of the board, or any at all for None."""
    boards = boards_shown_to(user)
    return board.pk in boards if board else bool(boards)


def digest_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
