"""The integrated chronology of a review: what was asked of every agency, and its release."""

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar, Self

from django.db import models, transaction
from django.db.models import Q

from boards.models import Board, User
from chronology.columns import Column, fitted, from_stored, to_stored
from chronology.library import FULL
from reviews.conditions import NotYet
from reviews.models import Review
from reviews.noting import log_about


class Detail(models.TextChoices):
    """How precisely agencies are asked to say when something happened."""

    DATE = "date", "Start date"
    TIME = "time", "Start date and time"
    END = "end", "Start and end date"
    END_TIME = "end_time", "Start and end date and time"


class Integration(models.Model):
    """What agencies are asked to write, and whether the panel has released what came of it.

    `columns` is a list of {"role", "heading", "is_compulsory", "help"} in order; roles are those
    of `chronology.reading.rows.Role`, of which `other` may stand several times.
    """

    review = models.OneToOneField(Review, on_delete=models.PROTECT, related_name="integration")
    preamble = models.TextField(max_length=10_000, blank=True)
    columns = models.JSONField(default=list)
    detail = models.CharField(max_length=10, choices=Detail, default=Detail.TIME)
    not_seen_days = models.PositiveSmallIntegerField(default=28)
    no_contact_days = models.PositiveSmallIntegerField(default=28)
    matched_at = models.DateTimeField(
        null=True, help_text="When accounts of the same event were last looked for."
    )
    version = models.PositiveIntegerField(default=1)
    released_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(released_at=None, released_by=None)
                | Q(released_at__isnull=False, released_by__isnull=False),
                name="released_by_somebody_at_some_time",
            )
        ]

    def __str__(self) -> str:
        return f"Integrated chronology of {self.review}"

    @classmethod
    def of(cls, review: Review) -> "Integration":
        """Return what is asked for in the review: at first, what the portal suggests."""
        found = cls.objects.filter(review=review).first() or cls(review=review)
        if not found.columns:
            found.columns = to_stored(FULL.asked)
            found.detail, found.preamble = FULL.detail, FULL.preamble
        return found

    @property
    def asked(self) -> list[Column]:
        """Return the columns in order."""
        return from_stored(self.columns)

    def ask_for(
        self, columns: Iterable[Column], *, detail: str, preamble: str, version: int
    ) -> None:
        """Agencies are asked for these columns from now on.

        Raises NotYet when somebody else changed them after `version` was read.
        """
        type(self).objects.get_or_create(review=self.review, defaults={"version": 0})
        changed = (
            type(self)
            .objects.filter(review=self.review, version__in=(version, 0))
            .update(
                columns=to_stored(fitted(columns, detail)),
                detail=detail,
                preamble=preamble,
                version=version + 1,
            )
        )
        if not changed:
            raise NotYet(
                [
                    "Somebody else changed the columns while you were looking at them. Go back, "
                    "load the page again and make your change once more."
                ]
            )

    @property
    def is_released(self) -> bool:
        return self.released_at is not None

    def release(self, *, by: User, at: datetime) -> None:
        """Every contributing agency reads all of it from now on."""
        self.released_by, self.released_at = by, at
        self.save()

    def take_back(self) -> None:
        """Each agency reads its own rows alone again."""
        self.released_by = self.released_at = None
        self.save()


class ModelTemplateQuerySet(models.QuerySet["ModelTemplate"]):
    def visible_to(self, user: User) -> Self:
        """Keep those of the user's boards, and those that come with the portal."""
        boards = [seat.board_id for seat in user.seats() if seat.board_id]
        return self.filter(Q(board=None) | Q(board__in=boards))


class ModelTemplate(models.Model):
    """A set of columns and a preamble that a board uses again; without a board, for all."""

    board = models.ForeignKey(
        Board, null=True, on_delete=models.PROTECT, related_name="chronology_templates"
    )
    name = models.CharField(max_length=120)
    preamble = models.TextField(max_length=10_000, blank=True)
    columns = models.JSONField(default=list)
    detail = models.CharField(max_length=10, choices=Detail, default=Detail.TIME)

    objects = ModelTemplateQuerySet.as_manager()

    class Meta:
        ordering = ("name",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["board", "name"], name="one_template_of_a_name"),
            models.UniqueConstraint(
                fields=["name"], condition=Q(board=None), name="one_shared_template_of_a_name"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def asked(self) -> list[Column]:
        """Return the columns in order."""
        return from_stored(self.columns)

    @classmethod
    def keep(cls, integration: Integration, *, name: str, by: User, at: datetime) -> Self:
        """What a review asks for can be chosen in every review of its board."""
        review = integration.review
        with transaction.atomic():
            kept = cls.objects.create(
                board=review.board,
                name=name,
                preamble=integration.preamble,
                columns=integration.columns,
                detail=integration.detail,
            )
            log_about(
                review,
                "keep_model",
                f"“{name}” was kept as a model of chronologies.",
                by=by,
                at=at,
            )
        return kept
