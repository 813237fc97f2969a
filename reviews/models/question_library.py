"""Key questions that a board asks again: a starting set for all, and what each board has kept."""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from boards.models import Board, User
from reviews.models.terms_rows import LONGEST_QUESTION

STARTING_SET = Path(__file__).parents[1] / "data" / "key_questions.json"


@dataclass(frozen=True)
class Theme:
    """Key questions about one thing, in the order in which they are offered; no code counts it."""

    name: str
    questions: tuple[str, ...]


@cache
def starting_set() -> tuple[Theme, ...]:
    """Return the questions that every board may begin with."""
    themes: dict[str, list[str]] = json.loads(STARTING_SET.read_text(encoding="utf-8"))
    return tuple(Theme(name, tuple(questions)) for name, questions in themes.items())


class LibraryQuestionQuerySet(models.QuerySet["LibraryQuestion"]):
    def standing(self) -> Self:
        """Keep those that are still offered."""
        return self.filter(removed_at=None)


class LibraryQuestion(models.Model):
    """A key question that a board has kept, to be asked in other reviews."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="library_questions")
    text = models.CharField(max_length=LONGEST_QUESTION)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    removed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = LibraryQuestionQuerySet.as_manager()

    class Meta:
        ordering = ("text",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["board", "text"],
                condition=Q(removed_at=None),
                name="one_library_question_a_board",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="library_question_says_something"),
            models.CheckConstraint(
                condition=Q(removed_at=None, removed_by=None)
                | Q(removed_at__isnull=False, removed_by__isnull=False),
                name="library_question_removed_at_and_by",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @classmethod
    def keep(cls, board: int, text: str, *, by: User, at: datetime) -> bool:
        """The question stands in the board's library; return whether it is new there."""
        if any(text in theme.questions for theme in starting_set()):
            return False
        kept = cls.objects.standing().filter(board=board, text=text).exists()
        if not kept:
            cls.objects.create(board_id=board, text=text, by=by, at=at)
        return not kept

    def remove(self, *, by: User, at: datetime) -> None:
        """The question is offered no more; where it was asked, it stays."""
        self.removed_by, self.removed_at = by, at
        self.save(update_fields=["removed_by", "removed_at"])
