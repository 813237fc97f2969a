"""What an abbreviation in the rows stands for, as the board or an agency explains it."""

from datetime import datetime
from typing import ClassVar

from django.db import models, transaction
from django.db.models import Q

from boards.models import Agency, User
from reviews.models import Review
from reviews.noting import log_about


class Abbreviation(models.Model):
    """`agency` is whose rows it is explained for; without one, it is the board's, for all.

    Two agencies may mean different things by the same letters, so each has its own.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="abbreviations")
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    short = models.CharField(max_length=30)
    meaning = models.CharField(max_length=300)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("short", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review", "agency", "short"], name="one_meaning_of_an_agencys_letters"
            ),
            models.UniqueConstraint(
                fields=["review", "short"],
                condition=Q(agency=None),
                name="one_meaning_of_the_boards_letters",
            ),
            models.CheckConstraint(
                condition=~Q(short="") & ~Q(meaning=""), name="abbreviation_is_explained"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.short}: {self.meaning}"

    @classmethod
    def explain(
        cls,
        review: Review,
        agency: Agency | None,
        *,
        short: str,
        meaning: str,
        by: User,
        at: datetime,
    ) -> "Abbreviation":
        """The letters have this meaning from now on, and any other that they had is gone."""
        with transaction.atomic():
            kept, _ = cls.objects.update_or_create(
                review=review,
                agency=agency,
                short=short,
                defaults={"meaning": meaning, "by": by, "at": at},
            )
            sentence = f"An abbreviation of {agency or 'the board'} was explained."
            log_about(review, "explain_abbreviation", sentence, by=by, at=at)
        return kept

    def take_out(self, *, by: User, at: datetime) -> None:
        """It is in the glossary no more."""
        with transaction.atomic():
            sentence = f"An abbreviation of {self.agency or 'the board'} was taken out."
            log_about(self.review, "remove_abbreviation", sentence, by=by, at=at)
            self.delete()
