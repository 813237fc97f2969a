"""What insights keeps of its own: the words of an annual report. All else it only reads."""

from datetime import date, datetime
from typing import ClassVar, Self

from django.db import IntegrityError, models, transaction

from boards.models import Board, User


class SavedMeanwhile(Exception):
    """Somebody else saved after the text was read; `theirs` is the version that stands."""

    def __init__(self, theirs: "Commentary") -> None:
        super().__init__(f"{theirs.by} saved version {theirs.number} meanwhile.")
        self.theirs = theirs


class CommentaryQuerySet(models.QuerySet["Commentary"]):
    def of(self, board: Board, first_on: date) -> Self:
        """Keep the versions of one year's report, the newest first."""
        return self.filter(board=board, first_on=first_on).order_by("-number")


class Commentary(models.Model):
    """What a board's annual report says about a year: a version, of which the newest holds."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="commentaries")
    first_on = models.DateField(help_text="The first day of the year that the report is of.")
    number = models.PositiveSmallIntegerField()
    texts = models.JSONField(default=dict, help_text="{section: what the board says of it}")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = CommentaryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "commentaries"
        ordering = ("board", "-first_on", "-number")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["board", "first_on", "number"], name="one_commentary_a_version"
            )
        ]

    def __str__(self) -> str:
        return f"Annual report of {self.board} from {self.first_on}, version {self.number}"

    @classmethod
    def save_over(
        cls,
        number: int,
        board: Board,
        first_on: date,
        texts: dict[str, str],
        *,
        by: User,
        at: datetime,
    ) -> "Commentary":
        """The texts hold, as the version after `number`; raises SavedMeanwhile if it is taken."""
        newest = cls.objects.of(board, first_on).first()
        if newest and newest.number != number:
            raise SavedMeanwhile(newest)
        try:
            with transaction.atomic():
                return cls.objects.create(
                    board=board, first_on=first_on, number=number + 1, texts=texts, by=by, at=at
                )
        except IntegrityError as taken:
            raise SavedMeanwhile(cls.objects.of(board, first_on)[0]) from taken
