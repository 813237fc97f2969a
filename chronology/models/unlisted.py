"""Names and numbers found in the text that nobody in the cast answers to."""

from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from boards.models import User
from chronology.models.agency_chronology import readable_reviews
from chronology.models.cast import Person
from reviews.models import Review

# What may be said of a name, beside the person who is also written like this.
NEW, ORDINARY = "new", "ordinary"


class Answer(models.TextChoices):
    """What a person said that a found name is."""

    OPEN = "", "Not looked at"
    LISTED = "listed", "In the cast"
    ORDINARY = "ordinary", "Ordinary words"


class UnlistedQuerySet(models.QuerySet["Unlisted"]):
    def visible_to(self, user: User) -> Self:
        """Keep those of reviews whose whole chronology the user reads."""
        return self.filter(review__in=readable_reviews(user))

    def waiting(self) -> Self:
        return self.filter(answer=Answer.OPEN)


class Unlisted(models.Model):
    """A name or number in the text; masked until somebody says that it is ordinary words."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="unlisted")
    text = models.CharField(max_length=200)
    kind = models.CharField(max_length=30)
    count = models.PositiveIntegerField()
    first_key = models.CharField(max_length=250)
    likely = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(null=True)

    objects = UnlistedQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "unlisted names"
        ordering = ("-count", "text")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "text"], name="one_unlisted_name_a_review"),
            models.CheckConstraint(
                condition=Q(answer="", by=None, at=None)
                | (~Q(answer="") & Q(by__isnull=False, at__isnull=False)),
                name="unlisted_answered_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def settle(self, answer: str, *, by: User, at: datetime) -> None:
        """Somebody has said what it is."""
        self.answer, self.by, self.at = answer, by, at
        self.save(update_fields=["answer", "by", "at"])
