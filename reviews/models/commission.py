"""What an agency is asked for: checks at screening, chronologies and IMRs, facts of a draft."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import F, Q

from boards.models import USUAL_AGENCY_KINDS, Agency, User
from boards.roles import AgencyAuthor

if TYPE_CHECKING:
    from reviews.models.review import Review


class CommissionKind(models.TextChoices):
    CHECK = "check", "Agency check"
    CHRONOLOGY = "chronology", "Chronology"
    IMR = "imr", "Chronology and individual management review"
    HEALTH_OVERVIEW = "health_overview", "Health overview report"
    ACCURACY = "accuracy", "Factual accuracy check"


# What is not evidence for the panel: it comes before the review, or after the draft.
NO_CONTRIBUTION = (CommissionKind.CHECK, CommissionKind.ACCURACY)


# Answered with a report by a named author, signed off by the agency's head.
REPORTED = (CommissionKind.IMR, CommissionKind.HEALTH_OVERVIEW)


class CommissionQuerySet(models.QuerySet["Commission"]):
    def visible_to(self, user: User) -> Self:
        """Keep those of reviews the user may see, and those of an agency they write for or lead."""
        from reviews.models.review import Review

        agencies = user.led_agencies() + [
            seat.agency_id for seat in user.seats() if seat.role == AgencyAuthor.slug
        ]
        return self.filter(Q(review__in=Review.objects.visible_to(user)) | Q(agency__in=agencies))

    def outstanding(self) -> Self:
        return self.filter(returned_on=None, waived_on=None)

    def checks(self) -> Self:
        return self.filter(kind=CommissionKind.CHECK)

    def contributions(self) -> Self:
        """Keep what the panel works from: no checks made at screening, none of a draft's facts."""
        return self.exclude(kind__in=NO_CONTRIBUTION)


class Commission(models.Model):
    """An agency was asked for something by a day; it returned it, or the board waived it."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="commissions"
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="commissions")
    kind = models.CharField(max_length=16, choices=CommissionKind)
    round = models.PositiveSmallIntegerField(default=1)
    asked_on = models.DateField()
    due_on = models.DateField()
    returned_on = models.DateField(null=True, blank=True)
    returned_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(max_length=20000, blank=True)
    sent_back_on = models.DateField(null=True, blank=True)
    waived_on = models.DateField(null=True, blank=True)
    waived_because = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = CommissionQuerySet.as_manager()

    class Meta:
        ordering = ("due_on", "agency__name")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review", "agency", "kind", "round"],
                condition=~Q(kind="accuracy"),  # of each draft anew
                name="one_commission_an_agency",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("asked_on")), name="commission_due_after_asked"
            ),
            models.CheckConstraint(
                condition=Q(returned_on=None) | Q(returned_on__gte=F("asked_on")),
                name="commission_returned_after_asked",
            ),
            models.CheckConstraint(
                condition=Q(returned_on=None) | Q(waived_on=None),
                name="commission_returned_or_waived",
            ),
            models.CheckConstraint(
                condition=Q(waived_on=None) | ~Q(waived_because=""), name="waived_with_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(sent_back_on=None) | Q(due_on__gte=F("sent_back_on")),
                name="due_again_after_sent_back",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} from {self.agency}"

    @property
    def is_outstanding(self) -> bool:
        return self.returned_on is None and self.waived_on is None

    @property
    def is_contribution(self) -> bool:
        """Whether the panel works from it, as `contributions` keeps them."""
        return self.kind not in NO_CONTRIBUTION

    @property
    def is_reported(self) -> bool:
        """Whether it is answered with a report that has an author and a sign-off."""
        return self.kind in REPORTED

    @property
    def report_name(self) -> str:
        """Return what the report is called, which of an IMR is not all that is asked for."""
        is_imr = self.kind == CommissionKind.IMR
        return "Individual management review" if is_imr else self.get_kind_display()

    @classmethod
    def ask(
        cls,
        review: "Review",
        agencies: Iterable[Agency],
        *,
        kind: str,
        on: date,
        due_on: date,
        by: User,
        at: datetime,
    ) -> "list[Commission]":
        """Each agency that was not yet asked for this in this round has been asked."""
        asked = set(
            review.commissions.filter(kind=kind, round=review.round).values_list(
                "agency_id", flat=True
            )
        )
        new = [
            cls(
                review=review,
                agency=agency,
                kind=kind,
                round=review.round,
                asked_on=on,
                due_on=due_on,
                by=by,
                at=at,
            )
            for agency in agencies
            if agency.pk not in asked
        ]
        return cls.objects.bulk_create(new)

    def record_return(self, *, on: date, answer: str, by: User) -> None:
        """The agency has returned what it was asked for."""
        self.returned_on, self.returned_by, self.answer = on, by, answer
        self.save(update_fields=["returned_on", "returned_by", "answer"])

    def reopen(self, *, on: date, due_on: date) -> None:
        """What the agency returned has gone back to it, and is owed again by another day."""
        self.returned_on, self.returned_by = None, None
        self.sent_back_on, self.due_on = on, due_on
        self.save(update_fields=["returned_on", "returned_by", "sent_back_on", "due_on"])

    def waive(self, *, on: date, because: str) -> None:
        """The board does without it, for a reason."""
        self.waived_on, self.waived_because = on, because
        self.save(update_fields=["waived_on", "waived_because"])


def named_agencies(review: "Review") -> list[Agency]:
    """Return the agencies that the notification names."""
    named = review.incident.professionals.select_related("agency").exclude(agency=None)
    return list({each.agency_id: each.agency for each in named}.values())


def usual_agencies(review: "Review") -> models.QuerySet[Agency]:
    """Return the agencies of the board that are asked in nearly every review."""
    return Agency.objects.filter(board=review.board_id, is_active=True, kind__in=USUAL_AGENCY_KINDS)


def suggested_agencies(review: "Review") -> list[Agency]:
    """Return the agencies to ask: those named at notification, then the usual ones missing."""
    asked = {c.agency_id for c in review.commissions.filter(round=review.round)}
    candidates = [*named_agencies(review), *usual_agencies(review)]
    return list({agency.pk: agency for agency in candidates if agency.pk not in asked}.values())


def day_planned_for_reports(review: "Review") -> date | None:
    """Return the day on which agencies' reviews are due by the timetable of the agreed terms."""
    terms = review.terms.agreed().last()
    planned = terms and terms.milestones.filter(kind="imrs").first()
    return planned.on if planned else None


def agencies_to_ask(review: "Review") -> list[Agency]:
    """Return the agencies of the agreed terms not yet asked to contribute; without any terms, those
    that are suggested.
    """
    terms = review.terms.agreed().last()
    if terms is None:
        return suggested_agencies(review)
    asked = review.commissions.contributions().filter(round=review.round).values("agency")
    lines = terms.agencies.filter(is_asked=True).exclude(agency__in=asked)
    return [line.agency for line in lines.select_related("agency")]
