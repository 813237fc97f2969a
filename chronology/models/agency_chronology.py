"""What one agency returns for a review: its rows, and the rounds in which it was handed in."""

from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import Q

from boards.models import Agency, User
from boards.roles import AgencyAuthor
from reviews.models import Commission, Review

if TYPE_CHECKING:
    from chronology.models.submission import Submission


class AgencyChronologyQuerySet(models.QuerySet["AgencyChronology"]):
    def visible_to(self, user: User) -> Self:
        """Keep those of reviews whose chronology the user may read, and their own agency's."""
        return self.filter(
            Q(review__in=readable_reviews(user)) | Q(agency__in=agencies_written_for(user))
        )


class AgencyChronology(models.Model):
    """An agency's chronology in a review; `commission` is how it was asked for, if it was."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="chronologies")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="chronologies")
    commission = models.OneToOneField(
        Commission, null=True, blank=True, on_delete=models.PROTECT, related_name="chronology"
    )
    column_roles = models.JSONField(
        default=dict, blank=True, help_text="What this agency's headings were said to mean."
    )

    objects = AgencyChronologyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "agency chronologies"
        ordering = ("agency__name",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review", "agency"], name="one_chronology_an_agency_and_review"
            )
        ]

    def __str__(self) -> str:
        return f"Chronology of {self.agency}"

    @classmethod
    def of(cls, review: Review, agency: Agency) -> "AgencyChronology":
        """Return the agency's chronology in the review, begun if it was not."""
        asked = review.commissions.filter(agency=agency, kind__in=("chronology", "imr"))
        found, _ = cls.objects.get_or_create(
            review=review,
            agency=agency,
            defaults={"commission": asked.filter(chronology=None).order_by("-round").first()},
        )
        return found

    @property
    def last(self) -> "Submission | None":
        return self.submissions.last()

    def hand_in(self, *, by: User, at: datetime) -> "Submission":
        """What stands there now is handed in, as the next round."""
        return self.submissions.create(number=self.submissions.count() + 1, by=by, at=at)

    def is_overdue(self, on: date) -> bool:
        asked = self.commission
        return bool(asked and asked.is_outstanding and asked.due_on < on)


def readable_reviews(user: User) -> models.QuerySet[Review]:
    """Return the reviews of which the user reads all agencies' rows.

    Those they may see, unless as an evaluator alone; and, once the panel has released the
    integrated chronology, those to which their own agency contributes.
    """
    seen = Review.objects.visible_to(user).filter(
        board__in=[seat.board_id for seat in user.seats() if seat.board_id]
    )
    released = Review.objects.filter(
        integration__released_at__isnull=False,
        chronologies__agency__in=agencies_written_for(user),
    )
    return Review.objects.filter(Q(pk__in=seen.values("pk")) | Q(pk__in=released.values("pk")))


def agencies_written_for(user: User) -> list[int]:
    """Return the ids of the agencies that the user writes for or leads."""
    return user.led_agencies() + [
        seat.agency_id for seat in user.seats() if seat.role == AgencyAuthor.slug
    ]
