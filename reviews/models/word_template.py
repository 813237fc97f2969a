"""The Word templates of a board, in place of those that the portal brings."""

from datetime import datetime
from typing import IO, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q

from boards.models import Board, User
from records.models import Document
from reviews.permissions import ALLOWED
from reviews.word.kinds import DOCX, PaperKind


class WordTemplateQuerySet(models.QuerySet["WordTemplate"]):
    def kept_by(self, user: User) -> Self:
        """Keep those of the boards whose templates the user looks after."""
        return self.filter(board__in=user.boards_seen_as(*ALLOWED["keep_word_templates"]))

    def in_use(self) -> Self:
        return self.filter(used_at__isnull=False, ended_at=None)


class WordTemplate(models.Model):
    """A version of a board's template: it is tried on a made-up case, then put in use."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="word_templates")
    kind = models.CharField(max_length=20, choices=PaperKind)
    number = models.PositiveSmallIntegerField()
    file = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    tried_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = WordTemplateQuerySet.as_manager()

    class Meta:
        ordering = ("board", "kind", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["board", "kind", "number"], name="one_word_template_version"
            ),
            models.UniqueConstraint(
                fields=["board", "kind"],
                condition=Q(used_at__isnull=False, ended_at=None),
                name="one_word_template_in_use",
            ),
            models.CheckConstraint(
                condition=Q(used_at=None) | Q(tried_at__isnull=False, tried_at__lte=F("used_at")),
                name="word_template_tried_before_use",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(used_at__isnull=False, ended_at__gte=F("used_at")),
                name="word_template_ended_after_use",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, version {self.number}"

    @property
    def is_in_use(self) -> bool:
        return self.used_at is not None and self.ended_at is None

    @classmethod
    def keep(
        cls, content: IO[bytes], *, board: Board, kind: str, name: str, by: User, at: datetime
    ) -> "WordTemplate":
        """The board has another version of the template, not in use yet."""
        with transaction.atomic():
            Board.objects.select_for_update(no_key=True).get(pk=board.pk)
            kept = Document.keep(content, name=name, media_type=DOCX, board=board, by=by, at=at)
            number = cls.objects.filter(board=board, kind=kind).count() + 1
            return cls.objects.create(
                board=board, kind=kind, number=number, file=kept, by=by, at=at
            )

    def note_trial(self, *, at: datetime) -> None:
        """Somebody has seen what it makes of the made-up case."""
        if self.tried_at is None:
            self.tried_at = at
            self.save(update_fields=["tried_at"])

    def put_in_use(self, *, at: datetime) -> None:
        """The board's papers of this kind are made from it from now on."""
        with transaction.atomic():
            Board.objects.select_for_update(no_key=True).get(pk=self.board_id)
            self.refresh_from_db()
            if self.tried_at is None:
                raise ValidationError("Look at the preview first, then put the template in use.")
            if self.is_in_use:
                return
            end_use(self.board, self.kind, at=at)
            self.used_at, self.ended_at = at, None
            self.save(update_fields=["used_at", "ended_at"])


def end_use(board: Board, kind: str, *, at: datetime) -> None:
    """The board's papers of this kind are made from the portal's own template."""
    WordTemplate.objects.filter(board=board, kind=kind).in_use().update(ended_at=at)
