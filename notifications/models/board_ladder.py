"""What a board has agreed of its reminders: versions, of which the newest holds."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils.timezone import localdate

from boards.models import Board, User
from boards.roles import Manager
from notifications.ladder import DEFAULT, Ladder
from notifications.models.reminder import Reminder
from records.models import log

NOTHING_CHANGES = "These are the reminders that the board has now: change something first"


class BoardLadderQuerySet(models.QuerySet["BoardLadder"]):
    def newest(self) -> Self:
        """Keep the version that holds of each board."""
        later = BoardLadder.objects.filter(
            board=models.OuterRef("board"), version__gt=models.OuterRef("version")
        )
        return self.filter(~models.Exists(later))


class BoardLadder(models.Model):
    """One version of a board's ladder; without a content, the default holds.

    A version never changes: an edited ladder is a new one, going back to the default as well.
    """

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="ladders")
    version = models.PositiveSmallIntegerField()
    content = models.JSONField(null=True, help_text="As Ladder.to_data; null for the default.")
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = BoardLadderQuerySet.as_manager()

    class Meta:
        ordering = ("-version",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["board", "version"], name="one_ladder_a_version"),
            models.CheckConstraint(condition=~Q(reason=""), name="ladder_has_reason"),
        ]

    def __str__(self) -> str:
        return f"Reminders of {self.board}, version {self.version}"

    def save(self, *args: Any, **options: Any) -> None:
        """Refuse what would change a version."""
        if not self._state.adding:
            raise ValidationError("A published ladder never changes: publish a new version.")
        super().save(*args, **options)

    @property
    def ladder(self) -> Ladder:
        return DEFAULT if self.content is None else Ladder.from_data(self.content)

    @property
    def is_default(self) -> bool:
        return self.content is None

    @classmethod
    def of(cls, board: Board) -> Ladder:
        """Return the ladder that holds on the board."""
        newest = cls.objects.filter(board=board).first()
        return newest.ladder if newest else DEFAULT

    @classmethod
    def publish(
        cls, board: Board, ladder: Ladder, *, reason: str, by: User, at: datetime
    ) -> "BoardLadder":
        """The board's reminders follow `ladder` from the next sweep on.

        Raises PermissionDenied, and ValidationError with what to mend.
        """
        if not by.has_role(Manager, board=board):
            raise PermissionDenied("A board's reminders are set by its business manager.")
        if problems := ladder.problems():
            raise ValidationError(problems)
        if not reason.strip():
            raise ValidationError({"reason": "Enter why the reminders change"})
        with transaction.atomic():
            Board.objects.select_for_update(no_key=True).get(pk=board.pk)
            before = cls.objects.filter(board=board).first()
            if (before.ladder if before else DEFAULT) == ladder:
                raise ValidationError(NOTHING_CHANGES)
            version = cls.objects.create(
                board=board,
                version=before.version + 1 if before else 1,
                content=None if ladder == DEFAULT else ladder.to_data(),
                reason=reason.strip(),
                by=by,
                at=at,
            )
            Reminder.objects.filter(review__board=board).revive(ladder, on=localdate(at))
            version._log(before)
        return version

    def _log(self, before: "BoardLadder | None") -> None:
        what = "went back to the default" if self.is_default else "were changed"
        log(
            "publish_ladder",
            f"The reminders of {self.board} {what}: {self.reason}",
            by=self.by,
            at=self.at,
            board=self.board,
            subject=self,
            version=self.version,
            before=(before.ladder if before else DEFAULT).to_data(),
            after=self.ladder.to_data(),
        )
