"""Themes in code: how a board words its list, and which a review shows."""

from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from boards.models import Board, User

LONGEST_NAME = 80
LONGEST_REASON = 300


class BoardThemeQuerySet(models.QuerySet["BoardTheme"]):
    def current(self) -> Self:
        """Keep the wordings that hold now."""
        return self.filter(replaced_at=None)


class BoardTheme(models.Model):
    """What a board says of a code: its name, and whether it is still offered.

    A new wording replaces the row and never edits it; the code, and every review under it, stays.
    """

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="themes")
    code = models.SlugField(max_length=40)
    name = models.CharField(max_length=LONGEST_NAME)
    is_offered = models.BooleanField(default=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)

    objects = BoardThemeQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["board", "code"],
                condition=Q(replaced_at=None),
                name="one_current_wording_a_theme",
            ),
            models.UniqueConstraint(
                fields=["board", "name"],
                condition=Q(replaced_at=None),
                name="one_current_theme_of_a_name",
            ),
            models.CheckConstraint(
                condition=~Q(code="") & ~Q(name=""), name="theme_has_code_and_name"
            ),
            models.CheckConstraint(
                condition=Q(replaced_at=None) | Q(replaced_at__gte=models.F("at")),
                name="theme_replaced_after_worded",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def word(
        cls, board: Board, code: str, name: str, *, is_offered: bool = True, by: User, at: datetime
    ) -> "BoardTheme":
        """The board calls the code this from now on; what it called it before is kept."""
        cls.objects.current().filter(board=board, code=code).update(replaced_at=at)
        return cls.objects.create(
            board=board, code=code, name=name, is_offered=is_offered, by=by, at=at
        )

    @classmethod
    def next_code(cls, board: Board) -> str:
        """Return the code of the next theme of the board's own: no other board has it."""
        own = f"{board.code.lower()}-"
        used = cls.objects.filter(board=board, code__startswith=own).values("code").distinct()
        return f"{own}{used.count() + 1}"


class ShownThemeQuerySet(models.QuerySet["ShownTheme"]):
    def standing(self) -> Self:
        """Keep what is still said of the reviews."""
        return self.filter(ended_at=None)


class ShownTheme(models.Model):
    """A review shows a theme, in code, so that reviews can be counted by it.

    The themes of the chronology are another thing: a panel's own words for a run of its rows.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="shown_themes"
    )
    code = models.SlugField(max_length=40)
    why = models.CharField(max_length=LONGEST_REASON, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ShownThemeQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review", "code"], condition=Q(ended_at=None), name="a_theme_is_shown_once"
            ),
            models.CheckConstraint(condition=~Q(code=""), name="shown_theme_has_a_code"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="shown_theme_ended_at_and_by",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["code", "review"], name="shown_theme_code")]

    def __str__(self) -> str:
        return self.code
