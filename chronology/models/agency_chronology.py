"""What one agency returns for a review: its rows, and the rounds in which it was handed in."""

from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from boards.models import Agency, User
from boards.roles import AgencyAuthor
from chronology.models.integration import Integration
from chronology.permissions import require
from reviews.conditions import NotYet
from reviews.models import Commission, CommissionKind, Review
from reviews.noting import log_about

if TYPE_CHECKING:
    from chronology.models.submission import Submission

ASKED_AS = (CommissionKind.CHRONOLOGY, CommissionKind.IMR)


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
        asked = review.commissions.filter(agency=agency, kind__in=ASKED_AS)
        latest = asked.order_by("-round", "kind").first()  # a chronology before an IMR
        found, _ = cls.objects.get_or_create(
            review=review, agency=agency, defaults={"commission": latest}
        )
        if latest and found.commission_id != latest.pk:
            found.commission = latest
            found.save(update_fields=["commission"])
        return found

    @property
    def last(self) -> "Submission | None":
        return self.submissions.last()

    @property
    def known_roles(self) -> dict[str, str]:
        """Return {heading: role}: as the board asks, and as this agency said what it meant."""
        asked = Integration.of(self.review).asked
        return {column.heading: column.role for column in asked} | self.column_roles

    @property
    def is_the_whole_commission(self) -> bool:
        """Return whether it is all that the agency is asked for: an IMR needs a report too."""
        return bool(self.commission and self.commission.kind == CommissionKind.CHRONOLOGY)

    @property
    def is_with_the_board(self) -> bool:
        """Return whether the agency has handed it in, and not got it back."""
        return bool(self.last and self.last.is_with_the_board)

    def require_open(self) -> None:
        """Raise NotYet while the board has it: its rows stand as they were handed in."""
        if self.is_with_the_board:
            raise NotYet(
                [
                    "This chronology has been handed in. Its rows can be changed again when the "
                    "board sends it back: ask the board to do so."
                ]
            )

    def opened_by(self, by: User) -> "AgencyChronology":
        """Return it, held by this transaction alone, if they may write in it.

        Raises PermissionDenied, or NotYet while the board has it.
        """
        rows = type(self).objects.select_for_update(of=("self",))
        held = rows.select_related("review", "agency").get(pk=self.pk)
        require(by, "write_rows", held.review, held.agency)
        held.require_open()
        return held

    def hand_in(self, *, by: User, at: datetime, quality: int | None = None) -> "Submission":
        """What stands there now is handed in, as the next round, and returns the commission.

        `quality` is how it was told that its rows read, of 100.
        Raises PermissionDenied, or NotYet when it has no rows or is with the board already.
        """
        with transaction.atomic():
            held = type(self).objects.select_for_update().get(pk=self.pk)
            require(by, "hand_in", held.review, held.agency)
            held.require_open()
            if not self.review.entries.standing().filter(agency=self.agency).exists():
                raise NotYet(["There is nothing to hand in yet: add a row or send a file first."])
            number = held.submissions.count() + 1
            handed_in = held.submissions.create(number=number, by=by, at=at, quality=quality)
            if held.is_the_whole_commission and held.commission.is_outstanding:
                held.review.record(
                    "return_commission",
                    by=by,
                    at=at,
                    commission=held.commission,
                    on=timezone.localdate(at),
                )
            held.note("hand_in", f"{held} was handed in, round {number}.", by=by, at=at)
        return handed_in

    def note(self, verb: str, sentence: str, *, by: User, at: datetime, **details: object) -> None:
        """The audit log of the review says what was done with it."""
        log_about(
            self.review,
            verb,
            sentence,
            by=by,
            at=at,
            agency=self.agency_id,
            **details,
        )

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
