"""A board's spreadsheet of past reviews, held here between its preview and the go-ahead."""

from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from boards.models import Board, User
from reviews.permissions import ALLOWED


class PastReviewsFileQuerySet(models.QuerySet["PastReviewsFile"]):
    def visible_to(self, user: User) -> Self:
        """Keep the files of the boards for which the user may bring reviews in."""
        return self.filter(board__in=user.boards_seen_as(*ALLOWED["import_reviews"]))

    def waiting(self) -> Self:
        return self.filter(brought_in_at=None)

    def brought_in(self) -> Self:
        return self.exclude(brought_in_at=None).order_by("-brought_in_at")


class PastReviewsFile(models.Model):
    """What was uploaded, by whom; once brought in, what came of it and no longer the content."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="past_files")
    name = models.CharField(max_length=200)
    content = models.BinaryField(max_length=5 * 1024 * 1024)
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    outcome = models.JSONField(default=dict)
    brought_in_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    brought_in_at = models.DateTimeField(null=True)

    objects = PastReviewsFileQuerySet.as_manager()

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(brought_in_at=None, brought_in_by=None)
                | Q(brought_in_at__isnull=False, brought_in_by__isnull=False),
                name="brought_in_by_somebody_at_some_time",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def keep(
        cls, content: bytes, *, name: str, board: Board, by: User, at: datetime
    ) -> "PastReviewsFile":
        """The upload waits for its go-ahead; one that the same person left waiting is gone."""
        cls.objects.waiting().filter(uploaded_by=by).delete()
        return cls.objects.create(
            board=board, name=name[:200], content=content, uploaded_by=by, uploaded_at=at
        )
