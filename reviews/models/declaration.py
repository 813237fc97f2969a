"""What an appointed person declared: no part in the case, no conflict, and confidence kept."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q

from boards.models import User
from records.models import log

if TYPE_CHECKING:
    from reviews.models.panel import Appointment

KEPT = "A declaration is kept as it was made: declare anew."


class DeclarationQuerySet(models.QuerySet["Declaration"]):
    def standing(self) -> Self:
        """Keep the last of each appointment, which is the one that counts."""
        later = Declaration.objects.filter(
            appointment=OuterRef("appointment"), pk__gt=OuterRef("pk")
        )
        return self.filter(~Exists(later))

    def clear(self) -> Self:
        """Keep those that stand and declare no conflict, or one that the Chair accepted."""
        return self.standing().filter(
            Q(is_involved=False, has_interest=False) | Q(acceptance__isnull=False)
        )

    def in_conflict(self) -> Self:
        """Keep those that stand, of open appointments, with a conflict nobody decided on."""
        return self.standing().filter(
            Q(is_involved=True) | Q(has_interest=True),
            acceptance=None,
            appointment__ended_on=None,
        )


class Declaration(models.Model):
    """A person said how they stand to the case. Rows are only ever added; the last one counts."""

    appointment = models.ForeignKey(
        "reviews.Appointment", on_delete=models.PROTECT, related_name="declarations"
    )
    is_involved = models.BooleanField(
        help_text="With the child, the family or the case, or as a line manager of it."
    )
    has_interest = models.BooleanField(help_text="Any other interest that bears on the review.")
    particulars = models.TextField(max_length=5000, blank=True)
    keeps_confidence = models.BooleanField()
    signed_on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = DeclarationQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(is_involved=False, has_interest=False) | ~Q(particulars=""),
                name="conflict_declared_with_particulars",
            ),
            models.CheckConstraint(
                condition=Q(keeps_confidence=True), name="declared_with_confidentiality"
            ),
        ]

    def __str__(self) -> str:
        return "Conflict declared" if self.has_conflict else "No conflict declared"

    def save(self, *args: Any, **kw: Any) -> None:
        """The declaration is kept; what was kept is not changed."""
        if self.pk is not None:
            raise ValidationError(KEPT)
        super().save(*args, **kw)

    def delete(self, *args: Any, **kw: Any) -> tuple[int, dict[str, int]]:
        raise ValidationError(KEPT)

    @property
    def has_conflict(self) -> bool:
        return self.is_involved or self.has_interest

    @property
    def is_accepted(self) -> bool:
        return hasattr(self, "acceptance")

    @property
    def is_clear(self) -> bool:
        """Whether it opens the review, as the last of its appointment."""
        return not self.has_conflict or self.is_accepted

    @classmethod
    def make(
        cls,
        appointment: "Appointment",
        *,
        by: User,
        at: datetime,
        on: date,
        is_involved: bool,
        has_interest: bool,
        keeps_confidence: bool,
        particulars: str = "",
    ) -> "Declaration":
        """The person has declared; what they declared before is kept, and counts no more.

        Raises ValidationError when the appointment has ended meanwhile.
        """
        from reviews.models.review import Review

        with transaction.atomic():
            # As `Review.record` does, so that nobody accepts what is being replaced.
            review = Review.objects.select_for_update().get(pk=appointment.review_id)
            appointment.refresh_from_db(fields=["ended_on"])
            if appointment.ended_on is not None:
                raise ValidationError("This appointment has ended: there is nothing to declare.")
            made = cls.objects.create(
                appointment=appointment,
                is_involved=is_involved,
                has_interest=has_interest,
                particulars=particulars,
                keeps_confidence=keeps_confidence,
                signed_on=on,
                by=by,
                at=at,
            )
            log(
                "declare",
                f"{made}: {appointment}.",
                by=by,
                at=at,
                board=review.board_id,
                subject=review,
                reference=review.reference,
            )
        return made


class Acceptance(models.Model):
    """The LSCB Chair accepted a declared conflict, with reasons and what is done about it."""

    declaration = models.OneToOneField(
        Declaration, on_delete=models.PROTECT, related_name="acceptance"
    )
    reasons = models.TextField(max_length=5000)
    mitigation = models.TextField(max_length=5000)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(reasons="") & ~Q(mitigation=""),
                name="conflict_accepted_with_reasons_and_mitigation",
            ),
        ]

    def __str__(self) -> str:
        return "Conflict accepted"
