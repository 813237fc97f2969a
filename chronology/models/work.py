"""Long work: what is under way, how far it has come, and how it is taken up after a crash."""

from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from boards.models import User
from chronology.models.agency_chronology import agencies_written_for, readable_reviews
from reviews.models import Review

HELD = timedelta(minutes=2)  # a worker that says nothing for so long has lost its claim


class WorkKind(models.TextChoices):
    READ = "read", "Reading the file"
    TAKE = "take", "Taking the rows in"
    MATCH = "match", "Looking for accounts of the same event"
    NAME = "name", "Finding people in the text"
    EXPORT = "export", "Preparing the copy"


class WorkQuerySet(models.QuerySet["Work"]):
    def visible_to(self, user: User) -> Self:
        return self.filter(
            Q(review__in=readable_reviews(user))
            | Q(asked_by=user, review__chronologies__agency__in=agencies_written_for(user))
        ).distinct()

    def unfinished(self) -> Self:
        return self.filter(ended_at=None)

    def unclaimed(self, at: datetime) -> Self:
        """Keep what no worker holds: not begun, or begun by one that fell silent."""
        return self.unfinished().filter(Q(held_until=None) | Q(held_until__lt=at))


class Work(models.Model):
    """Something long that a worker does. It may be done again from the start without harm."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="works")
    kind = models.CharField(max_length=10, choices=WorkKind)
    subject_id = models.BigIntegerField(default=0, help_text="The file or release, or nought.")
    asked_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    held_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=1000, blank=True)

    objects = WorkQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "works"
        ordering = ("-id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review", "kind", "subject_id"],
                condition=Q(ended_at=None),
                name="one_work_of_a_kind_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.done} of {self.total}"

    @classmethod
    def ask(
        cls, review: Review, kind: str, *, at: datetime, by: User | None, subject_id: int = 0
    ) -> "Work":
        """The work waits for a worker; what was asked already is asked once."""
        found, _ = cls.objects.get_or_create(
            review=review,
            kind=kind,
            subject_id=subject_id,
            ended_at=None,
            defaults={"asked_by": by, "asked_at": at},
        )
        return found

    def claim(self, *, at: datetime) -> bool:
        """Return whether this worker has it now: of several, one does."""
        claimed = (
            type(self)
            .objects.filter(pk=self.pk)
            .unclaimed(at)
            .update(held_until=at + HELD, attempts=models.F("attempts") + 1)
        )
        return bool(claimed)

    def come_to(self, done: int, total: int, *, at: datetime) -> None:
        """The page shows how far it has come, and the claim holds on."""
        self.done, self.total, self.held_until = done, total, at + HELD
        self.save(update_fields=["done", "total", "held_until"])

    def end(self, *, at: datetime, failure: str = "") -> None:
        """It is over, well or with a sentence of what went wrong."""
        self.ended_at, self.failure, self.held_until = at, failure[:1000], None
        self.save(update_fields=["ended_at", "failure", "held_until"])
